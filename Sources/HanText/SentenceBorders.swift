/// Where the sentences of a text begin, in units, and how a window of limited length is laid on them. Looked up
/// around the places that are asked for: a snippet shows a few sentences of thousands of units.
struct SentenceBorders {
  /// So many closing quotes and brackets after a sentence's end belong to it; there are no more but by mistake.
  private static let maximumClosings = 16

  private let units: [Unit]

  init(of text: ScannedText) {
    units = text.units
  }

  /// Where the window that shows a match begins: with its sentence when that fits, otherwise with some of the
  /// text before the match.
  func windowStart(for match: Range<Int>, limit: Int) -> Int {
    guard !match.isEmpty else { return 0 }
    if let start = sentenceStart(of: match.lowerBound, from: match.upperBound - limit) { return start }
    let context = match.lowerBound - max(0, limit - match.count) / 3
    return max(0, context, sentenceStart(of: match.lowerBound, from: context) ?? 0)
  }

  /// The window from a unit on. It ends with the last sentence that fits, and whole sentences before it fill
  /// what is left, when the match and at least half of the limit are covered so; otherwise it ends where the
  /// limit is. Line ends at its ends are left out, but for those that match.
  func window(from start: Int, covering match: Range<Int>, limit: Int) -> Range<Int> {
    let count = units.count
    var lower = start
    while lower < count, isLineEnd(lower), !match.contains(lower) { lower += 1 }
    guard lower < count else { return 0..<0 }
    var upper = min(count, lower + limit)
    var cut = upper
    while cut > max(lower, match.upperBound), !isLast(cut - 1) { cut -= 1 }
    if cut > lower, isLast(cut - 1) {
      var first = lower
      while first > 0, let start = sentenceStart(of: first - 1, from: cut - limit) { first = start }
      while first < lower, isLineEnd(first) { first += 1 }
      if cut - first >= limit / 2 || upper == count {
        lower = first
        upper = cut
      }
    }
    while upper > max(lower + 1, match.upperBound), isLineEnd(upper - 1) { upper -= 1 }
    return lower..<upper
  }

  /// The first unit of the sentence that a unit lies in; `nil` when that is before `bound`.
  private func sentenceStart(of index: Int, from bound: Int) -> Int? {
    var start = index
    while start >= bound, start >= 0 {
      if isFirst(start) { return start }
      start -= 1
    }
    return nil
  }

  private func isLineEnd(_ index: Int) -> Bool { units[index].kind == .lineEnd }

  /// Whether a unit is the first of a sentence. Line ends are sentences of their own.
  private func isFirst(_ index: Int) -> Bool {
    index == 0 || isLineEnd(index - 1) || isLast(index - 1) && !closes(index)
  }

  /// Whether a unit can be the last one shown: the last of a sentence.
  private func isLast(_ index: Int) -> Bool {
    index + 1 == units.count || isLineEnd(index + 1) || closes(index)
  }

  /// Whether a unit ends a sentence: 。 and the like, and closing quotes and brackets that follow one.
  private func closes(_ index: Int) -> Bool {
    var end = index
    while end > max(0, index - Self.maximumClosings), Self.isClosing(units[end]) { end -= 1 }
    return Self.isEnd(units[end])
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
