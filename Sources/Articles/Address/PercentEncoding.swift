/// Percent-encoding of addresses (RFC 3986).
enum PercentEncoding {
  /// The text with every `%XX` resolved; bytes that are then no UTF-8 become U+FFFD.
  static func decode(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let byte = byte(at: index, in: bytes) {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// One spelling for all that mean the same: unreserved characters plain, what may not stand in an address and
  /// all beyond ASCII as `%XX` in capitals, reserved characters as they are, encoded or not.
  static func normalize(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var index = 0
    while index < bytes.count {
      if let byte = byte(at: index, in: bytes) {
        if isUnreserved(byte) { result.append(byte) } else { append(byte, to: &result) }
        index += 3
      } else {
        let byte = bytes[index]
        if isUnreserved(byte) || isReserved(byte) { result.append(byte) } else { append(byte, to: &result) }
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func append(_ byte: UInt8, to result: inout [UInt8]) {
    result.append(0x25)
    for digit in [byte >> 4, byte & 15] { result.append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
  }

  /// The byte that a `%XX` at an index stands for.
  private static func byte(at index: Int, in bytes: [UInt8]) -> UInt8? {
    guard bytes[index] == 0x25, index + 2 < bytes.count, let high = bytes[index + 1].hexDigitValue,
      let low = bytes[index + 2].hexDigitValue
    else { return nil }
    return high << 4 | low
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
  }

  private static func isReserved(_ byte: UInt8) -> Bool {
    ":/?#[]@!$&'()*+,;=".utf8.contains(byte)
  }
}
