import CHanTables

/// Folding: what the tokenizer makes equal. One scalar to one scalar, so offsets survive, and idempotent.
///
/// NFKC where it gives one scalar, simple case folding, diacritics off Latin, Greek and Cyrillic letters, and
/// traditional and regional Chinese characters to simplified ones. Japanese forms stay as they are: they are
/// not variants that Chinese texts mix.
package enum Folding {
  /// What a scalar folds to; a value that is no scalar folds to U+FFFD.
  package static func fold(_ scalar: UInt32) -> UInt32 {
    guard scalar < 0x110000, scalar & 0xFFFF_F800 != 0xD800 else { return ScalarCoding.replacement }
    return hanScalar(scalar).folded
  }

  /// The folded text, scalar by scalar; each byte that is no part of well-formed UTF-8 gives U+FFFD.
  package static func fold(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    var position = 0
    while position < text.count {
      let (scalar, length) = ScalarCoding.decode(text, at: position)
      ScalarCoding.append(hanScalar(scalar).folded, to: &folded)
      position += length
    }
    return folded
  }
}
