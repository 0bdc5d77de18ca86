import Entities
import GRDB

/// Reads `names` and `name_forms`.
struct NameTable {
  let db: Database

  /// A row of `names`.
  struct Entry: Equatable {
    var name: CoredName
    var person: Int64
    var role: String
    var known: String?
  }

  func entry(_ key: String) throws -> Entry? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT key, articles, is_dotted, core, owner, owner_articles, person_id, role, known
        FROM names WHERE key = ?
        """)
    return try Row.fetchOne(statement, arguments: [key]).map { row in
      Entry(
        name: CoredName(
          key: row[0], articles: row[1], isDotted: row[2], core: row[3], owner: row[4], ownerArticles: row[5]),
        person: row[6], role: row[7], known: row[8])
    }
  }

  /// A name with all its forms; without articles when there is none.
  func record(_ key: String) throws -> RecordedName {
    var record = RecordedName(key: key)
    let counts = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT articles, latin_articles FROM names WHERE key = ?"), arguments: [key])
    guard let counts else { return record }
    record.articles = counts[0]
    record.latinArticles = counts[1]
    let forms = try db.cachedStatement(sql: "SELECT kind, text, articles FROM name_forms WHERE name_key = ?")
    for row in try Row.fetchAll(forms, arguments: [key]) {
      guard let kind = RecordedForm.Kind(rawValue: row[0]) else { continue }
      record.forms[RecordedForm(kind: kind, text: row[1])] = row[2]
    }
    return record
  }

  /// The keys of the names of which some article gives a folded Latin spelling.
  func names(spelled spelling: String) throws -> [String] {
    try strings("SELECT DISTINCT name_key FROM name_forms WHERE form_key = ? AND kind = 'latin'", spelling)
  }

  /// In how many articles a short form belongs to each core.
  func resolutions(of form: String) throws -> [String: Int] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT n.core, sum(f.articles) FROM name_forms f JOIN names n ON n.key = f.name_key
        WHERE f.form_key = ? AND f.kind = 'short' AND n.articles > 0 GROUP BY n.core
        """)
    let rows = try Row.fetchAll(statement, arguments: [form])
    return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
  }

  /// The folded short forms that articles give of a name.
  func shortForms(of key: String) throws -> [String] {
    try strings("SELECT DISTINCT form_key FROM name_forms WHERE name_key = ? AND kind = 'short'", key)
  }

  func names(inCore core: String) throws -> [String] {
    // The least name of a core has the core's key; the index holds only the others.
    try strings("SELECT key FROM names WHERE core = ? AND core <> key", core)
      + strings("SELECT key FROM names WHERE key = ?1 AND core = ?1", core)
  }

  func names(ownedBy core: String) throws -> [String] {
    try strings("SELECT key FROM names WHERE owner = ?", core)
  }

  func names(of person: Int64) throws -> [String] {
    try Self.strings(db, "SELECT key FROM names WHERE person_id = ?", [person])
  }

  /// The names that mean the well-known person with this first form.
  func names(known form: String) throws -> [String] {
    try strings("SELECT key FROM names WHERE known = ?", form)
  }

  private func strings(_ sql: String, _ argument: String) throws -> [String] {
    try Self.strings(db, sql, [argument])
  }

  private static func strings(
    _ db: Database, _ sql: String, _ arguments: StatementArguments
  ) throws -> [String] {
    try String.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
  }
}
