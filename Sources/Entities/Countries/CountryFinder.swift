import Articles

/// Reads the countries off the words of a text.
enum CountryFinder {
  /// One place that names a country; which one may be open until the whole article is read.
  struct Finding {
    let mention: Mention
    let kind: DocumentCountry.Kind
    let countries: [Int]
    let isCertain: Bool
  }

  /// The findings of one field, in the order of the text.
  static func findings(in text: FoldedText, field: Article.Field, tokens: [Token]) -> [Finding] {
    let table = LexiconTable.shared
    var result: [Finding] = []
    for (index, token) in tokens.enumerated() {
      guard token.kind == .word, table.classes(token.node).contains(.country) else { continue }
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      for reading in table.reading(token.node) {
        let start = token.range.lowerBound + reading.start
        let range = start..<start + reading.length
        var kind = reading.kind
        if kind == .name, let next, next.kind == .word, table.classes(next.node).contains(.institution) {
          kind = .institution
        }
        let mention = Mention(
          field: field, start: range.lowerBound, end: range.upperBound, text: text.string(range),
          rule: reading.isCertain ? "country-\(kind.rawValue)" : "country-by-context",
          confidence: reading.isCertain ? kind.confidence : 0.6)
        result.append(
          Finding(mention: mention, kind: kind, countries: reading.countries, isCertain: reading.isCertain))
      }
    }
    return result
  }
}

extension DocumentCountry.Kind {
  /// How sure a word of this kind is of its country.
  fileprivate var confidence: Double {
    switch self {
    case .name: 0.98
    case .institution: 0.95
    case .abbreviation: 0.9
    case .metonym: 0.5
    case .outlet: 0.4
    }
  }
}
