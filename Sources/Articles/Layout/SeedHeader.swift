/// The head of the seed layout: `<!--milliseconds-->`, `[title](url)` and a line of dashes. Comment and dashes may
/// be missing.
struct SeedHeader: Equatable {
  /// Milliseconds (or seconds) since 1970 from the first comment.
  var capturedAt: Timestamp?
  /// As written; may be blank.
  var title: String
  /// As written; `nil` when it is missing or blank.
  var url: String?
  /// The line of the title.
  var line: Int

  /// The most lines and bytes that a title may run over.
  private static let maximumLines = 30
  private static let maximumLength = 16_384

  /// Reads a header and moves the reader behind it.
  ///
  /// - Returns: `nil`, without moving, when there is none.
  static func read(_ reader: inout LineReader) -> SeedHeader? {
    var lines = reader
    var capturedAt: Timestamp?
    lines.skipBlankLines()
    while let line = lines.peek(), let comment = comment(line) {
      if capturedAt == nil { capturedAt = epoch(comment) }
      _ = lines.next()
      lines.skipBlankLines()
    }
    let line = lines.number
    guard let first = lines.peek(), let opening = first.firstIndex(where: { !$0.isBlank }),
      first[opening] == 0x5B
    else { return nil }
    let start = lines.position + opening
    var end = start
    for _ in 0..<maximumLines {
      guard let next = lines.next() else { break }
      let lineStart = next.baseAddress.map { $0 - (lines.text.baseAddress ?? $0) } ?? end
      end = lineStart + next.count
      guard end - start <= maximumLength else { return nil }
      // Where a dash line follows a title that was never closed, there is no link to look for further down.
      if lineStart > start, isDashes(next) { return nil }
      let text = UnsafeBufferPointer(rebasing: lines.text[start..<end])
      guard let link = Link(text) else { continue }
      if link.end < text.count { lines.moveBack(to: start + link.end) }
      lines.skipBlankLines()
      if let next = lines.peek(), isDashes(next) { _ = lines.next() }
      reader = lines
      return SeedHeader(
        capturedAt: capturedAt, title: link.title, url: link.url.isEmpty ? nil : link.url, line: line)
    }
    return nil
  }

  /// What stands between `<!--` and `-->` on a line of its own.
  private static func comment(_ line: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>>? {
    var text = line[...]
    while text.last?.isBlank == true { text.removeLast() }
    while text.first?.isBlank == true { text.removeFirst() }
    guard text.count >= 7, text.starts(with: "<!--".utf8), text.suffix(3).elementsEqual("-->".utf8) else {
      return nil
    }
    return text.dropFirst(4).dropLast(3)
  }

  /// An instant from digits: milliseconds, or seconds when there are at most eleven of them.
  private static func epoch(_ comment: Slice<UnsafeBufferPointer<UInt8>>) -> Timestamp? {
    guard let value = Int64(String(decoding: comment.filter { !$0.isBlank }, as: UTF8.self)), value >= 0
    else {
      return nil
    }
    let seconds = value >= 100_000_000_000 ? value / 1000 : value
    // The last second of the year 9999, the last one that is written with four digits.
    return seconds <= 253_402_300_799 ? Timestamp(secondsSince1970: seconds) : nil
  }

  private static func isDashes(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = line.filter { !$0.isBlank }
    return text.count >= 3 && text.allSatisfy { $0 == 0x2D }
  }
}

/// `[title](url)` where both may hold brackets and blanks.
private struct Link {
  var title: String
  var url: String
  /// The offset behind the link.
  var end: Int

  /// The link that begins some text, which ends with a line.
  ///
  /// The title ends at the last `](` before a scheme, else at the last `](`; the address at the last `)` of its
  /// line. Only when markup follows on the same line it ends at the `)` that closes the brackets opened in it.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let split = Self.split(text) else { return nil }
    let open = split + 2
    let target = text[open...]
    let close: Int
    if target.contains(0x3C) {
      guard let balanced = Self.balancedClose(target) else { return nil }
      close = balanced
    } else {
      guard let last = target.lastIndex(of: 0x29), target[(last + 1)...].allSatisfy(\.isBlank) else {
        return nil
      }
      close = last
    }
    title = String(decoding: text[1..<split], as: UTF8.self)
    url = TextWriter.normalize(String(decoding: text[open..<close], as: UTF8.self))
    end = text[(close + 1)...].allSatisfy(\.isBlank) ? text.count : close + 1
  }

  private static func split(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    // Markup on the same line may hold further links.
    let head = text[..<(text.firstIndex(of: 0x3C) ?? text.endIndex)]
    for area in [head, text[...]] {
      let candidates = area.indices.dropLast().filter { text[$0] == 0x5D && text[$0 + 1] == 0x28 }
      let withScheme = candidates.last {
        let target = text[($0 + 2)...]
        return target.starts(with: "http://".utf8) || target.starts(with: "https://".utf8)
      }
      if let split = withScheme ?? candidates.last { return split }
    }
    return nil
  }

  private static func balancedClose(_ target: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var depth = 0
    for index in target.indices {
      if target[index] == 0x28 { depth += 1 }
      if target[index] == 0x29 {
        if depth == 0 { return index }
        depth -= 1
      }
    }
    return nil
  }
}
