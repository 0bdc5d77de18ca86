extension String {
  /// The numbers of the scalars, one a code point.
  var scalarValues: [UInt32] {
    var values: [UInt32] = []
    // Every scalar but its continuation bytes: counted so, no array grows and none is larger than needed.
    values.reserveCapacity(utf8.reduce(0) { $0 &+ ($1 & 0xC0 == 0x80 ? 0 : 1) })
    for scalar in unicodeScalars { values.append(scalar.value) }
    return values
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
