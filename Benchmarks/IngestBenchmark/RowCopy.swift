import Foundation
import GRDB
import GRDBSQLite

/// The rows of a finished archive that belong to a range of articles, in memory, and their way into another
/// archive: single-row statements, prepared once, bound without conversion. The full text comes last, as FTS5 wants.
struct RowCopy {
  private struct Table {
    let name: String
    /// The rows of articles `?1` to `?2`; of people and bearers, those whose first article is among them.
    let selection: String
  }

  private static let firstPeople = "SELECT person FROM temp.first_articles WHERE article BETWEEN ?1 AND ?2"
  private static let firstBearers = "SELECT bearer FROM temp.first_bearers WHERE article BETWEEN ?1 AND ?2"

  /// In an order that keeps references whole.
  private static let tables = [
    Table(name: "articles", selection: "SELECT * FROM articles WHERE id BETWEEN ?1 AND ?2 ORDER BY id"),
    Table(
      name: "people",
      // A key that somebody else has in the other archive is made another one.
      selection: """
        SELECT id, iif(name_key IN temp.taken_keys, name_key || '/' || id, name_key), name, latin_name, hidden,
          is_open, shown_key
        FROM people WHERE id IN (\(firstPeople)) ORDER BY id
        """),
    Table(
      name: "bearers",
      selection: """
        SELECT id, iif((name, latin) IN temp.taken_bearers, name || '/' || id, name), latin, key, family, whole,
          articles, person_id, is_core
        FROM bearers WHERE id IN (\(firstBearers)) ORDER BY id
        """),
    Table(
      name: "bearer_shorts",
      selection: "SELECT short, bearer_id, articles FROM bearer_shorts WHERE bearer_id IN (\(firstBearers))"),
    Table(name: "person_forms", selection: "SELECT * FROM person_forms WHERE person_id IN (\(firstPeople))"),
    Table(
      name: "article_evidence",
      selection: "SELECT * FROM article_evidence WHERE article_id BETWEEN ?1 AND ?2 ORDER BY article_id"),
    Table(
      name: "document_people",
      selection:
        "SELECT * FROM document_people WHERE article_id BETWEEN ?1 AND ?2 ORDER BY article_id, ordinal"),
    Table(
      name: "article_people",
      selection: "SELECT * FROM article_people WHERE article_id BETWEEN ?1 AND ?2 ORDER BY article_id"),
    Table(
      name: "article_countries",
      selection: "SELECT * FROM article_countries WHERE article_id BETWEEN ?1 AND ?2 ORDER BY article_id"),
    Table(
      name: "mention_rules",
      selection: """
        SELECT id, iif(name IN temp.taken_rules, name || '/' || id, name) FROM mention_rules
        WHERE id IN (SELECT rule FROM temp.first_rules WHERE article BETWEEN ?1 AND ?2)
        """),
    Table(
      name: "mention_rows",
      selection: "SELECT * FROM mention_rows WHERE article_id BETWEEN ?1 AND ?2 ORDER BY article_id, position"
    ),
    Table(name: "files", selection: "SELECT * FROM files WHERE article_id BETWEEN ?1 AND ?2 ORDER BY id"),
    Table(
      name: "articles_fts (rowid, body, title, caption)",
      selection: "SELECT id, body, title, caption FROM articles WHERE id BETWEEN ?1 AND ?2 ORDER BY id"),
    Table(
      name: "people_fts (rowid, names, latin)",
      selection: "SELECT rowid, names, latin FROM people_fts WHERE rowid IN (\(firstPeople)) ORDER BY rowid"),
  ]

  private var rows: [(insert: String, rows: [[DatabaseValue]])] = []

  /// Prepares a connection to a finished archive for copying its articles from a row id on.
  ///
  /// - Parameter target: the database into which they go; people, bearers and rules that it has are not copied.
  static func prepare(_ db: Database, from first: Int64, target: String) throws {
    try db.execute(sql: "ATTACH ? AS target", arguments: [target])
    try db.execute(
      sql: """
        CREATE TEMP TABLE first_articles AS
        SELECT person_id AS person, min(article_id) AS article FROM main.article_people
        WHERE article_id >= ? AND person_id NOT IN (SELECT id FROM target.people) GROUP BY person_id
        """, arguments: [first])
    try db.execute(
      sql: """
        CREATE TEMP TABLE first_bearers AS
        SELECT bearer_id AS bearer, min(article_id) AS article FROM main.document_people
        WHERE article_id >= ? AND bearer_id NOT IN (SELECT id FROM target.bearers) GROUP BY bearer_id
        """, arguments: [first])
    try db.execute(
      sql: """
        CREATE TEMP TABLE first_rules AS
        SELECT rule, min(article_id) AS article FROM main.mention_rows
        WHERE article_id >= ? AND rule NOT IN (SELECT id FROM target.mention_rules) GROUP BY rule
        """, arguments: [first])
    try db.execute(
      sql: """
        CREATE INDEX temp.first_articles_by_article ON first_articles (article);
        CREATE TEMP TABLE taken_keys AS SELECT name_key FROM target.people;
        CREATE INDEX temp.taken_keys_by_key ON taken_keys (name_key);
        CREATE INDEX temp.first_bearers_by_article ON first_bearers (article);
        CREATE TEMP TABLE taken_bearers AS SELECT name, latin FROM target.bearers;
        CREATE INDEX temp.taken_bearers_by_name ON taken_bearers (name, latin);
        CREATE TEMP TABLE taken_rules AS SELECT name FROM target.mention_rules;
        """)
    try db.execute(sql: "DETACH target")
  }

  /// Reads the rows of some articles.
  init(_ db: Database, articles: ClosedRange<Int64>) throws {
    for table in Self.tables {
      let statement = try db.cachedStatement(sql: table.selection)
      let found = try Row.fetchAll(statement, arguments: [articles.lowerBound, articles.upperBound])
      let marks = Array(repeating: "?", count: statement.columnCount).joined(separator: ", ")
      rows.append(
        ("INSERT OR IGNORE INTO \(table.name) VALUES (\(marks))", found.map { Array($0.databaseValues) }))
    }
  }

  /// Writes the rows in one transaction.
  func write(to db: Database) throws {
    try db.inTransaction(.immediate) {
      for (insert, rows) in rows {
        let statement = try db.cachedStatement(sql: insert).sqliteStatement
        for row in rows {
          for (index, value) in row.enumerated() { Self.bind(value, to: statement, at: Int32(index + 1)) }
          let code = sqlite3_step(statement)
          sqlite3_reset(statement)
          guard code == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), sql: insert)
          }
        }
      }
      return .commit
    }
  }

  private static func bind(_ value: DatabaseValue, to statement: OpaquePointer, at index: Int32) {
    switch value.storage {
    case .null: sqlite3_bind_null(statement, index)
    case .int64(let integer): sqlite3_bind_int64(statement, index, integer)
    case .double(let number): sqlite3_bind_double(statement, index, number)
    case .string(let text):
      var text = text
      text.withUTF8 { bytes in
        _ = bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(statement, index, $0.baseAddress, Int32($0.count), copied)
        }
      }
    case .blob(let data):
      data.withUnsafeBytes {
        _ = sqlite3_bind_blob(statement, index, $0.baseAddress, Int32($0.count), copied)
      }
    }
  }

  /// `SQLITE_TRANSIENT`: SQLite keeps a copy of its own.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
