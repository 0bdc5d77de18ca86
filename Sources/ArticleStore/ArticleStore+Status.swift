package import Articles
import GRDB
import Glibc

/// How the archive stands.
package struct StoreStatus: Equatable, Sendable {
  /// Rows; names that are left open do not count as people.
  package var articles: Int
  package var people: Int
  package var countries: Int
  package var sources: Int
  /// Publication of the oldest and the newest article, ISO 8601 UTC.
  package var firstPublished: String?
  package var lastPublished: String?
  /// Files of the ledger by state.
  package var files: [FileState: Int]
  /// The last file that could not be stored: its path, the reason, when.
  package var lastError: LedgerError?
  /// The last run of `ingest`.
  package var lastRun: RunRecord?
  /// Bytes of the database file and its write-ahead log.
  package var databaseSize: Int
}

/// A file of the ledger that could not be stored.
package struct LedgerError: Equatable, Sendable {
  /// The file, why it could not be stored, when that was seen last.
  package var path: String
  package var error: String
  package var at: String
}

/// One run of a command that writes, as kept in `runs`.
package struct RunRecord: Equatable, Sendable {
  /// The command and its times, ISO 8601 UTC; `finishedAt` is `nil` while it runs or when it was killed.
  package var command: String
  package var startedAt: String
  package var finishedAt: String?
  /// What became of its files.
  package var counts: RunCounts
}

/// What became of the files of a run.
package struct RunCounts: Equatable, Sendable {
  /// New articles.
  package var added = 0
  /// Newer captures of articles.
  package var replaced = 0
  /// Duplicates, older captures and removed articles.
  package var unchanged = 0
  /// Files that are no articles.
  package var failed = 0
  /// Files left where they are for a later run.
  package var postponed = 0

  /// Nothing yet.
  package init() {}

  /// All files.
  package var files: Int { added + replaced + unchanged + failed + postponed }
}

extension ArticleStore {
  /// How the archive stands now.
  package func status() throws -> StoreStatus {
    try read { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      let span = try Row.fetchOne(db, sql: "SELECT min(published_at), max(published_at) FROM articles")
      var files: [FileState: Int] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT state, count(*) FROM files GROUP BY state") {
        if let state = FileState(rawValue: row[0]) { files[state] = row[1] }
      }
      return StoreStatus(
        articles: try count("SELECT count(*) FROM articles"),
        people: try count("SELECT count(*) FROM people WHERE hidden = 0 AND is_open = 0"),
        countries: try count(
          "SELECT count(DISTINCT code) FROM article_countries WHERE kind NOT IN \(EntityReference.looseKinds)"
        ),
        sources: try count("SELECT count(DISTINCT source) FROM articles"),
        firstPublished: span?[0], lastPublished: span?[1], files: files,
        lastError: try lastError(db), lastRun: try lastRun(db),
        databaseSize: fileSize(path) + fileSize(path + "-wal"))
    }
  }

  /// Asks the database for a row, to learn whether it answers.
  package func ping() throws {
    _ = try read { db in try Int.fetchOne(db, sql: "SELECT 1 FROM settings LIMIT 1") }
  }

  /// How many files were dealt with in the last minute, hour and day.
  package func rates(at now: Timestamp) throws -> (minute: Int, hour: Int, day: Int) {
    try read { db in
      func count(_ seconds: Int64) throws -> Int {
        let since = Timestamp(secondsSince1970: now.secondsSince1970 - seconds).iso8601
        return try Int.fetchOne(
          db, sql: "SELECT count(*) FROM files WHERE last_change > ?", arguments: [since]) ?? 0
      }
      return (try count(60), try count(3600), try count(86400))
    }
  }

  private func lastError(_ db: Database) throws -> LedgerError? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT display_path, error, last_change FROM files WHERE error IS NOT NULL
        ORDER BY last_change DESC, id DESC LIMIT 1
        """
    ).map { LedgerError(path: $0[0], error: $0[1], at: $0[2]) }
  }

  private func lastRun(_ db: Database) throws -> RunRecord? {
    try Row.fetchOne(db, sql: "SELECT * FROM runs ORDER BY id DESC LIMIT 1").map { row in
      var counts = RunCounts()
      counts.added = row["added"]
      counts.replaced = row["replaced"]
      counts.unchanged = row["unchanged"]
      counts.failed = row["failed"]
      counts.postponed = row["postponed"]
      return RunRecord(
        command: row["command"], startedAt: row["started_at"], finishedAt: row["finished_at"], counts: counts)
    }
  }

  private func fileSize(_ path: String) -> Int {
    var info = stat()
    return stat(path, &info) == 0 ? Int(info.st_size) : 0
  }

  /// Notes that a command begins to write.
  ///
  /// - Returns: the run's row id, for ``updateRun(_:counts:isFinished:at:)``.
  package func beginRun(command: String, at now: Timestamp) throws -> Int64 {
    try write(durably: false) { db in
      try db.execute(
        sql: "INSERT INTO runs (command, started_at) VALUES (?, ?)", arguments: [command, now.iso8601])
      return db.lastInsertedRowID
    }
  }

  /// Notes how a run stands, and when it has ended; which stored files were put away since the last batch. What a
  /// power loss takes back of this the next run finds out (``reconcileInbox(_:at:exists:)``).
  package func updateRun(
    _ id: Int64, counts: RunCounts, archived: [FileVersion] = [], isFinished: Bool, at now: Timestamp
  ) throws {
    try write(durably: false) { db in
      let ledger = FileLedger(db: db, now: now.iso8601)
      for file in archived { try ledger.recordArchived(file) }
      try RepeatedStatement(
        db,
        """
        UPDATE runs SET finished_at = ?, added = ?, replaced = ?, unchanged = ?, failed = ?, postponed = ?
        WHERE id = ?
        """
      ).run(
        isFinished ? now.iso8601 : nil, counts.added, counts.replaced, counts.unchanged, counts.failed,
        counts.postponed, id)
    }
  }
}
