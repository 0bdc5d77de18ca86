import ArticleStore
import HanText

/// The order of the articles that hold parts of a query, for a search that few articles match as a whole.
///
/// Candidates are the articles with the rarest and the most parts, found by the row ids of each part alone;
/// their texts are then read and compared with the query (``PartialScore``). On headlines of news, each looked
/// for among the bodies alone, this finds the right article first far more often than bm25 over the parts.
struct PartialRanking {
  /// How many articles are read and compared.
  static let candidates = 400
  /// When so many row ids have been looked at, the parts that are left, the most common ones, find no further
  /// candidates.
  private static let rowIDs = 60_000

  let archive: ArticleSnapshot
  let filter: ArticleFilter

  /// The best articles that hold parts of a query, best first, at most ``candidates``.
  ///
  /// - Parameter excluded: articles that are not wanted: those that hold the whole query.
  func ranked(_ query: HanQuery, excluding excluded: Set<Int64>) throws -> [ArticleMatch] {
    let articles = try archive.matchCount(nil, filter: ArticleFilter())
    let parts = try parts(of: query, articles)
    let candidates = try candidates(parts, query, excluded)
    let texts = try archive.texts(of: candidates).map { id, text in (id: id, text: ScannedText(text)) }
    let score = PartialScore(
      of: query,
      frequencies: Dictionary(parts.map { ($0.key, $0.frequency) }, uniquingKeysWith: max),
      articles: articles)
    let length = Double(texts.reduce(0) { $0 + $1.text.units.count }) / Double(max(1, texts.count))
    return texts.map { id, text in
      ArticleMatch(id: id, score: score.score(of: text, averageLength: max(1, length)))
    }.sorted { ($0.score, $0.id) > ($1.score, $1.id) }
  }

  private struct Part {
    let key: TextPart
    /// How many articles hold it.
    let frequency: Int
    /// Row ids of those articles; not all when it is common.
    let ids: [Int64]
  }

  /// The parts of a query that are in any article, the rarest first.
  private func parts(of query: HanQuery, _ articles: Int) throws -> [Part] {
    let common = max(1000, articles / 20)
    return try query.loosened.groups.joined().compactMap { term in
      guard let key = TextPart(ScannedText(term.text)) else { return nil }
      let expression = term.matchExpression
      let ids = try archive.matchIDs(expression, limit: common)
      let frequency =
        ids.count < common ? ids.count : try archive.matchCount(expression, filter: ArticleFilter())
      return ids.isEmpty ? nil : Part(key: key, frequency: frequency, ids: ids)
    }.sorted { $0.frequency < $1.frequency }
  }

  /// The articles that hold the most of the parts, weighted by rarity.
  private func candidates(
    _ parts: [Part], _ query: HanQuery, _ excluded: Set<Int64>
  ) throws -> [Int64] {
    let allowed = filter.isEmpty ? nil : Set(try archive.articleIDs(filter))
    var barred = excluded
    for term in query.exclusions {
      barred.formUnion(try archive.matchIDs(term.matchExpression, limit: .max))
    }
    var weights: [Int64: Double] = [:]
    var looked = 0
    for part in parts {
      // The rarest part is looked at in any case: there may be nothing but common ones.
      if looked > 0, looked + part.ids.count > Self.rowIDs { break }
      looked += part.ids.count
      let weight = 1 / Double(part.frequency).squareRoot()
      for id in part.ids where allowed?.contains(id) != false && !barred.contains(id) {
        weights[id, default: 0] += weight
      }
    }
    return weights.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(Self.candidates).map(\.key)
  }
}
