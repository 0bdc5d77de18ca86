/// Turns the best path through a field into candidates: name tokens, joined over middle dots, with the evidence
/// that stands around them.
struct CandidateFinder {
  private let reading: FieldReading
  private let table = LexiconTable.shared

  init(_ reading: FieldReading) { self.reading = reading }

  /// The candidates of a path, in the order of the text.
  func candidates(in tokens: [Token]) -> [NameCandidate] {
    var result: [NameCandidate] = []
    var index = 0
    while index < tokens.count {
      let last = lastOfDottedName(tokens, from: index)
      let range = tokens[index].range.lowerBound..<tokens[last].range.upperBound
      if last > index {
        if let candidate = candidate(range, .dotted) { result.append(candidate) }
      } else if let rule = plainRule(tokens[index]), let candidate = candidate(range, rule) {
        result.append(candidate)
      }
      index = last + 1
    }
    return result
  }

  /// What a single token says for itself.
  private func plainRule(_ token: Token) -> NameCandidate.Rule? {
    switch token.kind {
    case .chineseName: .chinese
    case .japaneseName: .japanese
    case .transliteration: token.range.count > 1 ? .transliteration : nil
    case .knownHere: .recurrence
    case .word: table.classes(token.node).contains(.knownPerson) ? .wellKnown : nil
    case .other: nil
    }
  }

  /// The index of the last token of the dotted name that begins at `index`; `index` itself when none does.
  private func lastOfDottedName(_ tokens: [Token], from index: Int) -> Int {
    guard isComponent(tokens[index]) else { return index }
    var last = index
    var names = tokens[index].isName ? 1 : 0
    while last + 2 < tokens.count, reading.isDot(tokens[last + 1].range.lowerBound),
      isComponent(tokens[last + 2])
    {
      last += 2
      names += tokens[last].isName ? 1 : 0
    }
    return names > 0 ? last : index
  }

  /// Whether a token can be a component of a dotted name: a name, a word that is no title, an initial.
  private func isComponent(_ token: Token) -> Bool {
    switch token.kind {
    case .word:
      return token.range.count <= 5
        && table.classes(token.node).isDisjoint(with: [.country, .title, .said, .organisation])
        && FoldedText.isHan(reading.text.folded[token.range.lowerBound])
    case .other:
      let scalar = reading.text.raw[token.range.lowerBound]
      return FoldedText.isHan(scalar) && token.range.count == 1
        || FoldedText.isLatin(scalar) && token.range.count <= 2
    default: return true
    }
  }

  /// The candidate at a range, with the strongest rule that its surroundings allow; `nil` in a credit.
  private func candidate(_ range: Range<Int>, _ plain: NameCandidate.Rule) -> NameCandidate? {
    guard !reading.isCredit[range.lowerBound] else { return nil }
    let latin = LatinName.inBrackets(reading.text, at: range.upperBound)
    let before = reading.matches.ending[range.lowerBound]
    let after = reading.matches.beginning[range.upperBound]
    let rule: NameCandidate.Rule
    if latin.map({ $0.words.count > 1 }) == true {
      rule = .latinInBrackets
    } else if plain == .dotted || plain == .wellKnown {
      rule = plain
    } else if before.contains(.title), plain != .recurrence {
      rule = .titleName
    } else if after.contains(.honorific), plain != .recurrence {
      rule = .nameHonorific
    } else if after.contains(.said), plain != .recurrence {
      rule = .nameSpeech
    } else {
      rule = plain
    }
    var confidence = rule.confidence
    if range.count == 2, rule == .chinese || rule == .transliteration { confidence *= 0.7 }
    return NameCandidate(
      field: reading.field, range: range, form: reading.folded(range), rule: rule, confidence: confidence,
      latin: latin.map { reading.text.string($0.range) },
      isInsideOther: after.contains(.organisation) && !after.contains(.said) && !after.contains(.speech))
  }
}
