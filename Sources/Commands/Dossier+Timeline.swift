import ArgumentParser
import ArticleSearch
import ArticleStore

extension TimeGrain: ExpressibleByArgument {}

extension Dossier {
  /// `dossier timeline`: articles over time.
  struct Timeline: AsyncParsableCommand {
    /// How a timeline is written: as a list, or as a picture.
    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, json, jsonl, csv, tsv, vegalite, svg
    }

    static let configuration = CommandConfiguration(
      abstract: said(
        "Count articles over time: of a query, a person, a country, or of several side by side.",
        "按时间统计文章：某个查询、人物、国家，或几个并列。"),
      discussion: """
        QUERY and the filters are those of 'dossier search'; articles count that match the query exactly. Days are
        days in UTC; weeks begin on Monday.

          dossier timeline 北溪 --by month
          dossier timeline --person 普京 --since 2020
          dossier timeline --compare 普京 --compare 泽连斯基
          dossier timeline 制裁 --compare country:RU --compare 伊朗 --format svg > sanctions.svg

        A series of --compare is a country or a person where one is called so, else a query; 'person:', 'country:'
        and 'query:' before it say which is meant. Each is counted among the articles of QUERY and the filters.
        """)

    @Argument(help: ArgumentHelp("What to search for; all articles when it is left out.", valueName: "query"))
    var query = ""

    @Option(help: "The stretches: day, week, month or year (default: by how much time there is).")
    var by: TimeGrain?

    @Option(
      help: ArgumentHelp(
        "A series: a person, a country or a query. Give it once for each.", valueName: "series"),
      completion: NameCompletion.series)
    var compare: [String] = []

    @OptionGroup var filters: FilterOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var pager: PagerOptions

    @Option(help: "text, json, jsonl, csv, tsv, vegalite (a Vega-Lite chart) or svg (a picture).")
    var format: Format = .text

    /// So many stretches at most, which are days of a century.
    private static let mostStretches = 40_000

    func validate() throws {
      if compare.count > ChartStyle.colors.count {
        throw ValidationError(
          said(
            "--compare takes at most \(ChartStyle.colors.count) series",
            "--compare 至多 \(ChartStyle.colors.count) 次"))
      }
    }

    func run() async throws {
      try await reportingErrors(format: format.rawValue) {
        pager.start(format == .text)
        let store = try archive.openForReading()
        let articles = try filters.selection(query, in: ArticleSearcher(store: store))
        let chart = try chart(of: articles, store)
        switch format {
        case .text:
          chart.lines(width: Terminal.width, style: .output).forEach(Terminal.print)
          Terminal.note(chart.summary)
        case .vegalite: Terminal.print(chart.vegaLite.text)
        case .svg: chart.svg.forEach(Terminal.print)
        case .json, .jsonl, .csv, .tsv:
          let format = OutputFormat(rawValue: format.rawValue) ?? .json
          chart.records.lines(format).forEach(Terminal.print)
        }
        if chart.total == 0 { throw ExitStatus.nothingFound.exitCode }
      }
    }

    private func chart(of articles: ArticleSelection, _ store: ArticleStore) throws -> TimelineChart {
      let named = [query] + filters.person + filters.country + filters.source
      let words = named.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: ", ")
      if compare.isEmpty {
        let counts = try store.dayCounts(articles)
        try check([counts])
        return TimelineChart(title: words.isEmpty ? "all articles" : words, counts, by: by)
      }
      let series = try compare.map { text in
        let reference = try SeriesReference(text, among: articles, in: store)
        return (reference: reference, counts: try store.dayCounts(reference.selection))
      }
      try check(series.map(\.counts))
      for (place, one) in series.enumerated() {
        guard
          let same = series[..<place].firstIndex(where: { $0.reference.selection == one.reference.selection })
        else { continue }
        throw CommandError(
          status: .usage,
          description: said(
            "'\(compare[same])' and '\(compare[place])' are the same series, \(one.reference.name)",
            "“\(compare[same])”和“\(compare[place])”是同一序列：\(one.reference.name)")
        )
      }
      let names = series.map(\.reference.name).joined(separator: ", ")
      return TimelineChart(title: words.isEmpty ? names : "\(words): \(names)", series, by: by)
    }

    /// Refuses more stretches than anybody reads: one wrong date can be a thousand years away.
    private func check(_ counts: [DayCounts]) throws {
      let spans = counts.compactMap(\.span)
      guard let by, let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max()
      else { return }
      let stretches = by.count(from: first, to: last)
      if stretches > Self.mostStretches {
        throw CommandError(
          status: .usage,
          description:
            said(
              "\(first.text) to \(last.text) are \(stretches) \(by.rawValue)s: choose a longer --by, "
                + "or less time with --since and --until",
              "\(first.text) 至 \(last.text) 有 \(stretches) 段：选更长的 --by，或用 --since、--until 缩短时间"))
      }
    }
  }
}
