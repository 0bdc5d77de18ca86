import Entities
import GRDB

extension ArticleStore {
  /// Computes everybody anew where the database was last written by a version with other rules.
  func updateIdentity() throws {
    let key = "identity_version"
    let version = String(PersonIdentity.version)
    let stored = try read { db in
      try String.fetchOne(db, sql: "SELECT value FROM settings WHERE key = ?", arguments: [key])
    }
    if stored == version { return }
    try write { db in
      try IdentityRebuild(db: db).run()
      try db.execute(
        sql: """
          INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value
          """, arguments: [key, version])
    }
  }

  /// Computes everybody anew from the persons of all documents and the judgements, in one transaction. It gives
  /// what is there already, whatever came in which order; row ids stay where a person's name does.
  package func rebuildPeople() throws {
    try write { db in try IdentityRebuild(db: db).run() }
  }

  /// Compares the people with what the documents and judgements give.
  ///
  /// - Returns: one line a problem; empty when all is well.
  package func identityProblems() throws -> [String] {
    try read { db in try IdentityCheck(db: db).problems() }
  }
}
