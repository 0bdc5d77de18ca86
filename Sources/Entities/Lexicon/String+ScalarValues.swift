extension String {
  /// The numbers of the scalars, one a code point.
  var scalarValues: [UInt32] {
    var text = self
    return text.withUTF8 { bytes in
      // Counted before, the array never grows.
      let count = bytes.scalarCount
      return [UInt32](unsafeUninitializedCapacity: count) { values, written in
        var index = 0
        while written < count {
          let first = UInt32(bytes[index])
          // Strings hold valid UTF-8: the first byte says how many follow.
          func next(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
          if first < 0x80 {
            values[written] = first
            index += 1
          } else if first < 0xE0 {
            values[written] = (first & 0x1F) << 6 | next(1)
            index += 2
          } else if first < 0xF0 {
            values[written] = (first & 0x0F) << 12 | next(1) << 6 | next(2)
            index += 3
          } else {
            values[written] = (first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
            index += 4
          }
          written += 1
        }
      }
    }
  }

  /// The text of some scalars; numbers that are no scalar are left out.
  init(scalarValues values: ArraySlice<UInt32>) {
    self.init(unsafeUninitializedCapacity: 4 * values.count) { bytes in
      var count = 0
      for value in values {
        guard let scalar = Unicode.Scalar(value) else { continue }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          bytes[count] = byte
          count += 1
        }
      }
      return count
    }
  }
}

extension Sequence<UInt8> {
  /// How many scalars begin among these bytes of UTF-8: all but those that continue one.
  @inline(__always)
  var scalarCount: Int { reduce(0) { $0 &+ ($1 & 0xC0 == 0x80 ? 0 : 1) } }
}
