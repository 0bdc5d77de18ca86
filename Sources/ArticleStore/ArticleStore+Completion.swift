import Entities
import GRDB

/// What begins as a user began to type. Ranges of indexes and short tables are read, so that an answer comes while
/// the user waits.
extension ArticleStore {
  /// Names, forms and Latin spellings of people that begin with a text, those in most articles first. Script, letter
  /// case and what joins the parts of a name do not matter.
  ///
  /// - Parameter prefix: where it is empty, the shown names of the people whose commonest names are in most articles are
  ///   the answer.
  package func personNames(beginningWith prefix: String, limit: Int) throws -> [String] {
    let key = NameKey(prefix)
    return try read { db in
      if key.isEmpty {
        return try String.fetchAll(
          db,
          sql: """
            SELECT p.name FROM (SELECT person_id, articles FROM names ORDER BY articles DESC LIMIT ?) n
            JOIN people p ON p.id = n.person_id WHERE p.hidden = 0
            GROUP BY p.id ORDER BY sum(n.articles) DESC, p.name LIMIT ?
            """, arguments: [4 * limit + 50, limit])
      }
      return try String.fetchAll(
        db,
        sql: """
          SELECT f.text FROM (
            SELECT name_key, kind, text, articles FROM name_forms
            WHERE name_key >= :key AND name_key < :end AND kind = 'full'
            UNION SELECT name_key, kind, text, articles FROM name_forms WHERE form_key >= :key AND form_key < :end
            UNION SELECT name_key, kind, text, articles FROM name_forms WHERE text >= :text AND text < :textEnd
            UNION SELECT name_key, 'alias', other, 0 FROM person_judgements
            WHERE kind = 'alias' AND other_key >= :key AND other_key < :end
          ) f JOIN names n ON n.key = f.name_key JOIN people p ON p.id = n.person_id
          WHERE p.hidden = 0 GROUP BY f.text ORDER BY sum(f.articles) DESC, f.text LIMIT :limit
          """,
        arguments: [
          "key": key, "end": key.text + Self.last, "text": prefix, "textEnd": prefix + Self.last,
          "limit": limit,
        ])
    }
  }

  /// Codes and names of countries, in all scripts and in English, that begin with a text, those in most articles
  /// first, and simplified before traditional; letter case does not matter.
  ///
  /// - Parameter prefix: where it is empty, the names shown of the countries that articles name are the answer.
  package func countryNames(beginningWith prefix: String, limit: Int) throws -> [String] {
    try read { db in
      let names =
        prefix.isEmpty
        ? "SELECT code, name_zh AS name FROM countries WHERE code IN (SELECT code FROM article_countries)"
        : """
        SELECT code, name FROM country_names
        WHERE substr(han_fold(name), 1, length(han_fold(:text))) = han_fold(:text)
        """
      return try String.fetchAll(
        db,
        sql: """
          WITH named AS (\(names)) SELECT name FROM named
          ORDER BY (SELECT count(*) FROM article_countries a WHERE a.code = named.code) DESC,
            han_fold(name) <> name, length(name), name LIMIT :limit
          """, arguments: prefix.isEmpty ? ["limit": limit] : ["text": prefix, "limit": limit])
    }
  }

  /// Sources that begin with a text, those of most articles first.
  package func sources(beginningWith prefix: String, limit: Int) throws -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT source FROM articles WHERE source >= ? AND source < ?
          GROUP BY source ORDER BY count(*) DESC, source LIMIT ?
          """, arguments: [prefix, prefix + Self.last, limit])
    }
  }

  /// Comes after everything that begins with the same text.
  private static let last = "\u{10FFFF}"
}
