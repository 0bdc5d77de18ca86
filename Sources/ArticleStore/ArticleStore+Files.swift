package import Articles
import Foundation
import GRDB

/// A file of the ledger as `dossier failed` shows it. Times are ISO 8601 UTC text.
package struct LedgerFile: Equatable, Sendable {
  /// The path as raw bytes: relative to the archive for files of the inbox, as given otherwise.
  package var path: [UInt8]
  /// SHA-256 in hexadecimal and size in bytes; `nil` when the file could not be read.
  package var sha256: String?
  package var size: Int?
  /// What became of it, and why.
  package var state: FileState
  package var error: String?
  /// How many times it was opened, and how many times the program died meanwhile.
  package var attempts: Int
  package var deaths: Int
  /// When it was seen first, and when its state was written last.
  package var firstSeen: String
  package var lastChange: String

  /// The path for people: bytes that are no UTF-8 are replaced.
  package var displayPath: String { String(decoding: path, as: UTF8.self) }
}

extension ArticleStore {
  /// Notes that files are about to be opened, before they are, so that it survives the death of the process. (A
  /// power loss says nothing about a file.)
  ///
  /// ``save(_:at:)`` takes the note back with the file's outcome. What is left of it when no process ingests
  /// tells on which files the program died (``countDeaths(at:)``).
  package func beginReading(_ files: [FileVersion], at now: Timestamp) throws {
    try write(durably: false) { db in
      let ledger = FileLedger(db: db, now: now.iso8601)
      for file in files { try ledger.recordReading(file) }
    }
  }

  /// Takes back the notes of ``beginReading(_:at:)`` for files that were not opened after all.
  package func endReading(at now: Timestamp) throws {
    try write { db in
      try db.execute(sql: "DELETE FROM files WHERE state = 'reading' AND deaths = 0 AND attempts = 1")
      try db.execute(
        sql: "UPDATE files SET state = 'retry', last_change = ? WHERE state = 'reading'",
        arguments: [now.iso8601])
    }
  }

  /// Counts the files on which an earlier process died. The caller holds the archive's lock.
  ///
  /// - Returns: for every file that was open at some death, how many deaths that were.
  package func countDeaths(at now: Timestamp) throws -> [[UInt8]: Int] {
    let isUnfinished = try read { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM files WHERE state = 'reading')") ?? false
    }
    if isUnfinished {
      try write { db in
        try db.execute(
          sql: """
            UPDATE files SET state = 'retry', deaths = deaths + 1, last_change = ?,
              error = 'died: the program ended while it read this file or others beside it'
            WHERE state = 'reading'
            """, arguments: [now.iso8601])
      }
    }
    return try read { db in
      var deaths: [[UInt8]: Int] = [:]
      for row in try Row.fetchAll(
        db, sql: "SELECT path, deaths FROM files WHERE state = 'retry' AND deaths > 0")
      {
        deaths[Self.bytes(row[0])] = row[1]
      }
      return deaths
    }
  }

  /// The files whose state is one of `states`, the latest first.
  package func files(in states: [FileState], limit: Int? = nil) throws -> [LedgerFile] {
    let list = states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try read { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM files WHERE state IN (\(list)) ORDER BY last_change DESC, id DESC LIMIT ?",
        arguments: [limit ?? -1]
      ).map(Self.ledgerFile)
    }
  }

  /// What the ledger knows of a file; `nil` when it knows nothing.
  package func file(_ version: FileVersion) throws -> LedgerFile? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM files WHERE path = ? AND ifnull(sha256, '') = ?",
        arguments: [.blob(version.path), version.contentHash?.hex ?? ""]
      ).map(Self.ledgerFile)
    }
  }

  /// Whether the ledger holds a file with these bytes.
  package func knowsFile(withHash hash: ContentHash) throws -> Bool {
    try read { db in
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM files WHERE sha256 = ?"), arguments: [hash.hex]) != nil
    }
  }

  /// Which files of the inbox were dealt with and stay there because stored files are kept.
  ///
  /// - Parameter files: paths of the ledger and times of the last change, in seconds since 1970.
  package func keptFiles(among files: [(path: [UInt8], changedAt: Int64)]) throws -> Set<[UInt8]> {
    try read { db in
      guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM files WHERE state = 'stored')") ?? false
      else { return [] }
      let statement = try db.cachedStatement(
        sql: """
          SELECT 1 FROM files WHERE path = ? AND state NOT IN ('reading', 'retry', 'archived', 'quarantined')
            AND last_change >= ?
          """)
      return try Set(
        files.filter { path, changedAt in
          try Int.fetchOne(
            statement, arguments: [.blob(path), Timestamp(secondsSince1970: changedAt).iso8601]) != nil
        }.map(\.path))
    }
  }

  /// Brings the ledger in line with the inbox after a process died: stored files that are gone from it were
  /// put away, files to be read that are gone were taken out by somebody.
  ///
  /// - Parameters:
  ///   - folder: the prefix of the inbox's paths in the ledger.
  ///   - exists: whether the file at a path of the ledger is there.
  package func reconcileInbox(
    _ folder: String, at now: Timestamp, exists: ([UInt8]) -> Bool
  ) throws {
    let gone = try read { db in
      try Row.fetchAll(
        db, sql: "SELECT id, path FROM files WHERE state IN ('stored', 'retry')"
      ).filter { row in
        let path = Self.bytes(row[1])
        return path.starts(with: folder.utf8) && !exists(path)
      }.map { $0[0] as Int64 }
    }
    if gone.isEmpty { return }
    try write { db in
      for id in gone {
        try db.cachedStatement(
          sql: "UPDATE files SET state = 'archived', last_change = ? WHERE id = ? AND state = 'stored'"
        ).execute(arguments: [now.iso8601, id])
        try db.cachedStatement(sql: "DELETE FROM files WHERE id = ? AND state = 'retry'")
          .execute(arguments: [id])
      }
    }
  }

  private static func ledgerFile(_ row: Row) throws -> LedgerFile {
    LedgerFile(
      path: bytes(row["path"]), sha256: row["sha256"], size: row["size"],
      state: FileState(rawValue: row["state"]) ?? .failed, error: row["error"], attempts: row["attempts"],
      deaths: row["deaths"], firstSeen: row["first_seen"], lastChange: row["last_change"])
  }

  private static func bytes(_ path: Data) -> [UInt8] { [UInt8](path) }
}
