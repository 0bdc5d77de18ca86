import GRDB

/// A country of the catalogue with how often and when articles name it.
package struct CountrySummary: Equatable, Sendable {
  /// ISO 3166-1 alpha-2, `XK`, or a historical code.
  package var code: String
  /// Names in simplified Chinese and English.
  package var nameZh: String
  package var nameEn: String
  /// `state`, `territory`, `disputed` or `historical`.
  package var kind: String
  /// In how many articles it is named (by more than a metonym or an outlet), and of how many it is the focus.
  package var articles: Int
  package var focusArticles: Int
  /// Publication of the first and the last of them, ISO 8601 UTC.
  package var firstSeen: String?
  package var lastSeen: String?
}

extension ArticleStore {
  /// Countries that articles name, most articles first; with an expression also those that none names.
  ///
  /// - Parameter expression: a full-text expression on codes and names in all languages; `nil` for all.
  package func countries(matching expression: String?, limit: Int?) throws -> [CountrySummary] {
    let condition =
      expression == nil
      ? "HAVING articles > 0"
      : "HAVING c.id IN (SELECT rowid FROM countries_fts WHERE countries_fts MATCH ?)"
    var arguments: StatementArguments = expression.map { [$0] } ?? []
    arguments += [limit ?? -1]
    return try read { [arguments] db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT c.code, c.name_zh, c.name_en, c.kind, count(a.id) AS articles, total(ac.focus),
            min(a.published_at), max(a.published_at)
          FROM countries c
          LEFT JOIN article_countries ac ON ac.code = c.code AND ac.kind NOT IN \(EntityReference.looseKinds)
          LEFT JOIN articles a ON a.id = ac.article_id
          GROUP BY c.id \(condition) ORDER BY articles DESC, c.code LIMIT ?
          """, arguments: arguments
      ).map { row in
        CountrySummary(
          code: row[0], nameZh: row[1], nameEn: row[2], kind: row[3], articles: row[4],
          focusArticles: Int(row[5] as Double), firstSeen: row[6], lastSeen: row[7])
      }
    }
  }

  /// The codes of the countries that bear a name or code in any script; letter case does not matter.
  package func countryCodes(named name: String) throws -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: "SELECT DISTINCT code FROM country_names WHERE han_fold(name) = han_fold(?) ORDER BY code",
        arguments: [name])
    }
  }
}
