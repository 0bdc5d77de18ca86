/// Writes the text of a page in the form every ``Article`` holds: white space collapsed, characters that show
/// nothing dropped, cut into runs (paragraphs, a title) by whoever feeds it.
///
/// - A run of white space becomes one blank, or one ideographic space (U+3000) where it holds one; none at the
///   beginning and the end. White space with a line end between two East Asian characters becomes nothing: it
///   comes from the page's source being wrapped.
/// - Dropped: control characters (Cc), U+00AD, zero-width blanks, joiners of words, marks of writing direction,
///   byte order marks, noncharacters. Joiners of emoji and Indic letters (U+200C, U+200D) stay.
struct TextWriter: ~Copyable {
  private let storage: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  /// Bytes written so far; what ranges of runs count in.
  private(set) var count = 0
  private var runStart = 0
  private var hasBlank = false
  private var hasLineEnd = false
  private var hasIdeographicSpace = false
  private var lastIsEastAsian = false

  /// A writer with room for text from that many bytes of source; writing never makes text longer.
  init(sourceLength: Int) {
    capacity = sourceLength + 16
    storage = .allocate(capacity: capacity)
  }

  deinit { storage.deallocate() }

  /// The bytes written in a range, as text.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes(range), as: UTF8.self)
  }

  /// The bytes written in a range; valid while the writer lives and nothing more is written.
  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: storage + range.lowerBound, count: range.count)
  }

  /// Whether the open run holds any text yet.
  var isRunEmpty: Bool { count == runStart }

  /// Ends the open run.
  ///
  /// - Returns: its range; empty when nothing was written since the last one.
  mutating func endRun() -> Range<Int> {
    let run = runStart..<count
    runStart = count
    hasBlank = false
    return run
  }

  /// Takes back what the open run holds from an offset on.
  mutating func drop(from offset: Int) {
    guard offset <= count else { return }
    count = max(offset, runStart)
    noteBlank(lineEnd: false)
  }

  /// Adds white space.
  mutating func noteBlank(lineEnd: Bool) {
    if !hasBlank {
      hasBlank = true
      hasLineEnd = false
      hasIdeographicSpace = false
    }
    if lineEnd { hasLineEnd = true }
  }

  /// Adds text to the open run: valid UTF-8 that ends with a whole character.
  mutating func write(_ source: UnsafeBufferPointer<UInt8>) {
    guard let bytes = source.baseAddress else { return }
    let length = source.count
    var index = 0
    while index < length {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte > 0x20 && byte != 0x7F {
          if hasBlank { writeBlank(beforeEastAsian: false) }
          put(byte)
          lastIsEastAsian = false
        } else if byte.isBlank {
          noteBlank(lineEnd: byte == 0x0A || byte == 0x0D)
        }
        index += 1
        continue
      }
      let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard index + width <= length else { return }
      // The bulk: U+3040–U+9FFF and beyond up to Hangul, none of which is white space or dropped.
      if byte >= 0xE4 && byte <= 0xED {
        if hasBlank { writeBlank(beforeEastAsian: true) }
        put(byte)
        put(bytes[index + 1])
        put(bytes[index + 2])
        lastIsEastAsian = true
        index += 3
        continue
      }
      var scalar = UInt32(byte & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07))
      for offset in 1..<width { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
      switch Self.kind(of: scalar) {
      case .dropped: break
      case .blank:
        noteBlank(lineEnd: scalar == 0x85 || scalar == 0x2028 || scalar == 0x2029)
        if scalar == 0x3000 { hasIdeographicSpace = true }
      case .shown:
        let isEastAsian = Self.isEastAsian(scalar)
        if hasBlank { writeBlank(beforeEastAsian: isEastAsian) }
        for offset in 0..<width { put(bytes[index + offset]) }
        lastIsEastAsian = isEastAsian
      }
      index += width
    }
  }

  private mutating func writeBlank(beforeEastAsian: Bool) {
    hasBlank = false
    guard !isRunEmpty else { return }
    if hasIdeographicSpace {
      put(0xE3)
      put(0x80)
      put(0x80)
    } else if !(hasLineEnd && lastIsEastAsian && beforeEastAsian) {
      put(0x20)
    }
  }

  private mutating func put(_ byte: UInt8) {
    // What libxml2 makes of a character reference is never longer than the reference; a bound that is checked
    // all the same keeps a change there from writing past the end.
    guard count < capacity else { return }
    storage[count] = byte
    count += 1
  }

  private enum Kind { case shown, blank, dropped }

  private static func kind(of scalar: UInt32) -> Kind {
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .blank
    case 0x80...0x9F, 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: .dropped
    case 0xFDD0...0xFDEF: .dropped
    default: scalar & 0xFFFE == 0xFFFE ? .dropped : .shown
    }
  }

  /// Whether a character belongs to a script written without blanks, or is its punctuation.
  private static func isEastAsian(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFFEF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}

extension TextWriter {
  /// A text in the form of one run.
  static func normalize(_ text: String) -> String {
    var writer = TextWriter(sourceLength: text.utf8.count)
    var text = text
    text.withUTF8 { writer.write($0) }
    return writer.text(writer.endRun())
  }
}
