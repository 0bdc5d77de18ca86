/// What a search matches: one letter of an unspaced script, one run of cased letters, one run of digits, one
/// other character, or the line ends between two paragraphs.
package struct Unit: Equatable, Sendable {
  /// The kinds of unit.
  package enum Kind: UInt8, Sendable {
    /// One letter of an unspaced script: Han, Kana, Hangul, Thai, Arabic … (categories Lo and Lm).
    case letter
    /// A run of cased letters, their combining marks left out.
    case word
    /// A run of digits.
    case number
    /// One other character: punctuation, a symbol, a mark.
    case symbol
    /// Line ends in a row.
    case lineEnd
  }

  /// What the unit is.
  package var kind: Kind
  /// The folded scalar of a letter or symbol, U+000A for line ends; 0 for runs, whose folded bytes come from
  /// ``write(from:into:at:)``.
  package var scalar: UInt32
  /// Offset of the unit's first byte in the text.
  package var start: Int
  /// Offset after the unit's last byte: letters, digits and combining marks count, ignored characters that
  /// follow do not.
  package var end: Int

  /// Writes the unit's folded bytes. What does not fit is left out at a scalar's border.
  ///
  /// - Parameters:
  ///   - text: the text that the unit was scanned from.
  ///   - bytes: where to write.
  ///   - position: the index of `bytes` to begin at.
  /// - Returns: the number of bytes written.
  @inline(__always)
  package func write(
    from text: UnsafeBufferPointer<UInt8>, into bytes: UnsafeMutableBufferPointer<UInt8>, at position: Int
  ) -> Int {
    switch kind {
    case .letter, .symbol, .lineEnd: ScalarCoding.encode(scalar, into: bytes, at: position) ?? 0
    case .word, .number: writeRun(from: text, into: bytes, at: position)
    }
  }
}
