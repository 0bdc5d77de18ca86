import GRDB

extension ArticleStore {
  /// Checks the database's pages, its foreign keys and that each full-text table agrees with its content.
  ///
  /// - Returns: one line a problem; empty when all is well.
  package func integrityProblems() throws -> [String] {
    var problems = try read { db in
      try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        + Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
          "a row of \(row[0] as String) refers to a row of \(row[2] as String) that is not there"
        }
    }
    for table in ["articles_fts", "people_fts", "countries_fts"] {
      do {
        // Without rank 1 an external-content table is not compared with its content, and a stale index passes.
        try write { db in
          try db.execute(sql: "INSERT INTO \(table) (\(table), rank) VALUES ('integrity-check', 1)")
        }
      } catch ArticleStoreError.database(_, let detail) {
        problems.append("\(table) does not agree with its content (\(detail))")
      }
    }
    return problems
  }
}
