import Entities
import GRDB

/// What begins as a user began to type. Ranges of indexes and short tables are read, so that an answer comes while
/// the user waits.
extension ArticleStore {
  /// Names, forms and Latin spellings of people that begin with a text, those in most articles first, and after them
  /// names that are left open. Script, letter case and what joins the parts of a name do not matter.
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
            SELECT p.name FROM (SELECT person_id, articles FROM person_forms ORDER BY articles DESC LIMIT ?) n
            JOIN people p ON p.id = n.person_id WHERE p.hidden = 0
            GROUP BY p.id ORDER BY p.is_open, max(n.articles) DESC, p.name LIMIT ?
            """, arguments: [4 * limit + 50, limit])
      }
      return try String.fetchAll(
        db,
        sql: """
          SELECT f.name FROM (
            SELECT person_id, name, articles FROM person_forms WHERE key >= :key AND key < :end
            UNION SELECT person_id, name, articles FROM person_forms WHERE name >= :text AND name < :textEnd
            UNION SELECT f.person_id, j.other, 0 FROM person_judgements j JOIN person_forms f ON f.key = j.name_key
            WHERE j.kind = 'alias' AND j.other_key >= :key AND j.other_key < :end
          ) f JOIN people p ON p.id = f.person_id
          WHERE p.hidden = 0 GROUP BY f.name ORDER BY min(p.is_open), sum(f.articles) DESC, f.name LIMIT :limit
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
