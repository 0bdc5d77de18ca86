/// Reads a text line by line; lines end with a line feed, a return before it is dropped.
struct LineReader {
  let text: UnsafeBufferPointer<UInt8>
  /// The offset of the next line.
  private(set) var position = 0
  /// The 1-based number of the next line.
  private(set) var number = 1

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  var isAtEnd: Bool { position >= text.count }

  /// The text from the next line on.
  var rest: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: text[min(position, text.count)...]) }

  /// The next line without moving on; `nil` at the end.
  func peek() -> UnsafeBufferPointer<UInt8>? {
    var copy = self
    return copy.next()
  }

  /// The next line; `nil` at the end.
  mutating func next() -> UnsafeBufferPointer<UInt8>? {
    guard !isAtEnd else { return nil }
    let end = text.firstOffset(of: 0x0A, from: position) ?? text.count
    var line = text[position..<end]
    if line.last == 0x0D { line.removeLast() }
    position = end + 1
    number += 1
    return UnsafeBufferPointer(rebasing: line)
  }

  /// Moves behind lines of white space.
  mutating func skipBlankLines() {
    while let line = peek(), line.allSatisfy(\.isBlank) { _ = next() }
  }

  /// Moves into the line that was read last, to an offset of the text.
  mutating func moveBack(to offset: Int) {
    position = offset
    number -= 1
  }
}
