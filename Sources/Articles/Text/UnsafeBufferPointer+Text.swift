import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first byte of a value at or behind an offset; `nil` when there is none.
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The character of valid UTF-8 at an offset, which moves behind it; `nil` at the end.
  func scalar(at offset: inout Int) -> UInt32? {
    guard offset < count else { return nil }
    let first = self[offset]
    let width = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + width <= count else { return nil }
    var scalar = UInt32(width == 1 ? first : first & (0x7F >> UInt8(width)))
    for index in offset + 1..<offset + width { scalar = scalar << 6 | UInt32(self[index] & 0x3F) }
    offset += width
    return scalar
  }

  /// Whether a pattern of ASCII in lower case stands at an offset, letters of either case.
  func matches(_ pattern: StaticString, at offset: Int) -> Bool {
    let length = pattern.utf8CodeUnitCount
    guard offset + length <= count else { return false }
    let wanted = pattern.utf8Start
    for index in 0..<length where self[offset + index].lowercased != wanted[index] { return false }
    return true
  }

  /// Whether a pattern of ASCII in lower case stands anywhere, letters of either case.
  func contains(_ pattern: StaticString) -> Bool {
    let length = pattern.utf8CodeUnitCount
    guard count >= length else { return false }
    let first = pattern.utf8Start[0]
    for offset in 0...(count - length) where self[offset].lowercased == first && matches(pattern, at: offset)
    {
      return true
    }
    return false
  }
}
