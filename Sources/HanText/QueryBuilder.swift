/// Puts the words of a query together: OR between two terms joins them, a minus excludes, and what means
/// nothing where it stands is text.
struct QueryBuilder {
  /// The groups so far; words without a unit still hold their place, so that the words around them keep their
  /// meaning.
  private var groups: [[QueryWord]] = []
  private var exclusions: [QueryWord] = []
  /// Whether the last word was a term that OR can join to the next.
  private var canJoin = false
  /// An OR that joins if a word follows, and is text if none does.
  private var heldOr: QueryWord?

  /// Takes the next word.
  mutating func append(_ word: QueryWord) {
    if heldOr != nil {
      heldOr = nil
      groups[groups.count - 1].append(word.isNegative ? word.withMinusAsText : word)
      canJoin = true
    } else if word.isOr, canJoin {
      heldOr = word
    } else if word.isNegative {
      exclusions.append(word)
      canJoin = false
    } else {
      groups.append([word])
      canJoin = true
    }
  }

  /// The query; `nil` when no word has a unit.
  func query() -> HanQuery? {
    var budget = HanQuery.maximumUnits
    var words = groups
    if let heldOr { words.append([heldOr]) }
    var terms = Self.terms(of: words, &budget)
    if terms.isEmpty {
      terms = Self.terms(of: exclusions.map { [$0.withMinusAsText] }, &budget)
      return terms.isEmpty ? nil : HanQuery(groups: terms, exclusions: [])
    }
    let excluded = exclusions.compactMap { $0.term(&budget) }
    return HanQuery(groups: terms, exclusions: excluded)
  }

  private static func terms(of groups: [[QueryWord]], _ budget: inout Int) -> [[HanQuery.Term]] {
    var result: [[HanQuery.Term]] = []
    for group in groups {
      let terms = group.compactMap { $0.term(&budget) }
      if !terms.isEmpty { result.append(terms) }
    }
    return result
  }
}

extension QueryWord {
  /// The word as text with its minus before it.
  fileprivate var withMinusAsText: QueryWord {
    var word = self
    word.isNegative = false
    word.text = [UInt8(ascii: "-")] + text
    return word
  }

  /// The term that the word stands for, cut to as many units as are left; `nil` when it has none.
  fileprivate func term(_ budget: inout Int) -> HanQuery.Term? {
    let scanned = ScannedText(text)
    let count = min(scanned.units.count, budget)
    guard count > 0 else { return nil }
    budget -= count
    let isWhole = count == scanned.units.count
    let last = scanned.units[count - 1]
    return HanQuery.Term(
      text: isWhole ? text : Array(text[..<last.end]), column: column,
      isPrefix: isStarred && isWhole && (last.kind == .word || last.kind == .number))
  }
}
