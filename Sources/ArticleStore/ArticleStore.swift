import GRDB
import Glibc
import HanText
import Migrations
import Synchronization

/// The archive's database: the only place that knows SQL.
///
/// One value may be used from several threads: reads run beside the one writer (WAL). All methods throw
/// ``ArticleStoreError``.
package final class ArticleStore: Sendable {
  /// What a caller means to do; a command that only reads never writes a byte.
  package enum Access: Sendable { case readOnly, readWrite }

  /// The database file.
  package let path: String
  let database: any DatabaseWriter
  /// Whether the writer waits for the disk at each commit now.
  private let isDurable = Mutex(true)
  private let checkpointer: Checkpointer?

  private init(path: String, database: any DatabaseWriter, checkpointer: Checkpointer?) {
    self.path = path
    self.database = database
    self.checkpointer = checkpointer
  }

  deinit {
    // Else the last connection to be closed, which empties the log, would be one that nobody waits for.
    checkpointer?.wait()
  }

  /// Opens the database of an archive. For writing it is created where it is missing and brought up to date;
  /// for reading it must be there and current.
  package static func open(_ archive: ArchiveDirectory, access: Access) throws -> ArticleStore {
    let path = archive.database
    if access == .readOnly, Glibc.access(path, F_OK) != 0 {
      // A path that cannot be looked into is not a path where nothing is.
      throw errno == EACCES
        ? ArticleStoreError.permission(path: path, detail: String(cString: strerror(errno)))
        : ArticleStoreError.noArchive(path: archive.path)
    }
    return try mapErrors(path: path) {
      var configuration = Configuration()
      configuration.busyMode = .timeout(10)
      configuration.maximumReaderCount = 4
      configuration.readonly = access == .readOnly
      configuration.prepareDatabase { db in
        db.add(tokenizer: HanFTS5Tokenizer.self)
        db.add(function: HanFTS5Tokenizer.foldFunction)
        // A search reads here and there in a large index: mapped pages need no copies.
        if access == .readOnly { try db.execute(sql: "PRAGMA mmap_size = 2147418112") }
      }
      let migrator = schemaMigrator()
      let database: any DatabaseWriter
      var checkpointer: Checkpointer?
      switch access {
      case .readOnly: database = try DatabaseQueue(path: path, configuration: configuration)
      case .readWrite:
        database = try DatabasePool(path: path, configuration: configuration)
        // The pool sets NORMAL, at which a power loss may take back commits whose files were already moved.
        let besideWriter = Checkpointer(path: path, pages: Self.checkpointPages)
        try database.writeWithoutTransaction { db in
          try db.execute(sql: Self.writerSettings)
          besideWriter.attach(to: db)
        }
        checkpointer = besideWriter
      }
      let (newer, current) = try database.read { db in
        (try migrator.hasBeenSuperseded(db), try migrator.hasCompletedMigrations(db))
      }
      if newer { throw ArticleStoreError.newerSchema(path: path) }
      let store = ArticleStore(path: path, database: database, checkpointer: checkpointer)
      switch access {
      case .readOnly:
        guard current else {
          let isOurs = try database.read { try $0.tableExists("grdb_migrations") }
          throw isOurs
            ? ArticleStoreError.olderSchema(path: path) : ArticleStoreError.notAnArchive(path: path)
        }
      case .readWrite:
        if !current {
          try refuseForeignDatabase(database, path: path)
          try migrator.migrate(database)
        }
        try FullTextSettings.update(store)
        try store.updateCountryCatalog()
        try store.updateIdentity()
      }
      return store
    }
  }

  /// What the connection that writes is set to.
  ///
  /// What a statement needs to go back stays in memory: else it is written to a file in /tmp page by page. With
  /// SQLite's own 2 MB of cache a batch's pages would be written, and read again, several times over; and with a
  /// checkpoint after every batch the pages that every batch changes would be copied each time. A log that one large
  /// merge made longer is cut again.
  package static let writerSettings = """
    PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768;
    PRAGMA wal_autocheckpoint = \(checkpointPages); PRAGMA journal_size_limit = 67108864
    """

  /// After how many pages of the log they are copied into the database: 32 MB.
  private static let checkpointPages: Int32 = 8192

  /// A database that holds tables but none of ours belongs to somebody else.
  private static func refuseForeignDatabase(_ database: any DatabaseWriter, path: String) throws {
    let foreign = try database.read { db in
      try !db.tableExists("grdb_migrations")
        && Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema WHERE type = 'table'") ?? 0 > 0
    }
    if foreign { throw ArticleStoreError.notAnArchive(path: path) }
  }

  private static func schemaMigrator() -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for migration in Migrations.all {
      migrator.registerMigration(migration.name) { try $0.execute(sql: migration.sql) }
    }
    return migrator
  }

  /// Runs `body` on a read connection, in one snapshot.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try Self.mapErrors(path: path) { try database.read(body) }
  }

  /// Runs `body` on the writer connection, in one immediate transaction.
  ///
  /// - Parameters:
  ///   - keeping: `false` takes everything back at the end, to learn what a change would do.
  ///   - durably: whether the change survives a power loss once this returns. One that does not still survives the
  ///     death of the process, comes before every later change, and is durable with the next durable one; it
  ///     costs no wait for the disk.
  func write<Value>(
    keeping: Bool = true, durably: Bool = true, _ body: (Database) throws -> Value
  ) throws -> Value {
    try Self.mapErrors(path: path) {
      try database.writeWithoutTransaction { db in
        if isDurable.withLock({ $0 }) != durably {
          try db.execute(sql: "PRAGMA synchronous = \(durably ? "FULL" : "NORMAL")")
          isDurable.withLock { $0 = durably }
        }
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(db)
          return keeping ? .commit : .rollback
        }
        guard let value else { preconditionFailure("an ended transaction has run its body") }
        return value
      }
    }
  }

  private static func mapErrors<Value>(path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw ArticleStoreError(error, path: path)
    }
  }
}
