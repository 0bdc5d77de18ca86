/// Turns the best path through a field into candidates: name tokens, joined over middle dots, with the evidence
/// that stands around them.
struct CandidateFinder {
  private let reading: FieldReading
  private let known: KnownNames
  private let table = LexiconTable.shared

  /// Candidates of a field; `known` gives the kind of the names that the article has shown.
  init(_ reading: FieldReading, known: KnownNames) {
    self.reading = reading
    self.known = known
  }

  /// The candidates of a path, in the order of the text.
  func candidates(in tokens: [Token]) -> [NameCandidate] {
    var result: [NameCandidate] = []
    var index = 0
    while index < tokens.count {
      let last = lastOfDottedName(tokens, from: index)
      let range = tokens[index].range.lowerBound..<tokens[last].range.upperBound
      if last > index {
        if let candidate = candidate(range, .dotted, 0) { result.append(candidate) }
      } else if let kind = kind(of: tokens[index]), let candidate = candidate(range, kind, tokens[index].cost)
      {
        result.append(candidate)
      }
      index = last + 1
    }
    markLists(&result)
    return result
  }

  /// Marks the candidates with nothing but a link between them and the next: 林志远、郭家荣和梁文杰.
  private func markLists(_ candidates: inout [NameCandidate]) {
    for index in candidates.indices.dropFirst() {
      let gap = candidates[index - 1].range.upperBound..<candidates[index].range.lowerBound
      guard (1...2).contains(gap.count) else { continue }
      let isLink = reading.matches.at(gap.lowerBound).contains {
        Int($0.length) == gap.count && table.classes(Int($0.node)).contains(.link)
      }
      guard isLink else { continue }
      candidates[index - 1].evidence.insert(.listed)
      candidates[index].evidence.insert(.listed)
    }
  }

  /// What a single token says for itself.
  private func kind(of token: Token) -> Evidence? {
    switch token.kind {
    case .chineseName: token.range.count > 2 ? .chinese : .shortChinese
    case .japaneseName: .japanese
    case .transliteration:
      token.range.count > 2 ? .transliteration : token.range.count > 1 ? .shortTransliteration : nil
    case .knownHere: known.kinds[reading.folded(token.range)]
    case .word: table.classes(token.node).contains(.knownPerson) ? .wellKnown : nil
    case .other: nil
    }
  }

  /// The index of the last token of the dotted name that begins at `index`; `index` itself when none does.
  private func lastOfDottedName(_ tokens: [Token], from index: Int) -> Int {
    guard isComponent(tokens[index]) else { return index }
    var last = index
    var names = tokens[index].isName ? 1 : 0
    while let next = nextComponent(tokens, after: last) {
      last = next
      names += tokens[last].isName ? 1 : 0
    }
    return names > 0 ? last : index
  }

  /// The index of the component that a joining sign ties to the one at `index`. A blank may follow the sign, and a
  /// full stop and blank an initial: 乔治·W. 布什.
  private func nextComponent(_ tokens: [Token], after index: Int) -> Int? {
    var next = index + 1
    guard next < tokens.count else { return nil }
    let sign = tokens[next].range.lowerBound
    let isInitial = FoldedText.isLatin(reading.text.raw[tokens[index].range.lowerBound])
    guard reading.text.isJoiner(at: sign) || isInitial && reading.text.folded[sign] == 0x2E else {
      return nil
    }
    next += 1
    if next < tokens.count, reading.text.folded[tokens[next].range.lowerBound] == 0x20 { next += 1 }
    return next < tokens.count && isComponent(tokens[next]) ? next : nil
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

  /// Whether a range is a surname with an honorific: 王女士 names nobody.
  private func isSurnameWithHonorific(_ range: Range<Int>) -> Bool {
    let rest = range.dropFirst()
    guard range.count == 3 else { return false }
    return reading.matches.at(rest.lowerBound).contains {
      Int($0.length) == rest.count && table.classes(Int($0.node)).contains(.honorific)
    }
  }

  /// The Latin name in brackets after a name, or after the title that follows it: 克拉森教授（Peter Claassen）.
  private func latinAfter(_ end: Int) -> LatinName? {
    if let latin = LatinName.inBrackets(reading.text, at: end) { return latin }
    guard end < reading.text.count else { return nil }
    for match in reading.matches.at(end)
    where !table.classes(Int(match.node)).isDisjoint(with: [.honorific, .title]) {
      if let latin = LatinName.inBrackets(reading.text, at: end + Int(match.length)) { return latin }
    }
    return nil
  }

  /// The candidate at a range, with what its surroundings say; `nil` in a credit.
  private func candidate(_ range: Range<Int>, _ kind: Evidence, _ cost: Int32) -> NameCandidate? {
    let text = reading.text
    guard !reading.isCredit[range.lowerBound], !isSurnameWithHonorific(range) else { return nil }
    // What stays at a joining sign is a piece of something else: 约翰·霍普金斯大学.
    guard !text.isDot(at: range.lowerBound - 1), !text.isDot(at: range.upperBound) else { return nil }
    let latin = latinAfter(range.upperBound)
    let before = reading.matches.ending[range.lowerBound]
    let after = reading.matches.beginning[range.upperBound]
    var evidence = kind
    if before.contains(.title) { evidence.insert(.titleBefore) }
    if before.contains(.placeBefore) { evidence.insert(.placeBefore) }
    if after.contains(.said) {
      evidence.insert(.saidAfter)
    } else if after.contains(.honorific) {
      evidence.insert(.honorificAfter)
    } else if after.contains(.speech) {
      evidence.insert(.verbAfter)
    } else if after.contains(.organisation) {
      evidence.insert(.organisationAfter)
    }
    if before.contains(.link) || after.contains(.link) { evidence.insert(.linked) }
    if range.lowerBound == 0 || !FoldedText.isHan(text.folded[range.lowerBound - 1]) {
      evidence.insert(.edgeBefore)
    }
    if range.upperBound == text.count || !FoldedText.isHan(text.folded[range.upperBound]) {
      evidence.insert(.edgeAfter)
    }
    if let latin { evidence.insert(latin.words.count > 1 ? .latinName : .latinWord) }
    if reading.matches.ending[range.upperBound].contains(.thingEnding) { evidence.insert(.thingEnding) }
    let form = reading.folded(range)
    return NameCandidate(
      field: reading.field, range: range, form: form, evidence: evidence,
      latin: latin.map { text.string($0.range) },
      cost: known.costs[form] ?? Double(cost) / Double(16 * range.count))
  }
}
