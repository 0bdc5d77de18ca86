import ArgumentParser
import ArticleStore
import Ingest

extension Dossier {
  /// `dossier verify`: whether the archive is sound.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Check the database, its people, its full-text index and, on request, every original in done/.",
      discussion: """
        Exit status 65 when something is wrong; each problem is one line on standard output.

          dossier verify
          dossier verify --files
        """)

    @Flag(help: "Also read every file in done/ and check that the ledger knows its bytes.")
    var files = false

    @OptionGroup var archive: ArchiveOptions

    func run() async throws {
      try await reportingErrors {
        _ = try archive.openForReading()
        let store = try ArticleStore.open(archive.directory, access: .readWrite)
        var problems = try store.integrityProblems()
        problems += try store.identityProblems()
        if !problems.isEmpty {
          Terminal.note("'dossier reindex' builds people and the full-text index anew")
        }
        if files { problems += try DoneFiles.problems(archive.directory, store: store) }
        problems.forEach(Terminal.print)
        if !problems.isEmpty { throw ExitStatus.dataError.exitCode }
        if Terminal.errorIsTerminal { Terminal.note("the archive is sound") }
      }
    }
  }
}
