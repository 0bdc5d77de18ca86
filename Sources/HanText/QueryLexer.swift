import CHanTables

/// One word of a query as it was typed: a term with its signs.
struct QueryWord {
  /// The term's text, without quotes, minus, column and star.
  var text: [UInt8]
  var column: [UInt8]?
  /// Whether a star follows.
  var isStarred = false
  /// Whether a minus stands before it.
  var isNegative = false
  var isQuoted = false

  /// Whether this is the word `OR` without any sign.
  var isOr: Bool {
    !isQuoted && !isNegative && !isStarred && column == nil && text == [UInt8(ascii: "O"), UInt8(ascii: "R")]
  }
}

/// Splits a query into words at blanks, tabs, line ends and NUL.
struct QueryLexer {
  private let text: UnsafeBufferPointer<UInt8>
  private let columns: [[UInt8]]
  private var position = 0

  init(_ text: UnsafeBufferPointer<UInt8>, columns: [[UInt8]]) {
    self.text = text
    self.columns = columns
  }

  /// The next word; `nil` at the end.
  mutating func next() -> QueryWord? {
    while position < text.count, isSeparator(at: position) { position += length(at: position) }
    guard position < text.count else { return nil }
    var word = QueryWord(text: [])
    if let after = sign("-", at: position), !isEnd(after) {
      word.isNegative = true
      position = after
    }
    if let (column, after) = column(at: position) {
      word.column = column
      position = after
    }
    if let opened = sign("\"", at: position), let closing = closingQuote(from: opened) {
      word.isQuoted = true
      word.text = Self.wellFormed(text, opened..<closing)
      position = closing + length(at: closing)
      if let after = sign("*", at: position) {
        word.isStarred = true
        position = after
      }
    } else {
      let start = position
      var last = position
      while !isEnd(position) {
        last = position
        position += length(at: position)
      }
      word.isStarred = last > start && sign("*", at: last) != nil
      word.text = Self.wellFormed(text, start..<(word.isStarred ? last : position))
    }
    return word
  }

  /// A part of a text as well-formed UTF-8: NUL becomes a blank, a broken byte U+FFFD, so that a MATCH
  /// expression made of it is tokenized as the text itself would be.
  static func wellFormed(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, length) = ScalarCoding.decode(text, at: position)
      ScalarCoding.append(scalar == 0 ? 0x20 : scalar, to: &bytes)
      position += length
    }
    return bytes
  }

  private func length(at position: Int) -> Int { ScalarCoding.decode(text, at: position).length }

  private func isSeparator(at position: Int) -> Bool {
    let scalar = ScalarCoding.decode(text, at: position).scalar
    let kind = hanScalar(scalar).kind
    return kind == .blank || kind == .lineEnd || scalar == 0
  }

  private func isEnd(_ position: Int) -> Bool {
    position >= text.count || isSeparator(at: position)
  }

  /// The position after a sign, in its half-width or full-width form; `nil` when it is not there.
  private func sign(_ sign: Unicode.Scalar, at position: Int) -> Int? {
    guard position < text.count else { return nil }
    let (scalar, length) = ScalarCoding.decode(text, at: position)
    return hanScalar(scalar).folded == sign.value ? position + length : nil
  }

  private func closingQuote(from start: Int) -> Int? {
    var position = start
    while position < text.count {
      if sign("\"", at: position) != nil { return position }
      position += length(at: position)
    }
    return nil
  }

  /// The column that is named at a position, and the position after its colon; `nil` unless text follows.
  private func column(at position: Int) -> (name: [UInt8], after: Int)? {
    for name in columns where !name.isEmpty && position + name.count < text.count {
      var matched = 0
      while matched < name.count, Self.lowercase(text[position + matched]) == Self.lowercase(name[matched]) {
        matched += 1
      }
      if matched == name.count, let after = sign(":", at: position + matched), !isEnd(after) {
        return (name, after)
      }
    }
    return nil
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
