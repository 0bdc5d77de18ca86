import ArgumentParser
import ArticleSearch
import ArticleStore

extension Dossier {
  /// `dossier network`: who and what is named together.
  struct Network: AsyncParsableCommand {
    /// How a network is written.
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, csv, graphml, dot }

    static let configuration = CommandConfiguration(
      abstract: said(
        "Show which people and countries the same articles name, as pairs or as a graph.",
        "显示哪些人物和国家出现在同一篇文章里，成对或成图。"),
      discussion: """
        QUERY and the filters are those of 'dossier search'. Of the articles that match exactly, the people and
        countries in most of them are joined where they are named together more often than by chance: lift is how
        many times as often. The closest come first.

          dossier network 北溪
          dossier network --country 白俄罗斯 --format graphml > belarus.graphml     # Gephi
          dossier network --person 普京 --format dot | dot -Tsvg > putin.svg        # Graphviz
        """)

    @Argument(help: ArgumentHelp("What to search for; all articles when it is left out.", valueName: "query"))
    var query = ""

    @Option(help: "A pair needs so many articles.")
    var minArticles = MentionNetwork.Limits().articles

    @Option(help: "A pair needs so much lift; 0 for all.")
    var minLift = MentionNetwork.Limits().lift

    @Option(help: "At most so many people, and so many countries: those in most articles; 0 for all.")
    var limit = MentionNetwork.Limits().nodes ?? 0

    @OptionGroup var filters: FilterOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var pager: PagerOptions

    @Option(help: "text, json, csv (pairs), graphml (for Gephi) or dot (for Graphviz).")
    var format: Format = .text

    func validate() throws {
      try Listing.checkCount(limit, "--limit")
      if minArticles < 1 {
        throw ValidationError(said("--min-articles takes a number from 1 up", "--min-articles 是 1 以上的数"))
      }
      if !(minLift >= 0) {
        throw ValidationError(said("--min-lift takes a number from 0 up", "--min-lift 是 0 以上的数"))
      }
    }

    func run() async throws {
      try await reportingErrors(format: format.rawValue) {
        pager.start(format == .text)
        let store = try archive.openForReading()
        var limits = MentionNetwork.Limits()
        limits.articles = minArticles
        limits.lift = minLift
        limits.nodes = limit == 0 ? nil : limit
        let articles = try filters.selection(query, in: ArticleSearcher(store: store))
        let graph = NetworkGraph(network: try store.network(articles, limits: limits))
        switch format {
        case .text:
          graph.table(style: .output).forEach(Terminal.print)
          Terminal.note(graph.summary)
        case .json: Terminal.print(graph.json.text)
        case .csv: graph.pairs.lines(.csv).forEach(Terminal.print)
        case .graphml: graph.graphML.forEach(Terminal.print)
        case .dot: graph.dot.forEach(Terminal.print)
        }
        if graph.network.edges.isEmpty { throw ExitStatus.nothingFound.exitCode }
      }
    }
  }
}
