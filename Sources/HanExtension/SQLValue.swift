internal import CSQLiteExtension

/// The text of an SQL value in UTF-8; `nil` for NULL.
func text(_ value: OpaquePointer?) -> [UInt8]? {
  guard let value, let start = sqlite?.pointee.value_text?(value) else { return nil }
  let count = Int(sqlite?.pointee.value_bytes?(value) ?? 0)
  return Array(UnsafeBufferPointer(start: start, count: count))
}

/// Makes a text the result of an SQL function, or NULL.
func result(_ context: OpaquePointer?, _ text: [UInt8]?) {
  guard let text else {
    sqlite?.pointee.result_null?(context)
    return
  }
  // SQLITE_TRANSIENT, a cast that Swift does not import: SQLite copies the bytes at once.
  let transient = unsafeBitCast(-1, to: sqlite3_destructor_type?.self)
  text.withUnsafeBytes { bytes in
    // An empty array may have no address, and SQLite takes that for NULL.
    var empty: CChar = 0
    withUnsafePointer(to: &empty) { nothing in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) ?? nothing
      sqlite?.pointee.result_text64?(
        context, start, sqlite3_uint64(bytes.count), transient, UInt8(SQLITE_UTF8))
    }
  }
}

/// Makes an error the result of an SQL function.
func fail(_ context: OpaquePointer?, _ message: StaticString) {
  let characters = UnsafeRawPointer(message.utf8Start).assumingMemoryBound(to: CChar.self)
  sqlite?.pointee.result_error?(context, characters, CInt(message.utf8CodeUnitCount))
}

/// A text of our own as bytes.
func bytes(_ text: StaticString) -> [UInt8] {
  Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
}
