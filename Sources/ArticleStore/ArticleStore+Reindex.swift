import GRDB

extension ArticleStore {
  /// Builds the full-text tables anew from the articles, people and countries, in one transaction each.
  ///
  /// The tables are made again by their own statements, so that a damaged index cannot stop it.
  package func reindex() throws {
    try write { db in
      for table in ["articles_fts", "people_fts", "countries_fts"] {
        guard
          let statement = try String.fetchOne(
            db, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [table])
        else { continue }
        try db.execute(sql: "DROP TABLE \(table)")
        try db.execute(sql: statement)
      }
      try FullTextSettings.write(db)
      try db.execute(sql: "INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')")
      var index = FullTextChanges()
      index.peopleChanged(try Int64.fetchAll(db, sql: "SELECT id FROM people"))
      try index.flush(db)
    }
    try updateCountryCatalog(inAnyCase: true)
  }
}
