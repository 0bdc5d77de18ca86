/// Where the sentences of a text begin, in units, and how a window of limited length is laid on them.
struct SentenceBorders {
  /// For each unit the index of its sentence's first unit.
  private let startOfSentence: [Int]
  /// For each unit whether it can be the last one shown: the last of a sentence.
  private let isLast: [Bool]
  private let isLineEnd: [Bool]

  init(of text: ScannedText) {
    let units = text.units
    var starts: [Int] = []
    var last: [Bool] = []
    var start = 0
    for (index, unit) in units.enumerated() {
      let next = index + 1 < units.count ? units[index + 1] : nil
      // Closing quotes and brackets belong to the sentence before them.
      let closes = Self.isEnd(unit) || Self.isClosing(unit) && index > start && last[index - 1]
      if index > start, last[index - 1], !closes { start = index }
      if unit.kind == .lineEnd { start = index + 1 }
      starts.append(min(start, index))
      last.append(closes || next == nil || next?.kind == .lineEnd)
    }
    startOfSentence = starts
    isLast = last
    isLineEnd = units.map { $0.kind == .lineEnd }
  }

  /// Where the window that shows a match begins: with its sentence when that fits, otherwise with some of the
  /// text before the match.
  func windowStart(for match: Range<Int>, limit: Int) -> Int {
    guard !match.isEmpty else { return 0 }
    let start = startOfSentence[match.lowerBound]
    if match.upperBound - start <= limit { return start }
    return max(start, match.lowerBound - max(0, limit - match.count) / 3)
  }

  /// The window from a unit on. It ends with the last sentence that fits, and whole sentences before it fill
  /// what is left, when the match and at least half of the limit are covered so; otherwise it ends where the
  /// limit is. Line ends at its ends are left out, but for those that match.
  func window(from start: Int, covering match: Range<Int>, limit: Int) -> Range<Int> {
    let count = isLast.count
    var lower = start
    while lower < count, isLineEnd[lower], !match.contains(lower) { lower += 1 }
    guard lower < count else { return 0..<0 }
    var upper = min(count, lower + limit)
    var cut = upper
    while cut > max(lower, match.upperBound), !isLast[cut - 1] { cut -= 1 }
    if cut > lower, isLast[cut - 1] {
      var first = lower
      while first > 0, cut - startOfSentence[first - 1] <= limit { first = startOfSentence[first - 1] }
      while first < lower, isLineEnd[first] { first += 1 }
      if cut - first >= limit / 2 || upper == count {
        lower = first
        upper = cut
      }
    }
    while upper > max(lower + 1, match.upperBound), isLineEnd[upper - 1] { upper -= 1 }
    return lower..<upper
  }

  private static func isEnd(_ unit: Unit) -> Bool {
    guard unit.kind == .symbol else { return false }
    switch unit.scalar {
    // 。 ! ? ; … folded, so in either width
    case 0x3002, 0x21, 0x3F, 0x3B, 0x2026: return true
    default: return false
    }
  }

  private static func isClosing(_ unit: Unit) -> Bool {
    guard unit.kind == .symbol else { return false }
    switch unit.scalar {
    // ” ’ 」 』 》 〉 】 ) ]
    case 0x201D, 0x2019, 0x300D, 0x300F, 0x300B, 0x3009, 0x3011, 0x29, 0x5D: return true
    default: return false
    }
  }
}
