internal import CSQLiteExtension
internal import HanText

/// The columns that `han_query` knows when it is not told others: those of an archive's articles.
private var articleColumns: [[UInt8]] { [bytes("title"), bytes("body"), bytes("caption")] }

/// What the functions that make a MATCH expression give when there is nothing to search for: an expression that
/// matches no row. NULL would not do, FTS5 calls it a syntax error.
private var nothing: [UInt8] { bytes("\"\"") }

/// Registers the scalar SQL functions:
///
/// - `han_query(text)`: what a person types as an FTS5 expression, for a table with the columns title, body and
///   caption; `han_query(text, columns)`: for a table with other columns, divided by blanks; `''` for none.
/// - `han_any(text)`: an expression that any part of a sentence is enough for.
/// - `han_fold(text)`: the folded text. NULL gives NULL.
/// - `han_version()`: the version of folding and units.
func registerFunctions(_ database: OpaquePointer?) -> CInt {
  let functions: [(StaticString, CInt, Function)] = [
    (
      "han_query", 1,
      { context, _, values in
        result(context, query(values?[0], columns: articleColumns))
      }
    ),
    (
      "han_query", 2,
      { context, _, values in
        result(context, query(values?[0], columns: words(text(values?[1]))))
      }
    ),
    (
      "han_any", 1,
      { context, _, values in
        result(context, text(values?[0])?.withUnsafeBufferPointer { HanQuery.any($0)?.expression } ?? nothing)
      }
    ),
    (
      "han_fold", 1,
      { context, _, values in
        result(context, text(values?[0])?.withUnsafeBufferPointer { Folding.fold($0) })
      }
    ),
    (
      "han_version", 0,
      { context, _, _ in
        sqlite?.pointee.result_int?(context, CInt(hanTextVersion))
      }
    ),
  ]
  let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
  for (name, count, function) in functions {
    let characters = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    let status = sqlite?.pointee.create_function_v2?(
      database, characters, count, flags, nil, function, nil, nil, nil)
    guard status == SQLITE_OK else { return status ?? SQLITE_ERROR }
  }
  return SQLITE_OK
}

/// A scalar SQL function as SQLite calls it.
private typealias Function =
  @convention(c) (OpaquePointer?, CInt, UnsafeMutablePointer<OpaquePointer?>?) -> Void

private func query(_ value: OpaquePointer?, columns: [[UInt8]]) -> [UInt8] {
  text(value)?.withUnsafeBufferPointer { HanQuery($0, columns: columns)?.expression } ?? nothing
}

/// The words of a list of column names, divided by blanks.
private func words(_ list: [UInt8]?) -> [[UInt8]] {
  var words: [[UInt8]] = [[]]
  for byte in list ?? [] {
    if byte == UInt8(ascii: " ") {
      words.append([])
    } else {
      words[words.count - 1].append(byte)
    }
  }
  return words
}
