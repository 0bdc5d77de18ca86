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
  /// How well it fits; greater is better.
  package var score: Double

  /// An article and its score.
  package init(id: Int64, score: Double) {
    self.id = id
    self.score = score
  }
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
  /// Those names of ``people`` that may mean several people, where the article does not say which.
  package var openPeople: [String] = []
}

extension ArticleSnapshot {
  /// Weights of bm25 by column, in the order of the table: body, title, caption.
  private static let rank = "bm25(articles_fts, 1.0, 6.0, 1.5)"

  /// How many articles a full-text expression (`nil`: everything) matches.
  package func matchCount(_ expression: String?, filter: ArticleFilter) throws -> Int {
    let selection = ArticleSelection(expression, filter).sql
    let statement = try db.cachedStatement(sql: "SELECT count(*) FROM \(selection.source)")
    return try Int.fetchOne(statement, arguments: selection.arguments) ?? 0
  }

  /// The articles that a full-text expression matches, each with its bm25, in no order that means anything.
  ///
  /// - Parameter newest: only so many, those that were stored last; `nil` for all. bm25 reads a row of lengths
  ///   for each article it is asked about, which is what a search for a frequent word spends its time on.
  package func scores(_ expression: String, filter: ArticleFilter, newest: Int? = nil) throws
    -> [ArticleMatch]
  {
    let selection = ArticleSelection(expression, filter).sql
    var sql = "SELECT rowid, \(Self.rank) FROM \(selection.source)"
    var arguments = selection.arguments
    if let newest {
      sql += " ORDER BY rowid DESC LIMIT ?"
      arguments += [newest]
    }
    return try fetchScores(sql, arguments)
  }

  /// Those of some articles that a full-text expression matches, each with its bm25.
  package func scores(_ expression: String, filter: ArticleFilter, of ids: [Int64]) throws -> [ArticleMatch] {
    if ids.isEmpty { return [] }
    let selection = ArticleSelection(expression, filter).sql
    let sql = """
      SELECT rowid, \(Self.rank) FROM \(selection.source) AND rowid IN (SELECT value FROM json_each(?))
      """
    return try fetchScores(sql, selection.arguments + [ids.description])
  }

  private func fetchScores(_ sql: String, _ arguments: StatementArguments) throws -> [ArticleMatch] {
    var matches: [ArticleMatch] = []
    let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
    while let row = try rows.next() {
      // Of two columns, the second is a number in every row.
      matches.append(ArticleMatch(id: row[0], score: -(row[1] as Double)))
    }
    return matches
  }

  /// Row ids of the articles that a full-text expression matches, in ascending order, at most `limit`.
  package func matchIDs(_ expression: String, limit: Int) throws -> [Int64] {
    let statement = try db.cachedStatement(
      sql: "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? LIMIT ?")
    return try Int64.fetchAll(statement, arguments: [expression, limit])
  }

  /// Row ids of the articles that a full-text expression (`nil`: everything) matches, by date; those of one date
  /// by id, the greater first unless `order` is oldest or relevance.
  ///
  /// - Parameters:
  ///   - total: how many it matches: tells whether to read the matches or the calendar.
  ///   - limit: at most so many; `nil` for all.
  package func matchIDsByDate(
    _ expression: String?, filter: ArticleFilter, order: HitOrder, total: Int, limit: Int?, offset: Int
  ) throws -> [Int64] {
    let (conditions, filterArguments) = filter.sql
    var sql = "SELECT a.id FROM articles a WHERE 1\(conditions)"
    var arguments = filterArguments
    if let expression {
      // With many matches the newest ones are near the end of the calendar; a few are sorted faster than found
      // there. The plus keeps SQLite from starting with the matches.
      let plus = total > 2000 ? "+" : ""
      sql += " AND \(plus)a.id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)"
      arguments += [expression]
    }
    switch order {
    case .relevance: sql += " ORDER BY a.published_at DESC, a.id"
    case .newest: sql += " ORDER BY a.published_at DESC, a.id DESC"
    case .oldest: sql += " ORDER BY a.published_at, a.id"
    }
    sql += " LIMIT ? OFFSET ?"
    arguments += [limit ?? -1, offset]
    return try Int64.fetchAll(db, sql: sql, arguments: arguments)
  }

  /// Row ids of the articles that a filter lets through, in no order that means anything.
  package func articleIDs(_ filter: ArticleFilter) throws -> [Int64] {
    let (conditions, arguments) = filter.sql
    return try Int64.fetchAll(
      db, sql: "SELECT a.id FROM articles a WHERE 1\(conditions)", arguments: arguments)
  }

  /// Row ids of the articles whose title, folded, is a text.
  package func articleIDs(titleKey: String) throws -> [Int64] {
    let statement = try db.cachedStatement(sql: "SELECT id FROM articles WHERE title_key = ?")
    return try Int64.fetchAll(statement, arguments: [titleKey])
  }

  /// Title, body and caption of articles as one text each.
  package func texts(of ids: [Int64]) throws -> [(id: Int64, text: String)] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, title || char(10) || body || char(10) || ifnull(caption, '') FROM articles
        WHERE id IN (SELECT value FROM json_each(?))
        """)
    return try Row.fetchAll(statement, arguments: [ids.description]).map { ($0[0], $0[1]) }
  }

  /// When articles were published, by row id; nothing for those without a date.
  package func publicationDates(of ids: [Int64]) throws -> [Int64: String] {
    if ids.isEmpty { return [:] }
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, published_at FROM articles
        WHERE id IN (SELECT value FROM json_each(?)) AND published_at IS NOT NULL
        """)
    let rows = try Row.fetchAll(statement, arguments: [ids.description])
    return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
  }

  /// What lists show of the articles with the given row ids, in that order; ids without an article are left out.
  package func cards(_ ids: [Int64]) throws -> [ArticleCard] {
    if ids.isEmpty { return [] }
    // An array of numbers describes itself as the JSON that json_each reads.
    let list: StatementArguments = [ids.description]
    let people = try lists(
      """
      SELECT ap.article_id, p.name FROM json_each(?) AS wanted
      JOIN article_people ap ON ap.article_id = wanted.value JOIN people p ON p.id = ap.person_id
      WHERE p.hidden = 0 ORDER BY ap.mentions DESC, ap.first_start, p.name
      """, list)
    let openPeople = try lists(
      """
      SELECT ap.article_id, p.name FROM json_each(?) AS wanted
      JOIN article_people ap ON ap.article_id = wanted.value JOIN people p ON p.id = ap.person_id
      WHERE p.hidden = 0 AND p.is_open = 1 ORDER BY ap.mentions DESC, ap.first_start, p.name
      """, list)
    let countries = try lists(
      """
      SELECT ac.article_id, ac.code FROM json_each(?) AS wanted
      JOIN article_countries ac ON ac.article_id = wanted.value
      WHERE ac.kind NOT IN \(EntityReference.looseKinds) ORDER BY ac.focus DESC, ac.mentions DESC, ac.code
      """, list)
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.id, url, title, published_at, source, body, caption FROM json_each(?) AS wanted
        CROSS JOIN articles a ON a.id = wanted.value ORDER BY wanted.key
        """)
    return try Row.fetchAll(statement, arguments: list).map { row in
      let id: Int64 = row[0]
      return ArticleCard(
        id: id, url: row[1], title: row[2], publishedAt: row[3], source: row[4], body: row[5],
        caption: row[6], people: people[id] ?? [], countries: countries[id] ?? [],
        openPeople: openPeople[id] ?? [])
    }
  }

  /// The texts of a query's second column by the number in its first, in the order of the rows.
  private func lists(_ sql: String, _ arguments: StatementArguments) throws -> [Int64: [String]] {
    var lists: [Int64: [String]] = [:]
    let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: arguments)
    while let row = try rows.next() { lists[row[0], default: []].append(row[1]) }
    return lists
  }
}
