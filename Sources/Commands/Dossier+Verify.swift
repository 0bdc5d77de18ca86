import ArgumentParser
import ArticleStore
import Ingest

extension Dossier {
  /// `dossier verify`: whether the archive is sound.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said(
        "Check the database, its people, its full-text index and, on request, every original in done/.",
        "检查数据库、人物、全文索引，以及（按要求）done/ 里的每份原件。"),
      discussion: """
        Exit status 65 when something is wrong; each problem is one line on standard output.

          dossier verify
          dossier verify --files
        """)

    @Flag(help: "Also read every file in done/ and check that the ledger knows its bytes.")
    var files = false

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var output: FormatOptions

    func run() async throws {
      try await reportingErrors {
        _ = try archive.openForReading()
        let store = try ArticleStore.open(archive.directory, access: .readWrite)
        var progress = WorkProgress()
        progress.step(said("database and full-text index …", "检查数据库和全文索引……"))
        var problems = try store.integrityProblems()
        progress.step(said("people …", "检查人物……"))
        problems += try store.identityProblems()
        if files { progress.step(said("files of done/ …", "检查 done/ 里的文件……")) }
        let misfits = files ? try DoneFiles.problems(archive.directory, store: store) : []
        progress.clear()
        if !problems.isEmpty {
          Terminal.note(
            said(
              "'dossier reindex' builds people and the full-text index anew",
              "dossier reindex 可重建人物和全文索引"))
        }
        problems += misfits
        if output.format == .text {
          problems.forEach(Terminal.print)
        } else {
          Records(name: "problems", columns: ["problem"], rows: problems.map { [.string($0)] })
            .lines(output.format).forEach(Terminal.print)
        }
        if !problems.isEmpty { throw ExitStatus.dataError.exitCode }
        if Terminal.errorIsTerminal { Terminal.note(said("the archive is sound", "档案库完好")) }
      }
    }
  }
}
