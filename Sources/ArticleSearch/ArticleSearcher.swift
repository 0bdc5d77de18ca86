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

  /// Finds articles.
  ///
  /// The first tier holds every article that matches the query exactly. When it is shorter than the limit and
  /// the order is relevance, articles that hold parts of the query fill the list up, marked as not exact.
  ///
  /// - Throws: ``ArticleSearchError`` for a date or country that is none, ``ArticleStore/ArticleStoreError``.
  package func search(_ request: SearchRequest) throws -> SearchResults {
    var results = SearchResults(query: request.query)
    guard let (query, filter) = try understood(request, notes: &results.notes) else { return results }
    try store.snapshot { archive in
      let total = try archive.matchCount(query?.matchExpression, filter: filter)
      let exact = try exactMatches(query, request, filter, total: total, in: archive)
      let partial = try partialMatches(query, request, filter, exactTotal: total, in: archive)
      results.exactTotal = total
      results.total = total + partial.count
      results.hasApproximateOrder = exact.isApproximate
      results.hits =
        try hits(exact.matches, isExact: true, query, in: archive)
        + hits(partial, isExact: false, query?.loosened, in: archive)
    }
    return results
  }

  /// The articles that a request asks for: those that match its query exactly and that its filters let through.
  ///
  /// - Parameter notes: gets what the user should know of how names were understood, a sentence each.
  /// - Returns: `nil` when there can be none: the archive knows nobody of a name, or the query is nothing but signs
  ///   that are no unit (·).
  /// - Throws: ``ArticleSearchError`` for a date or country that is none, ``ArticleStore/ArticleStoreError``.
  package func selection(
    for request: SearchRequest, notes: inout [String]
  ) throws -> ArticleSelection? {
    try understood(request, notes: &notes).map { ArticleSelection($0.query?.matchExpression, $0.filter) }
  }

  /// A request's query, `nil` for an empty one, which leaves it to the filters, and its filters; `nil` when there can
  /// be no article.
  private func understood(
    _ request: SearchRequest, notes: inout [String]
  ) throws -> (query: HanQuery?, filter: ArticleFilter)? {
    guard let filter = try filter(for: request, notes: &notes) else { return nil }
    let query = HanQuery(request.query, columns: Self.columns)
    if query == nil, !request.query.allSatisfy(\.isWhitespace) { return nil }
    return (query, filter)
  }

  /// The full-text expression of a query; `nil` when there is nothing in it to search for.
  package func expression(for query: String) -> String? {
    HanQuery(query, columns: Self.columns)?.matchExpression
  }

  /// The page of the articles that hold the whole query.
  private func exactMatches(
    _ query: HanQuery?, _ request: SearchRequest, _ filter: ArticleFilter, total: Int,
    in archive: ArticleSnapshot
  ) throws -> ExactRanking.Page {
    if let query, request.order == .relevance {
      return try ExactRanking(archive: archive, filter: filter).page(
        query.matchExpression, text: request.query, total: total, limit: request.limit, offset: request.offset
      )
    }
    let ids = try archive.matchIDsByDate(
      query?.matchExpression, filter: filter, order: request.order, total: total, limit: request.limit,
      offset: request.offset)
    return ExactRanking.Page(matches: ids.map { ArticleMatch(id: $0, score: 0) }, isApproximate: false)
  }

  /// Articles that hold some parts of the query, to fill a list up that has too few exact hits.
  private func partialMatches(
    _ query: HanQuery?, _ request: SearchRequest, _ filter: ArticleFilter, exactTotal: Int,
    in archive: ArticleSnapshot
  ) throws -> [ArticleMatch] {
    // Differences, not sums: a user may type the largest number there is.
    guard !request.exactOnly, request.order == .relevance, let limit = request.limit,
      exactTotal - request.offset < limit, let query
    else { return [] }
    let exact = try archive.matchIDs(query.matchExpression, limit: .max)
    let ranked = try PartialRanking(archive: archive, filter: filter).ranked(query, excluding: Set(exact))
    return Array(
      ranked.dropFirst(max(0, request.offset - exactTotal)).prefix(
        limit - max(0, exactTotal - request.offset)))
  }

  private func hits(
    _ matches: [ArticleMatch], isExact: Bool, _ query: HanQuery?, in archive: ArticleSnapshot
  ) throws -> [SearchHit] {
    if matches.isEmpty { return [] }
    let scores = Dictionary(matches.map { ($0.id, $0.score) }, uniquingKeysWith: { first, _ in first })
    let terms = HitSnippet.Terms(of: query)
    return try archive.cards(matches.map(\.id)).map { card in
      SearchHit(
        id: card.id, url: card.url, title: card.title, publishedAt: card.publishedAt, source: card.source,
        score: scores[card.id] ?? 0, isExact: isExact,
        snippet: HitSnippet(of: card, showing: terms), people: card.people, countries: card.countries,
        openPeople: card.openPeople)
    }
  }

  /// - Returns: `nil` when a person is asked for whom the archive does not know.
  private func filter(for request: SearchRequest, notes: inout [String]) throws -> ArticleFilter? {
    var filter = ArticleFilter()
    for name in request.people {
      switch try EntityResolver(store: store).person(name) {
      case .one(let person): filter.people.append([person.id])
      case .several(let people): throw ArticleSearchError.ambiguousPerson(name, candidates: people)
      case .none:
        notes.append("nobody in the archive is called '\(name)': 'dossier people TEXT' finds parts of names")
        return nil
      }
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
}
