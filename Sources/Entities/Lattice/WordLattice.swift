/// The cheapest way to read a text as words, names and single scalars: a unigram lattice, best path by dynamic
/// programming. Costs are -ln p in sixteenths of a nat.
///
/// That a reading has to account for the whole text is what keeps 在日内瓦 from naming Japan.
struct WordLattice {
  /// What a character costs that no word covers.
  static let unknown: Int32 = 16 * 16
  /// What a run of Latin letters or digits, or a sign, costs.
  static let run: Int32 = 6 * 16

  private let text: FoldedText
  private let matches: WordMatches

  init(_ text: FoldedText, _ matches: WordMatches) {
    self.text = text
    self.matches = matches
  }

  /// What a person's name costs: next to nothing, it has been decided on.
  static let name: Int32 = 16

  /// The best path. `names` are the places of persons' names.
  func bestPath(names: [Range<Int>] = []) -> [Token] {
    var lengths: [Int: Int] = [:]
    for range in names { lengths[range.lowerBound] = range.count }
    let n = text.count
    let table = LexiconTable.shared
    var best = [Int32](repeating: .max, count: n + 1)
    var steps = [Step](repeating: Step(length: 1, kind: .other, node: 0), count: n + 1)
    best[0] = 0
    func offer(_ start: Int, _ length: Int, _ cost: Int32, _ kind: Token.Kind, _ node: Int32) {
      let total = best[start] + max(1, cost)
      if total < best[start + length] {
        best[start + length] = total
        steps[start + length] = Step(length: Int32(length), kind: kind, node: node)
      }
    }
    for start in 0..<n where best[start] != .max {
      let scalar = text.folded[start]
      guard FoldedText.isHan(scalar) else {
        offer(start, runLength(start), Self.run, .other, 0)
        for match in matches.at(start) {
          offer(start, Int(match.length), table.cost(Int(match.node)), .word, match.node)
        }
        continue
      }
      offer(start, 1, Self.unknown, .other, 0)
      for match in matches.at(start) {
        let node = Int(match.node)
        let end = start + Int(match.length)
        if table.classes(node).contains(.country), touchesDot(start, end) || isDayOfMonth(start) { continue }
        offer(start, Int(match.length), table.cost(node), .word, match.node)
      }
      if let length = lengths[start] { offer(start, length, Self.name, .name, 0) }
    }
    return path(steps)
  }

  private struct Step {
    let length: Int32
    let kind: Token.Kind
    let node: Int32
  }

  private func path(_ steps: [Step]) -> [Token] {
    var tokens: [Token] = []
    var end = text.count
    while end > 0 {
      let step = steps[end]
      let start = end - Int(step.length)
      tokens.append(Token(range: start..<end, kind: step.kind, node: Int(step.node)))
      end = start
    }
    return tokens.reversed()
  }

  /// The length of the run of Latin letters, or of digits, at a position; 1 for other scalars.
  private func runLength(_ start: Int) -> Int {
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
    return end - start
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
