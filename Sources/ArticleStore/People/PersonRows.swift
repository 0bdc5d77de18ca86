import GRDB

/// Finds and makes rows of `people`.
struct PersonRows {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// What a row is known by.
  enum Key {
    /// The key of a person.
    case key(String)
    /// The open row of a name.
    case open(String)
    /// The row of a bearer that was never seen, until it is computed who that is. No person has such a key, so that
    /// it takes no row away from a person whose key the bearer becomes.
    case new(String)

    var text: String {
      switch self {
      case .key(let key): key
      case .open(let name): "\(name)?"
      case .new(let bearer): "\(bearer)?new"
      }
    }
    var isOpen: Bool { if case .open = self { true } else { false } }
  }

  /// The row with a key; a new one where there is none.
  func row(of key: Key, name: String) throws -> Int64 {
    if let id = try find(key.text) { return id }
    try RepeatedStatement(db, "INSERT INTO people (name_key, name, is_open) VALUES (?, ?, ?)")
      .run(key.text, name, key.isOpen)
    return db.lastInsertedRowID
  }

  /// The row with a key; `nil` where there is none.
  func find(_ key: String) throws -> Int64? {
    try RepeatedStatement(db, "SELECT id FROM people WHERE name_key = ?").first(key) { $0.integer(0) }
  }
}
