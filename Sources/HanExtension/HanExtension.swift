public import CSQLiteExtension

/// SQLite's routines, as the loader gave them. One process has one SQLite that loads extensions, so each load
/// sets the same value; callbacks run only after it is set.
nonisolated(unsafe) var sqlite: UnsafePointer<sqlite3_api_routines>?

/// The entry point that SQLite calls when it loads `han.so`: registers the tokenizer `han` and the functions
/// `han_query`, `han_any`, `han_fold`, `han_version` and `han_snippet` with the connection.
///
/// - Parameters:
///   - database: the connection.
///   - message: where to leave an error message in SQLite's memory.
///   - routines: SQLite's routines.
/// - Returns: `SQLITE_OK`, or SQLite's code for what went wrong.
@_cdecl("sqlite3_han_init")
public func sqlite3HanInit(
  _ database: OpaquePointer?, _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ routines: UnsafePointer<sqlite3_api_routines>?
) -> CInt {
  sqlite = routines
  guard let fts5 = fts5API(of: database) else {
    message?.pointee = sqliteString("this SQLite has no FTS5")
    return SQLITE_ERROR
  }
  for register in [registerTokenizer, registerSnippet] {
    let status = register(fts5)
    guard status == SQLITE_OK else { return status }
  }
  return registerFunctions(database)
}

/// FTS5's routines; `nil` when the connection has no FTS5.
private func fts5API(of database: OpaquePointer?) -> UnsafeMutablePointer<fts5_api>? {
  guard let routines = sqlite?.pointee else { return nil }
  var statement: OpaquePointer?
  defer { _ = routines.finalize?(statement) }
  guard routines.prepare_v2?(database, "SELECT fts5(?1)", -1, &statement, nil) == SQLITE_OK else {
    return nil
  }
  var api: UnsafeMutablePointer<fts5_api>?
  return withUnsafeMutablePointer(to: &api) { place in
    // The literal outlives the call, as SQLite wants of the name of a pointer's type.
    let type: StaticString = "fts5_api_ptr"
    let name = UnsafeRawPointer(type.utf8Start).assumingMemoryBound(to: CChar.self)
    guard routines.bind_pointer?(statement, 1, place, name, nil) == SQLITE_OK,
      routines.step?(statement) == SQLITE_ROW
    else { return nil }
    return place.pointee
  }
}

/// A copy of a text in SQLite's memory, for the caller to free; `nil` when there is no memory.
private func sqliteString(_ text: StaticString) -> UnsafeMutablePointer<CChar>? {
  let count = text.utf8CodeUnitCount
  guard let memory = sqlite?.pointee.malloc64?(sqlite3_uint64(count + 1)) else { return nil }
  memory.copyMemory(from: text.utf8Start, byteCount: count)
  memory.storeBytes(of: 0, toByteOffset: count, as: UInt8.self)
  return memory.assumingMemoryBound(to: CChar.self)
}
