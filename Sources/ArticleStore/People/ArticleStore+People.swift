package import Entities
import GRDB
import Identity

/// A person of the archive with how often and when.
package struct PersonSummary: Equatable, Sendable {
  /// The row id.
  package var id: Int64
  /// The name most articles give, and the Latin spelling most articles give.
  package var name: String
  package var latinName: String?
  /// All other forms and spellings, most articles first.
  package var otherNames: [String]
  /// Whether the name may mean several people, and the articles do not say which.
  package var isOpen: Bool
  /// In how many articles the person is named.
  package var articles: Int
  /// Publication of the first and the last of them, ISO 8601 UTC.
  package var firstSeen: String?
  package var lastSeen: String?
  /// The words by which the newest articles introduce the person; empty until they are asked for
  /// (``ArticleStore/withRoles(_:)``).
  package var roles: [String] = []
}

extension ArticleStore {
  /// People of the archive, most articles first, and after them the names that are left open.
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

  func people(
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
        SELECT p.id, p.name, p.latin_name, count(*) AS articles, min(a.published_at), max(a.published_at),
          p.is_open
        FROM people p JOIN article_people ap ON ap.person_id = p.id JOIN articles a ON a.id = ap.article_id
        WHERE p.hidden = 0 AND \(condition)
        GROUP BY p.id ORDER BY p.is_open, articles DESC, p.name, p.id LIMIT ?
        """, arguments: arguments + [limit ?? -1]
    ).map { row in
      let (name, latin): (String, String?) = (row[1], row[2])
      return PersonSummary(
        id: row[0], name: name, latinName: latin,
        otherNames: try otherNames(db, of: row[0]).filter { $0 != name && $0 != latin },
        isOpen: row[6], articles: row[3], firstSeen: row[4], lastSeen: row[5])
    }
  }

  private static func otherNames(_ db: Database, of id: Int64) throws -> [String] {
    let statement = try db.cachedStatement(
      sql: "SELECT name FROM person_names WHERE person_id = ? GROUP BY name ORDER BY sum(articles) DESC, name"
    )
    // Those who were separated from others of their name are found by the name with the label: 李明/教练.
    let labelled = try db.cachedStatement(
      sql: """
        SELECT DISTINCT name FROM bearers
        WHERE person_id = ? AND name LIKE '%\(PersonJudgement.separator)%' ORDER BY name
        """)
    return try String.fetchAll(statement, arguments: [id]) + String.fetchAll(labelled, arguments: [id])
  }

  /// The people who bear a name as a whole in some article, most articles first: 普京 where an article says nothing
  /// else, 李明/2 after a split. Forms beside a full name do not count (``people(named:)``).
  package func people(bearing name: String) throws -> [PersonSummary] {
    try people(
      where: """
        p.id IN (SELECT person_id FROM person_forms WHERE key = ?1 AND kind = 'full'
          UNION SELECT person_id FROM bearers WHERE key = ?1 AND articles > 0)
        """, [PersonJudgement.key(ofWritten: name)], limit: nil)
  }

  /// The people whom an override about the name with a key concerns, most articles first; names that are left open are
  /// not among them.
  package func people(concernedBy key: NameKey) throws -> [PersonSummary] {
    try people(where: "p.is_open = 0 AND p.id IN (\(Self.bearersOfKey))", [key], limit: nil)
  }

  /// A query for the row ids of the people who bear the name with a key as a whole. Articles whose person a user told
  /// apart by a label have another key.
  static let bearersOfKey = """
    SELECT person_id FROM bearers WHERE key = ?1 AND articles > 0 AND person_id IS NOT NULL
    UNION SELECT d.person_id FROM bearers b JOIN document_people d ON d.bearer_id = b.id
    WHERE b.key = ?1 AND b.person_id IS NULL
    """

  /// In how many articles each person bears a name as a whole, by row id.
  package func articleCounts(bearing name: String) throws -> [Int64: Int] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT person_id, sum(articles) FROM person_forms WHERE key = ? AND kind = 'full' GROUP BY person_id
          """, arguments: [NameKey(name)])
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }
  }

  /// The keys of the names that a person bears as a whole in some article, that of the name shown first. What tells the
  /// person apart after a split is part of the key.
  package func nameKeys(of id: Int64) throws -> [NameKey] {
    try read { db in
      try NameKey.fetchAll(
        db,
        sql: """
          SELECT b.key FROM (
            SELECT key, articles FROM bearers WHERE person_id = ?1 AND articles > 0
            UNION ALL
            SELECT b.key, 1 FROM document_people d JOIN bearers b ON b.id = d.bearer_id
            WHERE d.person_id = ?1 AND b.person_id IS NULL) b
          GROUP BY b.key
          ORDER BY b.key <> (SELECT shown_key FROM people WHERE id = ?1), sum(b.articles) DESC, b.key
          """, arguments: [id])
    }
  }

  /// The keys of the names that say by themselves who a person is, without those that articles only link to the person;
  /// where there are none, all keys of names. That of the name shown comes first.
  package func ownNameKeys(of id: Int64) throws -> [NameKey] {
    try read { db in
      try NameKey.fetchAll(
        db,
        sql: """
          WITH own AS (SELECT b.* FROM bearers b WHERE b.id IN (SELECT bearer_id FROM document_people WHERE person_id = ?1))
          SELECT own.key FROM own JOIN people p ON p.id = ?1
          WHERE own.is_core = 1 OR NOT EXISTS (SELECT 1 FROM own WHERE is_core = 1)
          GROUP BY own.key ORDER BY own.key <> p.shown_key, sum(own.articles) DESC, own.key
          """, arguments: [id])
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
    return try read { db in
      try Self.people(
        db,
        where: """
          p.id IN (SELECT person_id FROM person_forms WHERE key = ?1
            UNION SELECT f.person_id FROM person_judgements j JOIN person_forms f ON f.key = j.name_key
            WHERE j.kind = 'alias' AND j.other_key = ?1)
          """, [key], limit: nil)
    }
  }
}
