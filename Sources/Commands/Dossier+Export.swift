import ArgumentParser
import ArticleSearch
import ArticleStore

extension Dossier {
  /// `dossier export`: the archive's articles for other programs.
  struct Export: AsyncParsableCommand {
    /// How articles are written.
    enum Format: String, CaseIterable, ExpressibleByArgument { case jsonl, jsonld, csv }

    static let configuration = CommandConfiguration(
      abstract: said(
        "Write articles with their people and countries as JSON lines, JSON-LD or CSV tables.",
        "导出文章及其人物和国家：JSON 行、JSON-LD 或 CSV 表。"),
      discussion: """
        All articles, or those of a QUERY and the filters of 'dossier search', in the order of their numbers.

          dossier export > articles.jsonl
          dossier export 制裁 --country RU --format jsonld --to sanctions.jsonld
          dossier export --since 2024 --format csv --to tables

        jsonl: an object an article, as of 'dossier extract'. jsonld: one document of schema.org's NewsArticles.
        csv: a folder with articles.csv, people.csv, countries.csv and mentions.csv.

        'dossier ingest --from-jsonl' loads the JSON lines into another archive. People whom you hid are left out.
        Nothing is written over: what --to names must not exist.
        """)

    @Argument(help: ArgumentHelp("Only articles that hold this, as of 'dossier search'.", valueName: "query"))
    var query = ""

    @Option(help: "jsonl, jsonld or csv.")
    var format: Format = .jsonl

    @Option(
      help: ArgumentHelp(
        "Write to this file instead of standard output; for csv, to this new folder.", valueName: "path"),
      completion: .file())
    var to: String?

    @OptionGroup var filters: FilterOptions
    @OptionGroup var archive: ArchiveOptions

    func validate() throws {
      if to == "" {
        throw ValidationError(said("--to takes the name of a file or folder", "--to 后面是文件名或文件夹名"))
      }
      if format == .csv, to == nil {
        throw ValidationError(
          said("--format csv writes a folder: name it with --to", "--format csv 写一个文件夹：用 --to 指定"))
      }
    }

    func run() async throws {
      try await reportingErrors(format: format.rawValue) {
        let store = try archive.openForReading()
        let selection = try filters.selection(query, in: ArticleSearcher(store: store))
        var count = 0
        // On one terminal the articles themselves show how it goes.
        var progress = WorkProgress(
          isShown: Terminal.errorIsTerminal && (to != nil || !Terminal.outputIsTerminal))
        // Also of no articles there is a document.
        var writer = try writer()
        try store.exportArticles(selection) { article in
          try writer.append(article)
          count += 1
          progress.show(articleCount(count))
        }
        progress.clear()
        try writer.finish()
        if Terminal.errorIsTerminal { Terminal.note(articleCount(count)) }
        if count == 0 { throw ExitStatus.nothingFound.exitCode }
      }
    }

    private func writer() throws -> any ArticleWriting {
      switch format {
      case .jsonl: LineExport(file: try OutputFile(path: to), document: .lines)
      case .jsonld: LineExport(file: try OutputFile(path: to), document: .linkedData)
      case .csv: try TableExport(folder: to ?? "")
      }
    }
  }
}
