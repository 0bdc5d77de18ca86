/// The text of a file as valid UTF-8, whatever the file's encoding.
enum SourceText {
  /// Calls `body` with the file's text in UTF-8, without a byte order mark. UTF-8 is not copied.
  ///
  /// The encoding is, in this order: what a byte order mark says; UTF-16 when every other byte is zero; UTF-8 when
  /// the bytes are valid or most of those beyond ASCII are; what the text declares; GB18030 or Big5, whichever
  /// reads more like Chinese.
  static func withUTF8<Result>(
    of bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) throws(ArticleParsingError) -> Result
  ) throws(ArticleParsingError) -> Result {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let text = UnsafeBufferPointer(rebasing: bytes.dropFirst(3))
      if let invalid = firstInvalidUTF8(text) { throw undecodable(bytes, at: invalid + 3, "UTF-8") }
      return try body(text)
    }
    if let (encoding, mark) = utf16(bytes) {
      let text = UnsafeBufferPointer(rebasing: bytes.dropFirst(mark))
      let (decoded, offset) = encoding.decode(text)
      guard let decoded else {
        let line = 1 + bytes.prefix(mark + offset).reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
        throw .undecodable(line: line, offset: mark + offset, encoding: encoding.rawValue)
      }
      return try call(body, with: decoded)
    }
    let invalid = firstInvalidUTF8(bytes)
    if let line = lineOfBinaryData(bytes, sampled: invalid == nil) { throw .binary(line: line) }
    guard let invalid else { return try body(bytes) }
    if isMostlyUTF8(bytes) { throw undecodable(bytes, at: invalid, "UTF-8") }
    if let label = EncodingDeclaration.label(in: bytes), let encoding = CharacterEncoding(label: label) {
      let (decoded, offset) = encoding.decode(bytes)
      guard let decoded else { throw undecodable(bytes, at: offset, encoding.rawValue) }
      return try call(body, with: decoded)
    }
    let readings = [CharacterEncoding.gb18030, .big5]
      .compactMap { $0.decode(bytes).text }
      .map { (text: $0, plausibility: ChineseText.plausibility($0)) }
    guard let best = readings.max(by: { $0.plausibility < $1.plausibility }),
      best.plausibility >= ChineseText.plausible
    else { throw undecodable(bytes, at: invalid, "UTF-8") }
    return try call(body, with: best.text)
  }

  private static func call<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(ArticleParsingError) -> Result, with text: [UInt8]
  ) throws(ArticleParsingError) -> Result {
    let result = text.withUnsafeBufferPointer { buffer -> Swift.Result<Result, ArticleParsingError> in
      do throws(ArticleParsingError) { return .success(try body(buffer)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private static func undecodable(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, _ encoding: String
  ) -> ArticleParsingError {
    .undecodable(line: lineNumber(of: offset, in: bytes), offset: offset, encoding: encoding)
  }

  /// The 1-based line that a byte offset lies on.
  static func lineNumber(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    1 + bytes.prefix(offset).reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }

  /// The offset of the first byte that is not valid UTF-8; `nil` when all are.
  private static func firstInvalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// UTF-16 and the length of its mark: by byte order mark, or because the first 64 bytes hold zeros in nearly
  /// every second place and none in the others, as ASCII markup does in UTF-16.
  private static func utf16(_ bytes: UnsafeBufferPointer<UInt8>) -> (CharacterEncoding, mark: Int)? {
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    var zeros = [0, 0]
    let sample = bytes.prefix(64)
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    guard zeros[0] + zeros[1] >= max(4, sample.count / 8), bytes.count % 2 == 0 else { return nil }
    if zeros[0] == 0 { return (.utf16LittleEndian, 0) }
    if zeros[1] == 0 { return (.utf16BigEndian, 0) }
    return nil
  }

  /// The line of the first control character where they are too many for a text with a few slips: more than
  /// one byte in a hundred, line ends and tabs aside. Valid UTF-8 is judged by its first 64 kB.
  private static func lineOfBinaryData(_ bytes: UnsafeBufferPointer<UInt8>, sampled: Bool) -> Int? {
    let sample = UnsafeBufferPointer(rebasing: sampled ? bytes.prefix(65_536) : bytes[...])
    // At most 32 MB of bytes: 32 bits hold the count, and more of them fit into a vector.
    var count: UInt32 = 0
    for byte in sample { count &+= isControl(byte) ? 1 : 0 }
    guard Int(count) * 100 > sample.count, let first = sample.firstIndex(where: isControl) else { return nil }
    return lineNumber(of: first, in: bytes)
  }

  private static func isControl(_ byte: UInt8) -> Bool { byte < 0x09 || byte &- 0x0E < 0x12 }

  /// Whether at least half of the bytes beyond ASCII stand in well-formed sequences of three or four bytes. In
  /// Chinese UTF-8 nearly all do; in GB18030 and Big5 hardly any.
  private static func isMostlyUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var beyondASCII = 0
    var wellFormed = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte >= 0x80 else {
        index += 1
        continue
      }
      let length = byte >= 0xF0 && byte <= 0xF4 ? 4 : byte >= 0xE0 && byte < 0xF0 ? 3 : 1
      let isSequence =
        length > 1 && index + length <= bytes.count
        && bytes[(index + 1)..<(index + length)].allSatisfy { $0 & 0xC0 == 0x80 }
      beyondASCII += isSequence ? length : 1
      wellFormed += isSequence ? length : 0
      index += isSequence ? length : 1
    }
    return beyondASCII > 0 && wellFormed * 2 >= beyondASCII
  }
}
