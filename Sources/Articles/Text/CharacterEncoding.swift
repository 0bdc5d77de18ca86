import Glibc

/// An encoding that article files come in besides UTF-8, by its iconv name.
enum CharacterEncoding: String, CaseIterable {
  case gb18030 = "GB18030"
  case big5 = "BIG5-HKSCS"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"

  /// The encoding that a declaration names (`gb2312`, `Big5` …); `nil` for UTF-8 and names not known.
  ///
  /// As in the WHATWG Encoding Standard, the names of the older subsets mean their largest superset.
  init?(label: String) {
    switch label.lowercased().filter({ $0 != "_" && $0 != "-" && $0 != " " }) {
    case "gb18030", "gbk", "gb2312", "gb231280", "xgbk", "cp936", "ms936", "chinese", "euccn": self = .gb18030
    case "big5", "big5hkscs", "cnbig5", "xxbig5", "cp950", "big5tw": self = .big5
    case "utf16le": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    default: return nil
    }
  }

  /// Some bytes of this encoding as UTF-8.
  ///
  /// - Returns: the text; `nil` with the offset of the first byte that is not valid.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: [UInt8]?, invalidOffset: Int) {
    guard let converter = iconv_open("UTF-8", rawValue), converter != iconv_t(bitPattern: -1) else {
      return (nil, 0)
    }
    defer { iconv_close(converter) }
    var invalidOffset: Int?
    // One to four bytes of these encodings make at most three (two of Big5-HKSCS at most six) bytes of UTF-8.
    let text = [UInt8](unsafeUninitializedCapacity: bytes.count * 3 + 8) { buffer, count in
      var input = UnsafeMutablePointer(
        mutating: UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self))
      var inputLeft = bytes.count
      var output = UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
      var outputLeft = buffer.count
      let converted = iconv(converter, &input, &inputLeft, &output, &outputLeft)
      if converted == Int(bitPattern: UInt.max) {
        invalidOffset = bytes.count - inputLeft
      } else {
        // Big5-HKSCS holds back a letter that an accent may follow.
        _ = iconv(converter, nil, nil, &output, &outputLeft)
      }
      count = buffer.count - outputLeft
    }
    if let invalidOffset { return (nil, invalidOffset) }
    return (text, 0)
  }
}
