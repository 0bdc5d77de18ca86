import Articles
import Foundation
import GRDB

/// The states of a file in the ledger.
package enum FileState: String, CaseIterable, Sendable {
  /// It was about to be opened: when no process ingests, the program died while it was open.
  case reading
  /// Its article is committed; the file itself has not been moved yet, or is read in place.
  case stored
  /// Its article is committed and the file was put away: moved to `done/`, or deleted where that was asked for.
  case archived
  /// Its bytes were stored before.
  case duplicate
  /// A newer capture of its article was stored before.
  case stale
  /// Its article was removed by the user.
  case removed
  /// It could not be read for a reason that may pass; it stays where it is.
  case retry
  /// It is no article; read in place, so it stays where it is.
  case failed
  /// It is no article and lies in `failed/` with its reason.
  case quarantined
}

/// A file that could not be stored, for the ledger.
package struct FileFailure: Equatable, Sendable {
  /// The file and what was read of it.
  package var file: FileVersion
  /// `retry`, `failed` or `quarantined`.
  package var state: FileState
  /// The reason, a stable code, a colon and a sentence.
  package var error: String

  /// A failure of `file`.
  package init(file: FileVersion, state: FileState, error: String) {
    self.file = file
    self.state = state
    self.error = error
  }
}

/// Writes rows of `files`, within a transaction of the caller.
struct FileLedger {
  let db: Database
  let now: String

  func record(_ file: FileVersion, outcome: SaveOutcome) throws {
    switch outcome {
    case .added(let id), .replaced(let id):
      try record(file, state: .stored, articleID: id, error: nil)
    case .duplicate(let id):
      // Of the same file this says that it is stored already; only another file's bytes make it a duplicate.
      if try isStored(file) { return try forgetUnread(file) }
      try record(file, state: .duplicate, articleID: id, error: nil)
    case .stale(let id):
      try record(file, state: .stale, articleID: id, error: nil)
    case .removed:
      try record(file, state: .removed, articleID: nil, error: nil)
    }
  }

  func record(_ file: FileVersion, state: FileState, articleID: Int64?, error: String?) throws {
    // Mostly the note that it was about to be opened becomes its row; not where the same bytes were there before.
    try RepeatedStatement(
      db,
      """
      UPDATE OR IGNORE files SET sha256 = ?, size = ?, state = ?, article_id = ?, error = ?, deaths = 0,
        last_change = ?
      WHERE path = ? AND sha256 IS NULL
      """
    ).run(file.contentHash?.hex, file.size, state.rawValue, articleID, error, now, file.path)
    if db.changesCount > 0 { return }
    let unread = try takeUnread(file)
    try RepeatedStatement(
      db,
      """
      INSERT INTO files (path, display_path, sha256, size, state, article_id, error, attempts, first_seen,
        last_change)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      ON CONFLICT (path, ifnull(sha256, '')) DO UPDATE SET size = excluded.size, state = excluded.state,
        article_id = excluded.article_id, error = excluded.error, attempts = attempts + excluded.attempts,
        last_change = excluded.last_change
      """
    ).run(
      file.path, file.displayPath, file.contentHash?.hex, file.size, state.rawValue, articleID, error,
      unread?.attempts ?? 1, unread?.firstSeen ?? now, now)
  }

  /// Notes that a file is about to be opened.
  func recordReading(_ file: FileVersion) throws {
    try RepeatedStatement(
      db,
      """
      INSERT INTO files (path, display_path, size, state, first_seen, last_change)
      VALUES (?1, ?2, ?3, 'reading', ?4, ?4)
      ON CONFLICT (path, ifnull(sha256, '')) DO UPDATE SET size = excluded.size, state = 'reading',
        attempts = attempts + 1, last_change = excluded.last_change
      """
    ).run(file.path, file.displayPath, file.size, now)
  }

  /// Forgets what was noted of a file before its bytes were known.
  func forgetUnread(_ file: FileVersion) throws {
    _ = try takeUnread(file)
  }

  private func takeUnread(_ file: FileVersion) throws -> (attempts: Int64, firstSeen: String)? {
    try RepeatedStatement(
      db, "DELETE FROM files WHERE path = ? AND sha256 IS NULL RETURNING attempts, first_seen"
    ).first(file.path) { ($0.integer(0), $0.text(1) ?? now) }
  }

  /// Notes that a stored file was put away; duplicates and the like keep their state.
  func recordArchived(_ file: FileVersion) throws {
    try RepeatedStatement(
      db,
      """
      UPDATE files SET state = 'archived', last_change = ?
      WHERE path = ? AND ifnull(sha256, '') = ? AND state = 'stored'
      """
    ).run(now, file.path, file.contentHash?.hex ?? "")
  }

  private func isStored(_ file: FileVersion) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT 1 FROM files WHERE path = ? AND ifnull(sha256, '') = ? AND state IN ('stored', 'archived', 'duplicate')
          AND article_id IS NOT NULL
        """)
    return try Int.fetchOne(
      statement, arguments: [.blob(file.path), file.contentHash?.hex ?? ""]) != nil
  }
}

extension DatabaseValueConvertible where Self == Data {
  /// A BLOB of the bytes.
  static func blob(_ bytes: [UInt8]) -> Data {
    bytes.withUnsafeBufferPointer { Data(buffer: $0) }
  }
}
