package import Entities
import GRDB

/// A person of the archive with how often and when.
package struct PersonSummary: Equatable, Sendable {
  /// The row id.
  package var id: Int64
  /// The name most articles give, and the Latin spelling most articles give.
  package var name: String
  package var latinName: String?
  /// All other forms and spellings, most articles first.
  package var otherNames: [String]
  /// In how many articles the person is named.
  package var articles: Int
  /// Publication of the first and the last of them, ISO 8601 UTC.
  package var firstSeen: String?
  package var lastSeen: String?
}

extension ArticleStore {
  /// People of the archive, most articles first.
  ///
  /// - Parameters:
  ///   - expression: a full-text expression on names and Latin spellings; `nil` lists everybody.
  ///   - limit: at most so many; `nil` for all.
  package func people(matching expression: String?, limit: Int?) throws -> [PersonSummary] {
    guard let expression else { return try people(where: "1", [], limit: limit) }
    return try people(
      where: "p.id IN (SELECT rowid FROM people_fts WHERE people_fts MATCH ?)", [expression], limit: limit)
  }

  /// The person with a row id; `nil` when there is none.
  package func person(id: Int64) throws -> PersonSummary? {
    try people(where: "p.id = ?", [id], limit: 1).first
  }

  private func people(
    where condition: String, _ arguments: StatementArguments, limit: Int?
  ) throws -> [PersonSummary] {
    try read { db in try Self.people(db, where: condition, arguments, limit: limit) }
  }

  static func people(
    _ db: Database, where condition: String, _ arguments: StatementArguments, limit: Int?
  ) throws -> [PersonSummary] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT p.id, p.name, p.latin_name, count(*) AS articles, min(a.published_at), max(a.published_at)
        FROM people p JOIN article_people ap ON ap.person_id = p.id JOIN articles a ON a.id = ap.article_id
        WHERE p.hidden = 0 AND \(condition)
        GROUP BY p.id ORDER BY articles DESC, p.name LIMIT ?
        """, arguments: arguments + [limit ?? -1]
    ).map { row in
      let (name, latin): (String, String?) = (row[1], row[2])
      return PersonSummary(
        id: row[0], name: name, latinName: latin,
        otherNames: try otherNames(db, of: row[0]).filter { $0 != name && $0 != latin },
        articles: row[3], firstSeen: row[4], lastSeen: row[5])
    }
  }

  private static func otherNames(_ db: Database, of id: Int64) throws -> [String] {
    let statement = try db.cachedStatement(
      sql: "SELECT name FROM person_names WHERE person_id = ? GROUP BY name ORDER BY sum(articles) DESC, name"
    )
    return try String.fetchAll(statement, arguments: [id])
  }

  /// The person who bears a name as a whole in some article: 普京 where an article says nothing else, 李明/2 after
  /// a split. At most one does; forms beside a full name do not count (``people(named:)``).
  package func person(bearing name: String) throws -> PersonSummary? {
    try read { db in
      try Self.people(
        db, where: "p.id = (SELECT person_id FROM names WHERE key = ?)", [NameKey(name)], limit: 1
      ).first
    }
  }

  /// The keys of the names that a person bears as a whole in some article, that of the name shown first.
  package func nameKeys(of id: Int64) throws -> [NameKey] {
    try read { db in
      try NameKey.fetchAll(
        db, sql: "SELECT key FROM names WHERE person_id = ? ORDER BY role <> 'full', articles DESC, key",
        arguments: [id])
    }
  }

  /// How many people the archive knows whose names match a full-text expression (`nil`: all of them).
  package func peopleCount(matching expression: String?) throws -> Int {
    try read { db in
      guard let expression else {
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM people WHERE hidden = 0") ?? 0
      }
      return try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM people
          WHERE hidden = 0 AND id IN (SELECT rowid FROM people_fts WHERE people_fts MATCH ?)
          """, arguments: [expression]) ?? 0
    }
  }

  /// The people who bear a name in any form, spelling or script (letter case, dots and blanks do not matter),
  /// those with most articles first.
  package func people(named name: String) throws -> [PersonSummary] {
    let key = NameKey(name)
    guard !key.isEmpty else { return [] }
    // The index narrows the names down; only equal keys are the name itself.
    // Scalars, not characters: a quote with a combining mark is still a quote to FTS5.
    let phrase = String(String.UnicodeScalarView(name.unicodeScalars.filter { $0 != "\"" && $0 != "\0" }))
    let candidates = try people(matching: "\"\(phrase)\"", limit: nil)
    return candidates.filter { person in
      ([person.name] + person.otherNames + [person.latinName].compactMap(\.self))
        .contains { NameKey($0) == key }
    }
  }
}
