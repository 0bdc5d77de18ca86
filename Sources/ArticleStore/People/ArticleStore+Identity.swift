import Articles
import Entities
import GRDB
import Identity

extension ArticleStore {
  /// Notes that who is who must be computed again where the database was last written by a version with other rules.
  /// The work itself is done step by step (``settle(_:)``).
  func updateIdentity() throws {
    let stored = try read { db in try Settings(db)["identity_version"] }
    if stored == String(WhoIsWho.version) { return }
    try write { db in
      if try stored != nil || (Int.fetchOne(db, sql: "SELECT 1 FROM document_people LIMIT 1")) != nil {
        try Settings(db).set("identity_evidence_after", "0")
      }
      try Settings(db).set("identity_version", String(WhoIsWho.version))
    }
  }

  /// Whether names changed since who is who was last computed, and how many of them.
  package func pendingNames() throws -> Int {
    try read { db in
      let names = try Int.fetchOne(db, sql: "SELECT count(*) FROM pending_bearers") ?? 0
      guard let after = try Settings(db)["identity_evidence_after"].flatMap(Int64.init) else { return names }
      let articles = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM articles WHERE id > ?", arguments: [after])
      return names + (articles ?? 0)
    }
  }

  /// Computes who is who for everything that changed since the last time, in transactions of a second or so: searches
  /// go on, and what is done is kept when it is interrupted.
  ///
  /// - Parameter isStopping: is asked before each transaction.
  package func settle(_ isStopping: () -> Bool = { false }) throws {
    while !isStopping(), try settleStep() {}
  }

  /// Computes a part of what is pending, in one transaction.
  ///
  /// - Parameter size: the number of names; `nil` for as many as take a second or so.
  /// - Returns: whether there may be more.
  package func settleStep(size: Int? = nil) throws -> Bool {
    // An upgraded archive has persons without evidence; texts are read this once.
    let after = try read { db in try Settings(db)["identity_evidence_after"].flatMap(Int64.init) }
    if let after {
      try write { db in try EvidenceBackfill(db).run(after: after) }
      return true
    }
    let isPending = try read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM pending_bearers) OR EXISTS (SELECT 1 FROM pending_people)
          """) == 1
    }
    guard isPending else { return false }
    return try write { db in
      var changes = FullTextChanges()
      guard let people = try Settlement.step(db, size: size ?? Settlement.stepSize) else { return false }
      changes.peopleChanged(people)
      try changes.flush(db)
      return true
    }
  }

  /// Counts all names again and computes everybody. It gives what is there already, whatever came in which order; row
  /// ids stay where a person does.
  package func rebuildPeople() throws {
    try write { db in try EvidenceBackfill(db).recount() }
    try settle()
  }

  /// Compares the people with what the documents and judgements give.
  ///
  /// - Returns: one line per problem; empty when all is well.
  package func identityProblems() throws -> [String] {
    try read { db in try IdentityCheck(db).problems() }
  }
}

/// What the program keeps about the archive itself.
struct Settings {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  subscript(key: String) -> String? {
    get throws { try String.fetchOne(db, sql: "SELECT value FROM settings WHERE key = ?", arguments: [key]) }
  }

  func set(_ key: String, _ value: String) throws {
    try db.execute(
      sql: "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
      arguments: [key, value])
  }

  func remove(_ key: String) throws {
    try db.execute(sql: "DELETE FROM settings WHERE key = ?", arguments: [key])
  }
}
