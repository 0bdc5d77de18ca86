import ArgumentParser
import ArticleSearch
import ArticleStore

extension Dossier {
  /// `dossier countries`: which countries the archive names.
  struct Countries: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said(
        "List countries, most articles first, or those whose names hold a text.", "列出国家，文章多的在前；或名称含某段文字的国家。"),
      discussion: """
        TEXT is a code or a part of a name, in Chinese (either script) or English:

          dossier countries 韩
          dossier countries Korea
        """)

    @Argument(
      help: ArgumentHelp("A code or a part of a name.", valueName: "text"), completion: NameCompletion.country
    )
    var text: String?

    @Option(help: "At most so many; 0 for all.")
    var limit = 20

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var pager: PagerOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
      try Listing.checkCount(limit, "--limit")
    }

    func run() async throws {
      try await reportingErrors {
        pager.start(output.format == .text)
        let catalog = EntityCatalog(store: try archive.openForReading())
        let (countries, total) = try catalog.countries(text, limit: limit == 0 ? nil : limit)
        try Listing.show(
          Self.records(countries, total: total), table: Self.table(countries), of: total, "countries",
          "country", "个国家", output.format)
      }
    }

    private static func table(_ countries: [CountrySummary]) -> [String] {
      if countries.isEmpty { return [] }
      var table = Table([
        (said("articles", "篇数"), .right), (said("focus", "主题"), .right), (said("first", "最早"), .left),
        (said("last", "最近"), .left), (said("code", "代码"), .left), (said("name", "名称"), .left),
      ])
      for country in countries {
        table.append([
          String(country.articles), String(country.focusArticles), Listing.day(country.firstSeen),
          Listing.day(country.lastSeen), country.code, "\(country.nameZh) \(country.nameEn)",
        ])
      }
      return table.lines(width: Listing.width, style: .output)
    }

    private static func records(_ countries: [CountrySummary], total: Int) -> Records {
      Records(
        envelope: [("total", .int(total))], name: "countries",
        columns: [
          "code", "name_zh", "name_en", "kind", "articles", "focus_articles", "first_seen", "last_seen",
        ],
        rows: countries.map { country in
          [
            .string(country.code), .string(country.nameZh), .string(country.nameEn), .string(country.kind),
            .int(country.articles), .int(country.focusArticles), .optional(country.firstSeen),
            .optional(country.lastSeen),
          ]
        })
    }
  }
}
