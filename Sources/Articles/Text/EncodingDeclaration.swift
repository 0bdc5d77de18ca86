/// What a text says about its own encoding.
enum EncodingDeclaration {
  /// The name after the first `charset` or `encoding` within the first 4 kB, as in `<meta charset="gbk">`,
  /// `content="text/html; charset=big5"`, `<?xml encoding='gb2312'?>` or front matter `charset: GB18030`; `nil`
  /// when there is none.
  static func label(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = bytes.prefix(4096).map(\.lowercased)
    for index in head.indices {
      for word in ["charset", "encoding"] where head[index...].starts(with: word.utf8) {
        var position = index + word.utf8.count
        let marks: [UInt8] = [0x20, 0x09, 0x22, 0x27, 0x3A, 0x3D]
        let begin = position
        while position < head.count, marks.contains(head[position]) { position += 1 }
        guard position > begin else { continue }
        let name = head[position...].prefix { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F }
        if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
      }
    }
    return nil
  }
}
