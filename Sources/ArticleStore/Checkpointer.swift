import Dispatch
import GRDB
import GRDBSQLite
import Synchronization

/// Copies the write-ahead log into the database beside the writer, on a thread and a connection of its own. By itself
/// SQLite does that within a commit now and then, and whoever commits waits.
///
/// Errors are left to whoever meets them next, as SQLite does with a checkpoint of its own: the log stays, and
/// nothing of it is lost.
final class Checkpointer: Sendable {
  private let path: String
  private let pages: Int32
  private let queue = DispatchQueue(label: "checkpoint")
  private let isRunning = Atomic(false)

  /// - Parameters:
  ///   - path: the database file.
  ///   - pages: after how many pages the log is copied. A log four times as long holds the writer up.
  init(path: String, pages: Int32) {
    self.path = path
    self.pages = pages
  }

  /// Takes the place of SQLite's own checkpoints on the connection that writes. This must live as long as it commits.
  func attach(to db: Database) {
    sqlite3_wal_hook(
      db.sqliteConnection,
      { context, connection, _, pages in
        guard let context, let connection else { return SQLITE_OK }
        Unmanaged<Checkpointer>.fromOpaque(context).takeUnretainedValue().logGrew(to: pages, connection)
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Waits for the checkpoint that runs.
  func wait() {
    queue.sync {}
  }

  private func logGrew(to pages: Int32, _ connection: OpaquePointer) {
    if pages < self.pages { return }
    if pages >= 4 * self.pages {
      // The log begins anew only when all of it was copied, which a writer that is always ahead prevents.
      wait()
      sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    } else if isRunning.compareExchange(expected: false, desired: true, ordering: .acquiringAndReleasing)
      .exchanged
    {
      queue.async { [self] in
        defer { isRunning.store(false, ordering: .releasing) }
        copyLog()
      }
    }
  }

  private func copyLog() {
    var connection: OpaquePointer?
    defer { sqlite3_close_v2(connection) }
    // Never created: somebody may have taken the database away.
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(path, &connection, flags, nil) == SQLITE_OK,
      // A connection that has read nothing knows of no log.
      sqlite3_exec(connection, "PRAGMA schema_version", nil, nil, nil) == SQLITE_OK
    else { return }
    sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
  }
}
