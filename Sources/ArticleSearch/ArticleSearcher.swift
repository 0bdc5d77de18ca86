package import ArticleStore
import HanText

/// Searches an archive: what a user types → a full-text expression and a filter → hits in order.
package struct ArticleSearcher {
  /// The columns that a query may name before a colon.
  private static let columns = ["title", "body", "caption"]

  private let store: ArticleStore

  /// A searcher of an archive.
  package init(store: ArticleStore) {
    self.store = store
  }

  /// What a request selects exactly, for going through all of it.
  ///
  /// - Parameter notes: is told what the user should know of how names were understood.
  /// - Returns: a full-text expression (`nil`: everything) and a filter; `nil` when nothing can match.
  package func selection(
    _ request: SearchRequest, notes: inout [String]
  ) throws -> (expression: String?, filter: ArticleFilter)? {
    guard let filter = try filter(for: request, notes: &notes) else { return nil }
    let query = HanQuery(request.query, columns: Self.columns)
    // A query of nothing but signs that are no unit (·) finds nothing; an empty one leaves it to the filters.
    if query == nil, !request.query.allSatisfy(\.isWhitespace) { return nil }
    return (query?.matchExpression, filter)
  }

  /// Finds articles.
  ///
  /// The first tier holds every article that matches the query exactly. When it is shorter than the limit and
  /// the order is relevance, articles that hold parts of the query fill the list up, marked as not exact.
  ///
  /// - Throws: ``ArticleSearchError`` for a date or country that is none, ``ArticleStore/ArticleStoreError``.
  package func search(_ request: SearchRequest) throws -> SearchResults {
    var results = SearchResults(query: request.query)
    guard let (expression, filter) = try selection(request, notes: &results.notes) else { return results }
    let query = HanQuery(request.query, columns: Self.columns)
    let total = try store.matchCount(expression, filter: filter)
    results.exactTotal = total
    var exact: [ArticleMatch]
    if let expression, request.order == .relevance {
      let page = try ExactRanking(store: store, filter: filter).page(
        expression, text: request.query, total: total, limit: request.limit, offset: request.offset)
      exact = page.matches
      results.hasApproximateOrder = page.isApproximate
    } else {
      exact = try store.matchIDsByDate(
        expression, filter: filter, order: request.order, total: total, limit: request.limit,
        offset: request.offset
      ).map { ArticleMatch(id: $0, score: 0) }
    }
    let partial = try partialMatches(query, request, filter, exactTotal: total)
    results.total = total + partial.count
    results.hits = try hits(exact, isExact: true, query) + hits(partial, isExact: false, query?.loosened)
    return results
  }

  /// Articles that hold some parts of the query, to fill a list up that has too few exact hits.
  private func partialMatches(
    _ query: HanQuery?, _ request: SearchRequest, _ filter: ArticleFilter, exactTotal: Int
  ) throws -> [ArticleMatch] {
    // Differences, not sums: a user may type the largest number there is.
    guard !request.exactOnly, request.order == .relevance, let limit = request.limit,
      exactTotal - request.offset < limit, let query
    else { return [] }
    let exact = try store.matchIDs(query.matchExpression, limit: .max)
    let ranked = try PartialRanking(store: store, filter: filter).ranked(query, excluding: Set(exact))
    return Array(
      ranked.dropFirst(max(0, request.offset - exactTotal)).prefix(
        limit - max(0, exactTotal - request.offset)))
  }

  private func hits(_ matches: [ArticleMatch], isExact: Bool, _ query: HanQuery?) throws -> [SearchHit] {
    let scores = Dictionary(matches.map { ($0.id, $0.score) }, uniquingKeysWith: { first, _ in first })
    return try store.cards(matches.map(\.id)).map { card in
      SearchHit(
        id: card.id, url: card.url, title: card.title, publishedAt: card.publishedAt, source: card.source,
        score: scores[card.id] ?? 0, isExact: isExact,
        snippet: HitSnippet(of: card, for: query), people: card.people, countries: card.countries)
    }
  }

  /// - Returns: `nil` when a person is asked for whom the archive does not know.
  private func filter(for request: SearchRequest, notes: inout [String]) throws -> ArticleFilter? {
    var filter = ArticleFilter()
    for name in request.people {
      let people = try people(name)
      if people.isEmpty {
        notes.append("nobody in the archive is called '\(name)'")
        return nil
      }
      if people.count > 1 {
        let list = people.prefix(5).map { "\($0.name) (\($0.id), \($0.articles))" }.joined(separator: ", ")
        notes.append(
          "\(people.count) people are called '\(name)', all are searched: \(list)"
            + (people.count > 5 ? " …" : "") + "; give a number instead of the name for one of them")
      }
      filter.people.append(people.map(\.id))
    }
    for name in request.countries {
      let codes = try store.countryCodes(named: name)
      guard let code = codes.first, codes.count == 1 else {
        throw codes.isEmpty
          ? ArticleSearchError.unknownCountry(name)
          : ArticleSearchError.ambiguousCountry(name, codes: codes)
      }
      filter.countries.append(code)
    }
    filter.includesLooseCountries = request.includesLooseCountries
    filter.sources = request.sources.map { $0.lowercased() }
    filter.since = try request.since.map { try PublicationDate($0, option: "--since").text }
    filter.until = try request.until.map { try PublicationDate($0, option: "--until").text }
    return filter
  }

  private func people(_ name: String) throws -> [PersonSummary] {
    if let id = Int64(name) { return try store.person(id: id).map { [$0] } ?? [] }
    return try EntityCatalog(store: store).people(named: name)
  }
}
