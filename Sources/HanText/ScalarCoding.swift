/// Reading and writing single scalars in UTF-8, without `String`, so that any bytes can be scanned in place.
enum ScalarCoding {
  /// What stands for a byte that is no part of well-formed UTF-8.
  static let replacement: UInt32 = 0xFFFD

  /// The scalar that starts at a position. A byte that starts no well-formed sequence
  /// is read alone, as U+FFFD, so offsets stay those of the bytes and reading always goes on.
  ///
  /// - Parameters:
  ///   - text: UTF-8, possibly broken.
  ///   - position: an index of `text`.
  /// - Returns: the scalar and its length in bytes, 1 to 4.
  @inline(__always)
  static func decode(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(text[position])
    if first < 0x80 { return (first, 1) }
    let left = text.count - position
    if first & 0xF0 == 0xE0, left >= 3 {
      let second = UInt32(text[position + 1])
      let third = UInt32(text[position + 2])
      let scalar = (first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
      if second & 0xC0 == 0x80, third & 0xC0 == 0x80, scalar >= 0x800, scalar & 0xF800 != 0xD800 {
        return (scalar, 3)
      }
    } else if first & 0xE0 == 0xC0, left >= 2 {
      let second = UInt32(text[position + 1])
      let scalar = (first & 0x1F) << 6 | second & 0x3F
      if second & 0xC0 == 0x80, scalar >= 0x80 { return (scalar, 2) }
    } else if first & 0xF8 == 0xF0, left >= 4 {
      let second = UInt32(text[position + 1])
      let third = UInt32(text[position + 2])
      let fourth = UInt32(text[position + 3])
      let scalar = (first & 0x07) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F
      if second & 0xC0 == 0x80, third & 0xC0 == 0x80, fourth & 0xC0 == 0x80, scalar >= 0x10000,
        scalar < 0x110000
      {
        return (scalar, 4)
      }
    }
    return (replacement, 1)
  }

  /// Writes a scalar as UTF-8 and returns the number of bytes, 1 to 4; `nil` when they do not fit.
  @inline(__always)
  static func encode(
    _ scalar: UInt32, into bytes: UnsafeMutableBufferPointer<UInt8>, at position: Int
  ) -> Int? {
    let room = bytes.count - position
    if scalar < 0x80 {
      guard room >= 1 else { return nil }
      bytes[position] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    if scalar < 0x800 {
      guard room >= 2 else { return nil }
      bytes[position] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      bytes[position + 1] = continuation(scalar)
      return 2
    }
    if scalar < 0x10000 {
      guard room >= 3 else { return nil }
      bytes[position] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      bytes[position + 1] = continuation(scalar >> 6)
      bytes[position + 2] = continuation(scalar)
      return 3
    }
    guard room >= 4 else { return nil }
    bytes[position] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
    bytes[position + 1] = continuation(scalar >> 12)
    bytes[position + 2] = continuation(scalar >> 6)
    bytes[position + 3] = continuation(scalar)
    return 4
  }

  /// Appends a scalar as UTF-8.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4) { room in
      let count = encode(scalar, into: room, at: 0) ?? 0
      bytes.append(contentsOf: room[..<count])
    }
  }

  @inline(__always)
  private static func continuation(_ bits: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: 0x80 | bits & 0x3F)
  }
}
