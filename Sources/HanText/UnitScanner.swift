import CHanTables

/// Reads the units of a text one after the other, without allocating.
///
/// The text must outlive the scanner. Any bytes are a text: a byte that is no part of well-formed UTF-8 is a
/// symbol of its own, U+FFFD.
package struct UnitScanner: IteratorProtocol, Sequence {
  private let text: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// A scanner at the start of a text in UTF-8.
  package init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  /// The next unit; `nil` at the end of the text.
  @inline(__always)
  package mutating func next() -> Unit? {
    while position < text.count {
      let start = position
      let (scalar, length) = ScalarCoding.decode(text, at: start)
      let character = hanScalar(scalar)
      position += length
      switch character.kind {
      case .letter:
        return Unit(kind: .letter, scalar: character.folded, start: start, end: position)
      case .symbol, .mark:
        return Unit(kind: .symbol, scalar: character.folded, start: start, end: position)
      case .cased:
        return Unit(kind: .word, scalar: 0, start: start, end: endOfRun(of: .cased, dropping: .mark))
      case .digit:
        return Unit(kind: .number, scalar: 0, start: start, end: endOfRun(of: .digit, dropping: .digit))
      case .lineEnd:
        return Unit(kind: .lineEnd, scalar: 0x0A, start: start, end: endOfLineEnds())
      case .ignored, .blank, .dot:
        continue
      }
    }
    return nil
  }

  /// Reads on to the end of a run and returns the offset after its last character; the scanner is then at the
  /// character that ends it.
  @inline(__always)
  private mutating func endOfRun(of kind: HanClass, dropping dropped: HanClass) -> Int {
    var end = position
    while position < text.count {
      let (scalar, length) = ScalarCoding.decode(text, at: position)
      let found = hanScalar(scalar).kind
      if found == kind || found == dropped {
        position += length
        end = position
      } else if found == .ignored {
        position += length
      } else {
        break
      }
    }
    return end
  }

  /// Reads on over line ends and what lies between them without being a unit, and returns the offset after the
  /// last line end.
  private mutating func endOfLineEnds() -> Int {
    var end = position
    while position < text.count {
      let (scalar, length) = ScalarCoding.decode(text, at: position)
      switch hanScalar(scalar).kind {
      case .lineEnd:
        position += length
        end = position
      case .ignored, .blank, .dot:
        position += length
      case .letter, .symbol, .mark, .cased, .digit:
        return end
      }
    }
    return end
  }
}

extension Unit {
  /// ``write(from:into:at:)`` of a run.
  func writeRun(
    from text: UnsafeBufferPointer<UInt8>, into bytes: UnsafeMutableBufferPointer<UInt8>, at position: Int
  ) -> Int {
    var writing = position
    forEachFolded(in: text) { scalar in
      guard let written = ScalarCoding.encode(scalar, into: bytes, at: writing) else { return false }
      writing += written
      return true
    }
    return writing - position
  }

  /// Appends the folded bytes of a run, as many as a token has.
  func appendRun(from text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let limit = bytes.count + HanTokenizer.maximumTokenBytes
    forEachFolded(in: text) { scalar in
      ScalarCoding.append(scalar, to: &bytes)
      return bytes.count < limit
    }
  }

  /// Gives the folded letters or digits of a run to `body`, marks and ignored characters left out, as long as it
  /// says to go on.
  @inline(__always)
  private func forEachFolded(in text: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Bool) {
    var reading = start
    while reading < end {
      let (scalar, length) = ScalarCoding.decode(text, at: reading)
      let character = hanScalar(scalar)
      reading += length
      guard character.kind == .cased || character.kind == .digit else { continue }
      guard body(character.folded) else { return }
    }
  }
}
