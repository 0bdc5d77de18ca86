import CLibXML2

/// HTML character references (`&quot;`, `&#22338;`, `&#x2014;`) outside of HTML, as titles and addresses hold them.
enum CharacterReference {
  /// The text with its character references resolved; those that name nothing stay as they are.
  ///
  /// Feeds escape twice at times (`&amp;#22338;`): what looks like a reference afterwards is resolved again.
  static func resolve(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    return resolveOnce(resolveOnce(text))
  }

  private static func resolveOnce(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      // The longest name of HTML 4 has 8 letters.
      if bytes[index] == 0x26, let end = bytes[index...].prefix(12).firstIndex(of: 0x3B),
        let scalar = scalar(named: bytes[(index + 1)..<end])
      {
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func scalar(named name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let first = name.first else { return nil }
    if first == 0x23 {
      let digits = name.dropFirst()
      let isHexadecimal = digits.first == 0x78 || digits.first == 0x58
      let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
      guard text.first?.isHexDigit == true, let value = UInt32(text, radix: isHexadecimal ? 16 : 10) else {
        return nil
      }
      return Unicode.Scalar(value)
    }
    guard name.allSatisfy({ $0.isLetter || $0.isDigit }) else { return nil }
    let terminated = Array(name) + [0]
    guard let entity = htmlEntityLookup(terminated) else { return nil }
    return Unicode.Scalar(entity.pointee.value)
  }
}
