import ArgumentParser
import ArticleSearch
import ArticleStore

extension HitOrder: ExpressibleByArgument {}

extension Dossier {
  /// `dossier search`: full-text search.
  struct Search: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said(
        "Search the articles, exactly, from one character up, in either script.", "全文搜索：精确，一个字起，简繁通用。"),
      discussion: """
        普京 朝鲜              both, anywhere
        "朝鲜 特战部队"        one after the other
        普京 OR 泽连斯基       either
        普京 -乌克兰           without
        title:制裁             in the title (body:, caption:)
        Zinov*                 words that begin so

          dossier search '普京 朝鲜' --since 2024-06
          dossier search '"特战部队" -演习' --country KR --sort newest
          dossier search '' --person 金正恩 --limit 0 --format csv

        An empty QUERY gives every article that the filters let through. When fewer than --limit articles hold
        the query, articles that hold parts of it follow, marked as not exact.
        """)

    @Argument(help: ArgumentHelp("What to search for.", valueName: "query"))
    var query: String

    @OptionGroup var filters: FilterOptions

    @Option(help: "The order: relevance, newest or oldest.")
    var sort: HitOrder = .relevance

    @Option(help: "At most so many hits; 0 for all.")
    var limit = 20

    @Option(help: "Leave out so many hits at the beginning.")
    var offset = 0

    @Flag(help: "Only articles that hold the whole query.")
    var exact = false

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var pager: PagerOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
      try Listing.checkCount(limit, "--limit")
      try Listing.checkCount(offset, "--offset")
    }

    func run() async throws {
      try await reportingErrors(format: output.format.rawValue) {
        pager.start(output.format == .text)
        let searcher = ArticleSearcher(store: try archive.openForReading())
        let results = try searcher.search(request)
        results.notes.forEach(Terminal.warn)
        let listing = SearchListing(results: results)
        switch output.format {
        case .text: listing.lines(style: .output).forEach(Terminal.print)
        default: listing.records.lines(output.format).forEach(Terminal.print)
        }
        if output.format == .text { Terminal.note(listing.summary) }
        if results.exactTotal == 0 { throw ExitStatus.nothingFound.exitCode }
      }
    }

    private var request: SearchRequest {
      var request = filters.request(query)
      request.order = sort
      request.limit = limit == 0 ? nil : limit
      request.offset = offset
      request.exactOnly = exact
      return request
    }
  }
}
