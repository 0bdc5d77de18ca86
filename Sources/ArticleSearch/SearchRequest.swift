package import ArticleStore

/// A search as a user asks for it.
package struct SearchRequest: Equatable, Sendable {
  /// The query (Documentation/Search.md); blank for every article that the filters let through.
  package var query: String
  /// Names of people, in any script or spelling; each must be in the article.
  package var people: [String] = []
  /// Codes or names of countries; each must be named in the article.
  package var countries: [String] = []
  /// Whether an article that has a country only by a metonym or an outlet's name counts.
  package var includesLooseCountries = false
  /// Sources, or parts of them; one of them must have published the article.
  package var sources: [String] = []
  /// The first and last day (month, year) of publication, both inclusive.
  package var since: String?
  package var until: String?
  /// The order of the hits.
  package var order = HitOrder.relevance
  /// At most so many hits; `nil` for all.
  package var limit: Int? = 20
  /// How many hits are left out at the beginning.
  package var offset = 0
  /// Whether only articles that match the query exactly are given.
  package var exactOnly = false

  /// A search for `query` without filters.
  package init(query: String) {
    self.query = query
  }
}

/// What a search found.
package struct SearchResults: Equatable, Sendable {
  /// The query as asked.
  package var query: String
  /// How many articles match the query and the filters exactly.
  package var exactTotal = 0
  /// ``exactTotal`` and the approximate hits that fill the list up.
  package var total = 0
  /// Whether only the matches stored last were ranked, because a great many match; counts are exact all the same.
  package var hasApproximateOrder = false
  /// The hits, exact ones first.
  package var hits: [SearchHit] = []
  /// What the user should know of how names were understood, a sentence each.
  package var notes: [String] = []
}

/// One article found.
package struct SearchHit: Equatable, Sendable {
  /// The article.
  package var id: Int64
  package var url: String?
  package var title: String
  package var publishedAt: String?
  package var source: String?
  /// How well it fits, greater is better; comparable within one result only.
  package var score: Double
  /// Whether it holds every term; the others hold parts of them and fill the list up.
  package var isExact: Bool
  /// A piece of the text around what was found.
  package var snippet: HitSnippet
  /// Names of the people, most mentions first.
  package var people: [String]
  /// Codes of the countries, those the article is about first.
  package var countries: [String]
  /// Those names of ``people`` that may mean several people, where the article does not say which.
  package var openPeople: [String] = []
}
