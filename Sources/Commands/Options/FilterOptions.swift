import ArgumentParser
import ArticleSearch
import ArticleStore

/// Which articles a command considers.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only articles that name this person (any form or spelling, or the number).", valueName: "name"),
    completion: NameCompletion.person)
  var person: [String] = []

  @Option(
    help: ArgumentHelp("Only articles that name this country.", valueName: "code|name"),
    completion: NameCompletion.country)
  var country: [String] = []

  @Option(
    help: ArgumentHelp("Only articles of this source, or a part of its name.", valueName: "host"),
    completion: NameCompletion.source)
  var source: [String] = []

  @Option(
    help: ArgumentHelp("Published on this day or later: 2024-10-21, 2024-10 or 2024.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Published on this day (month, year) or earlier.", valueName: "date"))
  var until: String?

  @Flag(help: "Count a country that is named only by a seat of power (白宫) or a news outlet.")
  var loose = false

  /// A search for a query among those articles.
  func request(_ query: String) -> SearchRequest {
    var request = SearchRequest(query: query)
    request.people = person
    request.countries = country
    request.includesLooseCountries = loose
    request.sources = source
    request.since = since
    request.until = until
    return request
  }

  /// The articles that match a query exactly among those; how names were understood goes to standard error.
  ///
  /// - Throws: ``CommandError`` when nobody in the archive bears the name of `--person`.
  func selection(_ query: String, in searcher: ArticleSearcher) throws -> ArticleSelection {
    var notes: [String] = []
    let selection = try searcher.selection(for: request(query), notes: &notes)
    guard let selection else {
      throw CommandError(
        status: .nothingFound,
        description: notes.last ?? said("no article can match '\(query)'", "没有文章能符合“\(query)”"))
    }
    notes.forEach(Terminal.warn)
    return selection
  }
}
