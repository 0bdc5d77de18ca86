import ArgumentParser
import ArticleStore
import Ingest

extension Dossier {
  /// `dossier verify`: whether the archive is sound.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check the database, its full-text index and, on request, every original in done/.",
      discussion: "Exit status 65 when something is wrong; each problem is one line on standard output.")

    @Flag(help: "Also read every file in done/ and check that the ledger knows its bytes.")
    var files = false

    @OptionGroup var archive: ArchiveOptions

    func run() async throws {
      try await reportingErrors {
        _ = try archive.openForReading()
        let store = try ArticleStore.open(archive.directory, access: .readWrite)
        var problems = try store.integrityProblems()
        if problems.contains(where: { $0.contains("_fts") }) {
          Terminal.note("'dossier reindex' builds the full-text index anew")
        }
        if files { problems += try DoneFiles.problems(archive.directory, store: store) }
        problems.forEach(Terminal.print)
        if !problems.isEmpty { throw ExitStatus.dataError.exitCode }
        if Terminal.errorIsTerminal { Terminal.note("the archive is sound") }
      }
    }
  }

  /// `dossier reindex`: builds the full-text index anew.
  struct Reindex: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Build the full-text index anew from the stored articles.",
      discussion:
        "For a damaged index, which 'dossier verify' finds. Searches see the old one until it is done.")

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var ingestion: IngestOptions

    func run() async throws {
      try await reportingErrors {
        _ = try archive.openForReading()
        guard let lock = try ingestion.takeLock(of: archive.directory) else { return }
        try ArticleStore.open(archive.directory, access: .readWrite).reindex()
        _ = consume lock
      }
    }
  }
}
