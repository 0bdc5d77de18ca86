import ArgumentParser
import ArticleStore

extension Dossier {
  /// `dossier country`: one country.
  struct Country: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said(
        "Show one country: names, articles over time, company, newest articles.",
        "显示一个国家：名称、各时期文章数、同篇人物和国家、最新文章。"),
      discussion: """
        NAME is a code (KR), a name in either script or in English, or a part of one:

          dossier country KR
          dossier country 南韓
        """)

    @Argument(
      help: ArgumentHelp("A code or a name of the country.", valueName: "code|name"),
      completion: NameCompletion.country)
    var name: String

    @Option(help: "At most so many names, people, countries and articles each.")
    var limit = 10

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var pager: PagerOptions

    @Option(help: "text or json.")
    var format: OutputFormat = .text

    func validate() throws {
      try Listing.checkCount(limit, "--limit")
      try Listing.checkPageFormat(format, of: "country")
    }

    func run() async throws {
      try await reportingErrors {
        pager.start(format == .text)
        let store = try archive.openForReading()
        let code = try CountryReference.code(name, in: store)
        guard let profile = try store.profile(ofCountry: code, limit: limit) else {
          throw CommandError(
            status: .nothingFound,
            description: said("no article names '\(name)' (\(code))", "没有文章提到“\(name)”（\(code)）"))
        }
        let page = CountryPage(profile: profile, style: .output)
        Listing.showPage(page.lines, json: page.json, format)
      }
    }
  }
}
