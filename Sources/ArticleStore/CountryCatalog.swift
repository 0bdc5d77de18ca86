import Entities
import GRDB

extension ArticleStore {
  /// Writes the countries and all their names where the database holds another version of them, or in any case.
  func updateCountryCatalog(inAnyCase: Bool = false) throws {
    let version = String(CountryGazetteer.version)
    let key = "country_catalog_version"
    let stored = try read { db in try Settings(db)[key] }
    if stored == version, !inAnyCase { return }
    try write { db in
      try db.execute(sql: "DELETE FROM country_names")
      let upsert = try db.makeStatement(
        sql: """
          INSERT INTO countries (code, name_zh, name_en, kind, successor) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,
            kind = excluded.kind, successor = excluded.successor
          """)
      let insertName = try db.makeStatement(
        sql: "INSERT OR IGNORE INTO country_names (code, name) VALUES (?, ?)")
      for country in CountryGazetteer.all {
        try upsert.execute(arguments: [
          country.code, country.nameZh, country.nameEn, country.kind.rawValue, country.successor,
        ])
        for name in [country.code, country.nameZh, country.nameEn] + country.names {
          try insertName.execute(arguments: [country.code, name])
        }
      }
      try Settings(db).set(key, version)
      // Full text last: a statement on another table between two FTS writes would cost a flush each.
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT c.id, group_concat(n.name, char(10)) AS names
          FROM countries c JOIN country_names n ON n.code = c.code GROUP BY c.id
          """)
      try db.execute(sql: "DELETE FROM countries_fts")
      let insert = try db.makeStatement(sql: "INSERT INTO countries_fts (rowid, names) VALUES (?, ?)")
      for row in rows { try insert.execute(arguments: [row["id"], row["names"]]) }
    }
  }
}
