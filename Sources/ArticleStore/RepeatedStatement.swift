import Entities
import Foundation
import GRDB
import GRDBSQLite

/// A prepared statement that an ingest runs once a row. Values go straight to SQLite and rows are read in place:
/// half of what a short insert costs through GRDB's arguments is boxing them.
///
/// For single statements within a transaction of the caller; nothing observes the store's writer connection.
struct RepeatedStatement {
  private let db: Database
  private let statement: Statement

  /// The connection's own statement for some SQL, prepared on first use.
  init(_ db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.cachedStatement(sql: sql)
  }

  /// Runs a statement that gives no rows.
  func run<each Value: StatementValue>(_ values: repeat each Value) throws {
    try bind(repeat each values)
    while try step() {}
  }

  /// Runs a statement and reads its first row; `nil` when there is none.
  func first<each Value: StatementValue, Result>(
    _ values: repeat each Value, read: (StatementRow) throws -> Result
  ) throws -> Result? {
    try bind(repeat each values)
    defer { sqlite3_reset(statement.sqliteStatement) }
    return try step() ? read(StatementRow(statement: statement.sqliteStatement)) : nil
  }

  /// Runs a statement and reads all its rows.
  func all<each Value: StatementValue, Result>(
    _ values: repeat each Value, read: (StatementRow) throws -> Result
  ) throws -> [Result] {
    var results: [Result] = []
    try forEach(repeat each values) { results.append(try read($0)) }
    return results
  }

  /// Runs a statement and gives its rows to `body`, one after the other.
  func forEach<each Value: StatementValue>(
    _ values: repeat each Value, body: (StatementRow) throws -> Void
  ) throws {
    try bind(repeat each values)
    defer { sqlite3_reset(statement.sqliteStatement) }
    while try step() { try body(StatementRow(statement: statement.sqliteStatement)) }
  }

  /// Runs a statement whose parameters are those of several rows, `width` a row, for each full group of rows.
  ///
  /// - Parameters:
  ///   - bind: gives the values of a row to ``bind(_:after:)``.
  /// - Returns: the rows that are left, fewer than a group.
  func run<Row>(
    _ rows: ArraySlice<Row>, inGroupsOf size: Int, width: Int, bind: (Row, _ offset: Int) throws -> Void
  ) throws -> ArraySlice<Row> {
    var rest = rows
    while rest.count >= size {
      sqlite3_reset(statement.sqliteStatement)
      for (index, row) in rest.prefix(size).enumerated() { try bind(row, index * width) }
      while try step() {}
      rest = rest.dropFirst(size)
    }
    return rest
  }

  private func bind<each Value: StatementValue>(_ values: repeat each Value) throws {
    // GRDB leaves a statement that it ran itself where it stopped.
    sqlite3_reset(statement.sqliteStatement)
    try bind(repeat each values, after: 0)
  }

  /// Binds values to the parameters after the first `offset`.
  func bind<each Value: StatementValue>(_ values: repeat each Value, after offset: Int) throws {
    var index = Int32(offset + 1)
    for value in repeat each values {
      let code = value.bind(to: statement.sqliteStatement, at: index)
      guard code == SQLITE_OK else { throw failure(code) }
      index += 1
    }
  }

  /// - Returns: whether there is a row; at the end the statement is ready for its next run.
  private func step() throws -> Bool {
    let code = sqlite3_step(statement.sqliteStatement)
    if code == SQLITE_ROW { return true }
    let failure = code == SQLITE_DONE ? nil : failure(code)
    sqlite3_reset(statement.sqliteStatement)
    if let failure { throw failure }
    return false
  }

  private func failure(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: db.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) },
      sql: statement.sql)
  }
}

/// The row a statement stands on.
struct StatementRow {
  fileprivate let statement: OpaquePointer

  /// An integer; 0 for NULL.
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  /// A text; `nil` for NULL.
  func text(_ column: Int32) -> String? {
    guard let text = sqlite3_column_text(statement, column) else { return nil }
    return String(
      decoding: UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, column))),
      as: UTF8.self)
  }
}

extension StatementRow {
  /// The bytes of a BLOB; none for NULL.
  func bytes(_ column: Int32) -> [UInt8] {
    guard let bytes = sqlite3_column_blob(statement, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column))))
  }

  /// The key of a name; `nil` for NULL.
  func key(_ column: Int32) -> NameKey? { text(column).map { NameKey(stored: $0) } }
}

/// A value that a ``RepeatedStatement`` binds.
protocol StatementValue {
  /// - Returns: SQLite's result code.
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32
}

extension Int64: StatementValue {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    sqlite3_bind_int64(statement, index, self)
  }
}

extension Int: StatementValue {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    sqlite3_bind_int64(statement, index, Int64(self))
  }
}

extension Bool: StatementValue {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    sqlite3_bind_int64(statement, index, self ? 1 : 0)
  }
}

extension Double: StatementValue {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    sqlite3_bind_double(statement, index, self)
  }
}

extension String: StatementValue {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    var text = self
    return text.withUTF8 { bytes in
      // An empty text may have no address, which SQLite would take for NULL.
      guard let start = bytes.baseAddress else { return sqlite3_bind_text(statement, index, "", 0, copied) }
      return UnsafeRawPointer(start).withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        sqlite3_bind_text(statement, index, $0, Int32(bytes.count), copied)
      }
    }
  }
}

/// The raw bytes of a file name, as a BLOB.
extension [UInt8]: StatementValue {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return sqlite3_bind_zeroblob(statement, index, 0) }
      return sqlite3_bind_blob(statement, index, start, Int32(bytes.count), copied)
    }
  }
}

extension Optional: StatementValue where Wrapped: StatementValue {
  func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    switch self {
    case .none: sqlite3_bind_null(statement, index)
    case .some(let value): value.bind(to: statement, at: index)
    }
  }
}

/// `SQLITE_TRANSIENT`: SQLite keeps a copy of its own.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
