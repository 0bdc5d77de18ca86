import GRDB

/// One country with all that the archive tells.
package struct CountryProfile: Equatable, Sendable {
  /// Which, how often and when.
  package var summary: CountrySummary
  /// How articles write it, most articles first.
  package var names: [NameCount]
  /// When, by stretches that can be read one a line.
  package var timeline: Timeline
  /// Who and what is in the same articles.
  package var company: Company
  /// The newest articles.
  package var newest: [MentioningArticle]

  /// A form of the name, seats of power and outlets among them, with the number of articles that give it.
  package struct NameCount: Equatable, Sendable {
    package var name: String
    package var articles: Int
  }
}

extension ArticleStore {
  /// What the archive tells of a country; `nil` when no article names it or there is none with the code.
  ///
  /// - Parameter limit: at most so many names, people, countries and articles each.
  package func profile(ofCountry code: String, limit: Int) throws -> CountryProfile? {
    try read { db in
      guard let summary = try Self.summary(db, ofCountry: code), summary.articles > 0 else { return nil }
      let entity = EntityReference.country(code)
      let (articles, arguments) = entity.articles
      let names = try Row.fetchAll(
        db,
        sql: """
          SELECT text, count(DISTINCT article_id) AS articles FROM mention_rows
          WHERE article_id IN (\(articles)) AND code = ?
          GROUP BY text ORDER BY articles DESC, text LIMIT ?
          """, arguments: arguments + [code, limit]
      ).map { CountryProfile.NameCount(name: $0[0], articles: $0[1]) }
      return CountryProfile(
        summary: summary, names: names, timeline: Timeline([try Self.dayCounts(db, of: entity)]),
        company: try Company(db, of: entity, limit: limit),
        newest: try MentioningArticle.newest(db, of: entity, limit: limit))
    }
  }

  /// A country by its code, also one that no article names; `nil` when the catalogue has none.
  package func country(code: String) throws -> CountrySummary? {
    try read { try Self.summary($0, ofCountry: code) }
  }

  private static func summary(_ db: Database, ofCountry code: String) throws -> CountrySummary? {
    let (articles, arguments) = EntityReference.country(code).articles
    // The plus keeps to the calendar's index: an article's own row has its text before its date.
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT c.code, c.name_zh, c.name_en, c.kind, ac.articles, ac.focus, d.first, d.last
        FROM countries c,
          (SELECT count(*) AS articles, total(focus) AS focus FROM article_countries
            WHERE code = ? AND kind NOT IN \(EntityReference.looseKinds)) ac,
          (SELECT min(published_at) AS first, max(published_at) AS last
            FROM articles INDEXED BY articles_by_date WHERE +id IN (\(articles))) d
        WHERE c.code = ?
        """, arguments: [code] + arguments + [code])
    return row.map { row in
      CountrySummary(
        code: row[0], nameZh: row[1], nameEn: row[2], kind: row[3], articles: row[4],
        focusArticles: Int(row[5] as Double), firstSeen: row[6], lastSeen: row[7])
    }
  }
}
