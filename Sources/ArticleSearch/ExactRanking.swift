import ArticleStore
import HanText

/// The order of the articles that hold a whole query: titles equal to it first, then bm25, then the newest.
struct ExactRanking {
  /// How many articles are ranked at most, when only the best are wanted. A word that more articles hold is so
  /// common that its best hits are hardly better than others; beyond, a search would spend all its time on bm25.
  static let rankedArticles = 10_000

  /// A part of the ranking.
  struct Page {
    var matches: [ArticleMatch]
    /// Whether only the articles stored last were ranked, because too many match.
    var isApproximate: Bool
  }

  let archive: ArticleSnapshot
  let filter: ArticleFilter

  /// The best articles for an expression.
  ///
  /// - Parameters:
  ///   - text: what was typed, which a title may equal.
  ///   - total: how many articles match.
  ///   - limit: at most so many; `nil` for all, all ranked.
  func page(_ expression: String, text: String, total: Int, limit: Int?, offset: Int) throws -> Page {
    guard offset < total else { return Page(matches: [], isApproximate: false) }
    let last = limit.map { $0 > total - offset ? total : offset + $0 } ?? total
    let window = limit == nil ? total : max(Self.rankedArticles, last)
    let equal = try archive.articleIDs(titleKey: Folding.fold(text))
    var matches = try archive.scores(expression, filter: filter, newest: total > window ? window : nil)
    if total > window {
      let ranked = Set(matches.map(\.id))
      matches += try archive.scores(
        expression, filter: filter, of: equal.filter { !ranked.contains($0) })
    }
    return Page(
      matches: Array(try best(last, of: matches, first: Set(equal)).dropFirst(offset)),
      isApproximate: total > window)
  }

  /// The first `count` of the matches in order: only those that can be among them are sorted, with their dates.
  private func best(_ count: Int, of matches: [ArticleMatch], first: Set<Int64>) throws -> [ArticleMatch] {
    guard let least = leastScore(ofBest: count, matches) else { return [] }
    let contenders = matches.filter { $0.score >= least || first.contains($0.id) }
    let dates = try archive.publicationDates(of: contenders.map(\.id))
    let sorted = contenders.sorted { one, other in
      let isFirst = (first.contains(one.id), first.contains(other.id))
      if isFirst.0 != isFirst.1 { return isFirst.0 }
      if one.score != other.score { return one.score > other.score }
      let date = (dates[one.id] ?? "", dates[other.id] ?? "")
      return date.0 != date.1 ? date.0 > date.1 : one.id < other.id
    }
    return Array(sorted.prefix(count))
  }

  /// The score of the last of the `count` best matches; `nil` when there is none.
  private func leastScore(ofBest count: Int, _ matches: [ArticleMatch]) -> Double? {
    // A page is short and the matches are many: keeping the best few in order is faster than sorting all.
    guard count <= 100 else { return matches.map(\.score).sorted(by: >).prefix(count).last }
    var best: [Double] = []
    for match in matches where best.count < count || match.score > (best.last ?? 0) {
      let place = best.firstIndex { $0 < match.score } ?? best.count
      if best.count == count { best.removeLast() }
      best.insert(match.score, at: place)
    }
    return best.last
  }
}
