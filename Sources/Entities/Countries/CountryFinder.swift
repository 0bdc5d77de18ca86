import Articles

/// Reads the countries off the words of a text.
struct CountryFinder {
  /// One place that names a country; which one may be open until the whole article is read.
  struct Finding {
    let mention: Mention
    let kind: DocumentCountry.Kind
    let countries: [Int]
    let isCertain: Bool
  }

  private let reading: FieldReading
  private let tokens: [Token]
  private let table = LexiconTable.shared

  /// A finder over the best path of a field.
  init(_ reading: FieldReading, _ tokens: [Token]) {
    self.reading = reading
    self.tokens = tokens
  }

  /// The findings of the field, in the order of the text.
  func findings() -> [Finding] {
    var result: [Finding] = []
    for index in tokens.indices where isCountry(index) || isListedLetter(index) {
      let token = tokens[index]
      for country in token.reading {
        let start = token.range.lowerBound + country.start
        result.append(
          finding(country, start..<start + country.length, isBeforeInstitution: isInstitution(index + 1)))
      }
    }
    return result
  }

  private func finding(_ country: CountryReading, _ range: Range<Int>, isBeforeInstitution: Bool) -> Finding {
    let kind = country.kind == .name && isBeforeInstitution ? .institution : country.kind
    let mention = Mention(
      field: reading.field, start: range.lowerBound, end: range.upperBound, text: reading.text.string(range),
      rule: country.isCertain ? kind.rule : "country-by-context",
      confidence: country.isCertain ? kind.confidence : 0.6)
    return Finding(mention: mention, kind: kind, countries: country.countries, isCertain: country.isCertain)
  }

  /// Whether a token is a word that names countries by itself.
  private func isCountry(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].classes.contains(.country)
  }

  /// Whether a token is a letter that stands for a country among others: 美、日、澳、印.
  private func isListedLetter(_ index: Int) -> Bool {
    guard isLetter(index) else { return false }
    return [(-1, -2), (1, 2)].contains { sign, other in
      isEnumerationComma(index + sign) && (isCountry(index + other) || isLetter(index + other))
    }
  }

  /// Whether a token is one character that can stand for a country, and no day of a month.
  private func isLetter(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .word, tokens[index].range.count == 1,
      table.hasReading(tokens[index].node)
    else { return false }
    let start = tokens[index].range.lowerBound
    let isDay = start > 0 && FoldedText.isDigit(reading.text.folded[start - 1])
    return !isDay && !isCountry(index)
  }

  private func isEnumerationComma(_ index: Int) -> Bool {
    tokens.indices.contains(index) && reading.text.folded[tokens[index].range.lowerBound] == 0x3001
  }

  private func isInstitution(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].classes.contains(.institution)
  }
}

extension DocumentCountry.Kind {
  /// The rule that finds a word of this kind.
  fileprivate var rule: String {
    switch self {
    case .name: "country-name"
    case .institution: "country-institution"
    case .abbreviation: "country-abbreviation"
    case .metonym: "country-metonym"
    case .outlet: "country-outlet"
    }
  }

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
