import GRDB

/// How FTS5 gathers what is written to `articles_fts` and merges its pieces; chosen by measurement
/// (Documentation/Performance.md). The table keeps it, so every connection goes by it.
enum FullTextSettings {
  /// `hashsize`: a batch is gathered in one or two pieces before it is written; with FTS5's own 1 MB in many that
  /// must be merged, which costs 40 % more. `automerge`: merging begins at eight pieces of a size, not four.
  private static let values = [("hashsize", 16 << 20), ("automerge", 8)]

  /// Writes the settings where the table has others.
  static func update(_ store: ArticleStore) throws {
    let isCurrent = try store.read { db in
      try values.allSatisfy { name, value in
        try Int.fetchOne(db, sql: "SELECT v FROM articles_fts_config WHERE k = ?", arguments: [name]) == value
      }
    }
    if !isCurrent { try store.write(write) }
  }

  /// Writes the settings, within a transaction of the caller.
  static func write(_ db: Database) throws {
    for (name, value) in values {
      try db.execute(
        sql: "INSERT INTO articles_fts (articles_fts, rank) VALUES (?, ?)", arguments: [name, value])
    }
  }
}
