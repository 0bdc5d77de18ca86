extension UInt8 {
  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { self &- 0x30 < 10 }
  /// Whether the byte is an ASCII letter.
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Whether the byte is ASCII white space as HTML means it: tab, line feed, form feed, return, blank; and the
  /// vertical tab, which Unicode adds.
  var isBlank: Bool { self == 0x20 || self &- 0x09 < 5 }
  /// The byte with ASCII capitals made small.
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
  /// The value of an ASCII hexadecimal digit.
  var hexDigitValue: UInt8? {
    if isDigit { return self - 0x30 }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? letter + 10 : nil
  }
}
