import GRDB

/// The order of search results.
package enum HitOrder: String, CaseIterable, Sendable {
  /// Title equal to the query first, then bm25, then newest, then id.
  case relevance
  /// By publication, then id.
  case newest, oldest
}

/// An article that a full-text expression matches.
package struct ArticleMatch: Equatable, Sendable {
  /// The row id.
  package var id: Int64
  /// bm25 with column weights; greater is better.
  package var score: Double
}

/// What a list of results shows of an article.
package struct ArticleCard: Equatable, Sendable {
  /// The row id.
  package var id: Int64
  /// The article.
  package var url: String?
  package var title: String
  package var publishedAt: String?
  package var source: String?
  package var body: String
  package var caption: String?
  /// Names of its people, most mentions first.
  package var people: [String]
  /// Codes of the countries it names, most mentions first.
  package var countries: [String]
}

extension ArticleStore {
  /// Weights of bm25 by column, in the order of the table: body, title, caption.
  private static let rank = "bm25(articles_fts, 1.0, 6.0, 1.5)"

  /// The articles that a full-text expression matches, best first.
  ///
  /// - Parameters:
  ///   - expression: an FTS5 expression that is valid; `nil` matches every article.
  ///   - foldedTitle: articles whose folded title equals this come first (relevance only).
  ///   - excluding: articles that this expression matches do not come.
  ///   - limit: at most so many; `nil` for all.
  package func matches(
    _ expression: String?, foldedTitle: String? = nil, filter: ArticleFilter, excluding: String? = nil,
    order: HitOrder, limit: Int?, offset: Int = 0
  ) throws -> [ArticleMatch] {
    let (conditions, filterArguments) = filter.sql
    var arguments: StatementArguments = []
    var sql: String
    let rank: String
    if let expression {
      // bm25 is only worth its cost where it decides the order.
      rank = order == .relevance ? Self.rank : "0.0"
      sql = """
        SELECT a.id, \(rank) AS rank FROM articles_fts CROSS JOIN articles a ON a.id = articles_fts.rowid
        WHERE articles_fts MATCH ?
        """
      arguments += [expression]
    } else {
      sql = "SELECT a.id, 0.0 AS rank FROM articles a WHERE 1"
    }
    sql += conditions
    arguments += filterArguments
    if let excluding {
      sql += " AND a.id NOT IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)"
      arguments += [excluding]
    }
    switch order {
    case .relevance:
      sql += " ORDER BY"
      if let foldedTitle {
        sql += " han_fold(a.title) = ? DESC,"
        arguments += [foldedTitle]
      }
      sql += " rank, a.published_at DESC, a.id"
    case .newest: sql += " ORDER BY a.published_at DESC, a.id DESC"
    case .oldest: sql += " ORDER BY a.published_at, a.id"
    }
    sql += " LIMIT ? OFFSET ?"
    arguments += [limit ?? -1, offset]
    return try read { [sql, arguments] db in
      try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
        ArticleMatch(id: row[0], score: -(row[1] as Double))
      }
    }
  }

  /// How many articles a full-text expression (`nil`: everything) matches.
  package func matchCount(_ expression: String?, filter: ArticleFilter) throws -> Int {
    let (conditions, filterArguments) = filter.sql
    var sql: String
    var arguments: StatementArguments = []
    switch expression {
    case .some(let expression) where filter.isEmpty:
      sql = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH ?"
      arguments = [expression]
    case .some(let expression):
      sql = """
        SELECT count(*) FROM articles_fts CROSS JOIN articles a ON a.id = articles_fts.rowid
        WHERE articles_fts MATCH ?\(conditions)
        """
      arguments = [expression] + filterArguments
    case .none:
      sql = "SELECT count(*) FROM articles a WHERE 1\(conditions)"
      arguments = filterArguments
    }
    return try read { [sql, arguments] db in try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0 }
  }

  /// What lists show of the articles with the given row ids, in that order; ids without an article are left out.
  package func cards(_ ids: [Int64]) throws -> [ArticleCard] {
    try read { db in
      let article = try db.cachedStatement(
        sql: "SELECT url, title, published_at, source, body, caption FROM articles WHERE id = ?")
      let people = try db.cachedStatement(
        sql: """
          SELECT p.name FROM article_people ap JOIN people p ON p.id = ap.person_id
          WHERE ap.article_id = ? AND p.hidden = 0 ORDER BY ap.mentions DESC, ap.first_start, p.name
          """)
      let countries = try db.cachedStatement(
        sql: """
          SELECT code FROM article_countries WHERE article_id = ? AND kind NOT IN ('metonym', 'outlet')
          ORDER BY focus DESC, mentions DESC, code
          """)
      return try ids.compactMap { id in
        guard let row = try Row.fetchOne(article, arguments: [id]) else { return nil }
        return ArticleCard(
          id: id, url: row[0], title: row[1], publishedAt: row[2], source: row[3], body: row[4],
          caption: row[5], people: try String.fetchAll(people, arguments: [id]),
          countries: try String.fetchAll(countries, arguments: [id]))
      }
    }
  }
}
