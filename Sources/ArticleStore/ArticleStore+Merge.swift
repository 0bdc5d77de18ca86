import GRDB

extension ArticleStore {
  /// Merges some of the pieces of which the full-text index consists, in a short transaction: for a daemon that has
  /// nothing else to do. Every article that is stored alone is a piece of its own at first, and a search looks into
  /// all pieces.
  ///
  /// - Returns: whether there may be more to merge.
  package func mergeFullText() throws -> Bool {
    try write(durably: false) { db in
      let before = db.totalChangesCount
      try db.execute(
        sql: "INSERT INTO articles_fts (articles_fts, rank) VALUES ('merge', ?)",
        arguments: [Self.mergedPages])
      // The command itself counts as a change; so FTS5 documents it.
      return db.totalChangesCount - before >= 2
    }
  }

  /// About how many pages of 4 kB one step writes: a few milliseconds of work.
  private static let mergedPages = 200
}
