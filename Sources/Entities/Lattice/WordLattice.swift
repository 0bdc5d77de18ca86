/// The cheapest way to read a text as words, names and single scalars: a unigram lattice, best path by
/// dynamic programming. Costs are -ln p in sixteenths of a nat.
///
/// That a reading has to account for the whole text is what keeps 在日内瓦 from naming Japan.
struct WordLattice {
  /// What a character costs that no word covers.
  static let unknown: Int32 = 16 * 16
  /// What a run of Latin letters or digits, or a sign, costs.
  static let run: Int32 = 6 * 16

  private let text: FoldedText
  private let matches: WordMatches
  private let listed: [ListedWords.Match]

  /// A lattice of the words of the lexicon and of the hand-made lists in a text.
  init(_ text: FoldedText, _ matches: WordMatches, _ listed: [ListedWords.Match]) {
    self.text = text
    self.matches = matches
    self.listed = listed
  }

  /// What a person's name costs: next to nothing, it has been decided on.
  static let name: Int32 = 16

  /// The best path. `names` are the places of persons' names.
  func bestPath(names: [Range<Int>] = []) -> [Token] {
    let n = text.count
    var nameLengths = [Int32](repeating: 0, count: n + 1)
    for range in names { nameLengths[range.lowerBound] = Int32(range.count) }
    var best = [Step](repeating: Step(cost: .max, length: 1, node: 0, kind: .other), count: n + 1)
    best[0].cost = 0
    func offer(_ start: Int, _ length: Int32, _ cost: Int32, _ kind: Token.Kind, _ node: Int32) {
      let total = best[start].cost + max(1, cost)
      let end = start + Int(length)
      if total < best[end].cost { best[end] = Step(cost: total, length: length, node: node, kind: kind) }
    }
    var nextListed = 0
    for start in 0..<n {
      let firstListed = nextListed
      while nextListed < listed.count, listed[nextListed].range.lowerBound == start { nextListed += 1 }
      guard best[start].cost != .max else { continue }
      let isHan = FoldedText.isHan(text.folded[start])
      if isHan {
        offer(start, 1, Self.unknown, .other, 0)
      } else {
        offer(start, runLength(start), Self.run, .other, 0)
      }
      for index in matches.indices(at: start) {
        let match = matches.matches[index]
        if isHan, match.classes.contains(.country),
          touchesDot(start, start + Int(match.length)) || isDayOfMonth(start)
        {
          continue
        }
        if firstListed < nextListed, !isOffered(match, beside: listed[firstListed..<nextListed]) { continue }
        offer(start, match.length, Int32(match.cost), .word, match.node)
      }
      for match in listed[firstListed..<nextListed] {
        let word = ListedWords.shared.words[match.word]
        let same = matches.at(start).first { Int($0.length) == match.range.count }
        if word.country == nil, same?.classes.contains(.country) ?? false { continue }
        if word.country != nil, touchesDot(start, match.range.upperBound) || isDayOfMonth(start) { continue }
        let cost = min(word.cost, same.map { Int32($0.cost) } ?? .max)
        offer(start, Int32(match.range.count), cost, .listed, Int32(match.word))
      }
      if isHan, nameLengths[start] > 0 { offer(start, nameLengths[start], Self.name, .name, 0) }
    }
    return path(best)
  }

  /// Whether a word of the lexicon competes with the listed words that begin where it does: a country's name
  /// takes the place of the same string, and of ordinary words that begin with it.
  private func isOffered(_ match: WordMatches.Match, beside listed: ArraySlice<ListedWords.Match>) -> Bool {
    !listed.contains {
      ListedWords.shared.words[$0.word].country != nil
        && ($0.range.count == match.length
          || $0.range.count < match.length && match.classes.isSubset(of: [.word, .place]))
    }
  }

  /// The last piece of the best path to a position, and what the whole path costs.
  private struct Step {
    var cost: Int32
    let length: Int32
    let node: Int32
    let kind: Token.Kind
  }

  private func path(_ best: [Step]) -> [Token] {
    var count = 0
    var end = text.count
    while end > 0 {
      end -= Int(best[end].length)
      count += 1
    }
    var tokens: [Token] = []
    tokens.reserveCapacity(count)
    end = text.count
    while end > 0 {
      let step = best[end]
      let start = end - Int(step.length)
      tokens.append(Token(range: start..<end, kind: step.kind, node: Int(step.node)))
      end = start
    }
    tokens.reverse()
    return tokens
  }

  /// The length of the run of Latin letters, or of digits, at a position; 1 for other scalars.
  private func runLength(_ start: Int) -> Int32 {
    let scalar = text.folded[start]
    let belongs: (UInt32) -> Bool
    if FoldedText.isLatin(scalar) {
      belongs = FoldedText.isLatin
    } else if FoldedText.isDigit(scalar) {
      belongs = FoldedText.isDigit
    } else {
      return 1
    }
    var end = start + 1
    while end < text.count, belongs(text.folded[end]) { end += 1 }
    return Int32(end - start)
  }

  /// Whether a dot stands directly before or after a piece: 多米尼克·拉布 is no country.
  private func touchesDot(_ start: Int, _ end: Int) -> Bool {
    start > 0 && text.folded[start - 1] == FoldedText.dot
      || end < text.count && text.folded[end] == FoldedText.dot
  }

  /// Whether 日 here is the day of a month: 10日中方.
  private func isDayOfMonth(_ start: Int) -> Bool {
    text.folded[start] == 0x65E5 && start > 0 && FoldedText.isDigit(text.folded[start - 1])
  }
}
