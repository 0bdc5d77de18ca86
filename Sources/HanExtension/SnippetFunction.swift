internal import CSQLiteExtension
internal import HanText

/// FTS5's routines for auxiliary functions.
private typealias FTS5 = UnsafePointer<Fts5ExtensionApi>

/// Registers `han_snippet(table, column, open, close, ellipsis, units)`: like FTS5's `snippet()`, but of any
/// length and cut at the borders of sentences. Column -1 takes the column with the best snippet.
func registerSnippet(_ fts5: UnsafeMutablePointer<fts5_api>) -> CInt {
  fts5.pointee.xCreateFunction?(fts5, "han_snippet", nil, snippet, nil) ?? SQLITE_ERROR
}

private func snippet(
  fts5: UnsafePointer<Fts5ExtensionApi>?, row: OpaquePointer?, context: OpaquePointer?, count: CInt,
  values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let fts5, let row, let values, count == 5 else {
    fail(context, "han_snippet takes a table, a column, open, close, ellipsis and the most units")
    return
  }
  let column = sqlite?.pointee.value_int?(values[0]) ?? -1
  let maximumUnits = Int(sqlite?.pointee.value_int?(values[4]) ?? 0)
  let columnCount = fts5.pointee.xColumnCount?(row) ?? 0
  guard column < columnCount else {
    result(context, [])
    return
  }
  var best: (text: [UInt8], snippet: Snippet)?
  for index in column < 0 ? 0..<columnCount : column..<column + 1 {
    guard let text = columnText(fts5, row, index), let matches = matches(fts5, row, index) else { continue }
    let snippet = Snippet(of: ScannedText(text), matches: matches, maximumUnits: maximumUnits)
    if best.map({ snippet.score > $0.snippet.score }) ?? true { best = (text, snippet) }
  }
  guard let best else {
    result(context, [])
    return
  }
  let rendered = best.text.withUnsafeBufferPointer {
    best.snippet.rendered(
      from: $0, open: text(values[1]) ?? [], close: text(values[2]) ?? [], ellipsis: text(values[3]) ?? [])
  }
  result(context, rendered)
}

private func columnText(_ fts5: FTS5, _ row: OpaquePointer, _ column: CInt) -> [UInt8]? {
  var start: UnsafePointer<CChar>?
  var count: CInt = 0
  guard fts5.pointee.xColumnText?(row, column, &start, &count) == SQLITE_OK else { return nil }
  let bytes = UnsafeRawPointer(start)?.assumingMemoryBound(to: UInt8.self)
  return Array(UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : Int(count)))
}

/// Where the query's phrases match in a column of the row. A phrase has a token for each unit, and a unit's
/// position in the index is its place in the text, so nothing has to be searched for.
private func matches(_ fts5: FTS5, _ row: OpaquePointer, _ column: CInt) -> [Snippet.Match]? {
  var count: CInt = 0
  guard fts5.pointee.xInstCount?(row, &count) == SQLITE_OK else { return nil }
  var matches: [Snippet.Match] = []
  for index in 0..<count {
    var phrase: CInt = 0
    var matchColumn: CInt = 0
    var position: CInt = 0
    guard fts5.pointee.xInst?(row, index, &phrase, &matchColumn, &position) == SQLITE_OK else { return nil }
    guard matchColumn == column, let size = fts5.pointee.xPhraseSize?(row, phrase) else { continue }
    matches.append(
      Snippet.Match(units: Int(position)..<Int(position) + Int(size), term: Int(phrase)))
  }
  return matches
}
