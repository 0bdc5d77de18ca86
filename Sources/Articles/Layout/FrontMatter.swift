/// YAML front matter as blog generators write it: `key: value` lines between two `---` lines. Of YAML it knows plain,
/// quoted and block scalars; lists and nested maps are passed over.
struct FrontMatter: Equatable {
  /// Scalars by key in lower case.
  private(set) var fields: [String: String] = [:]

  /// A field that is there and not blank.
  subscript(key: String) -> String? {
    guard let value = fields[key], !value.utf8.allSatisfy(\.isBlank) else { return nil }
    return value
  }

  /// Whether the next line opens front matter.
  static func begins(_ reader: LineReader) -> Bool {
    guard let line = reader.peek() else { return false }
    return isFence(line) && !line.starts(with: "...".utf8)
  }

  /// Reads the front matter that the next line opens and moves the reader behind it.
  static func read(_ reader: inout LineReader) throws(ArticleParsingError) -> FrontMatter {
    let openingLine = reader.number
    _ = reader.next()
    var matter = FrontMatter()
    var key: String?
    var value: [String] = []
    while let line = reader.next() {
      if isFence(line) {
        matter.set(key, value)
        return matter
      }
      let text = String(decoding: line, as: UTF8.self)
      if line.first?.isBlank != true, let (name, rest) = keyAndValue(text) {
        matter.set(key, value)
        key = name
        value = [rest]
      } else if !line.isEmpty {
        value.append(text)
      }
    }
    throw .unclosedFrontMatter(line: openingLine)
  }

  private mutating func set(_ key: String?, _ lines: [String]) {
    guard let key, fields[key] == nil else { return }
    fields[key] = Self.scalar(lines)
  }

  private static func isFence(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = line.first, first == 0x2D || first == 0x2E else { return false }
    let text = line.prefix { $0 == first }
    return text.count == 3 && line[3...].allSatisfy(\.isBlank)
  }

  private static func keyAndValue(_ line: String) -> (String, String)? {
    guard let colon = line.utf8.firstIndex(of: 0x3A) else { return nil }
    let key = line[..<colon]
    guard let first = key.utf8.first, first.isLetter || first == 0x5F,
      key.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == 0x5F || $0 == 0x2D || $0 == 0x20 })
    else { return nil }
    return (trim(key).lowercased(), trim(line[colon...].dropFirst()))
  }

  private static func trim(_ text: Substring) -> String {
    var bytes = text.utf8
    while bytes.first?.isBlank == true { bytes.removeFirst() }
    while bytes.last?.isBlank == true { bytes.removeLast() }
    return String(Substring(bytes))
  }

  /// The value of a scalar over one or more lines.
  private static func scalar(_ lines: [String]) -> String {
    guard let first = lines.first else { return "" }
    let isBlock = first.hasPrefix("|") || first.hasPrefix(">")
    let text = (isBlock ? lines.dropFirst() : lines[...]).map { trim($0[...]) }.joined(separator: " ")
    if isBlock { return text }
    // The last quote closes: titles hold quotes that nobody escaped.
    if text.hasPrefix("\""), let close = text.lastIndex(of: "\""), close > text.startIndex {
      return unescape(text[..<close].dropFirst())
    }
    if text.hasPrefix("'"), let close = text.lastIndex(of: "'"), close > text.startIndex {
      return text[..<close].dropFirst().split(separator: "''", omittingEmptySubsequences: false)
        .joined(separator: "'")
    }
    var plain = text[...]
    while let hash = plain.lastIndex(of: "#"), hash > plain.startIndex,
      plain[plain.index(before: hash)].isWhitespace
    {
      plain = plain[..<hash]
    }
    return trim(plain)
  }

  /// Resolves the escapes of a double-quoted scalar (YAML 1.2, section 5.7).
  private static func unescape(_ text: Substring) -> String {
    guard text.contains("\\") else { return String(text) }
    var result = String.UnicodeScalarView()
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "\\", let escape = scalars.popFirst() else {
        result.append(scalar)
        continue
      }
      let digits = ["x": 2, "u": 4, "U": 8][escape]
      if let digits, let code = UInt32(String(Substring(scalars.prefix(digits))), radix: 16),
        let named = Unicode.Scalar(code)
      {
        result.append(named)
        scalars = scalars.dropFirst(digits)
      } else {
        result.append(["n": "\n", "t": "\t", "r": "\r", "0": "\0", "_": "\u{A0}"][escape] ?? escape)
      }
    }
    return String(result)
  }
}

extension FrontMatter {
  /// Whether the fields are those of an article, even where its title is missing.
  var isArticle: Bool { ["title", "layout", "date", "from", "author"].contains { fields[$0] != nil } }
}
