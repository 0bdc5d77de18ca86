import ArgumentParser
import ArticleStore

extension Dossier {
  /// `dossier show`: one article.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said("Show one article with its people and countries marked.", "显示一篇文章，标出人物和国家。"),
      discussion: """
          dossier show 4
          dossier show https://news.example.com/a/1.html --format json
        """)

    @Argument(
      help: ArgumentHelp("The number that search shows, or the article's address.", valueName: "id|url"))
    var reference: String

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var pager: PagerOptions

    @Option(help: "text or json.")
    var format: OutputFormat = .text

    func validate() throws {
      if format != .text, format != .json {
        throw ValidationError(said("--format of show is text or json", "show 的 --format 是 text 或 json"))
      }
    }

    func run() async throws {
      try await reportingErrors {
        pager.start(format == .text)
        let store = try archive.openForReading()
        guard let article = try store.article(named: reference) else {
          throw CommandError.noArticle(reference)
        }
        switch format {
        case .json: Terminal.print(StoredArticleJSON.json(article).text)
        default: ArticlePage(article: article, style: .output).lines.forEach(Terminal.print)
        }
      }
    }
  }
}
