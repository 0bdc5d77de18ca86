import Articles

/// One field of an article with the words found in it: what the rules read. A class, though nothing in it
/// changes: every rule holds it, and copying a structure would count a reference to each of its nine arrays.
final class FieldReading {
  let field: Article.Field
  let text: FoldedText
  /// The words of the lexicon.
  let matches: WordMatches
  /// The words of the hand-made lists.
  let listed: [ListedWords.Match]
  /// For each position, whether it lies in a byline or credit: those people are not in the news.
  let isCredit: [Bool]

  init(_ field: Article.Field, _ string: String) {
    self.field = field
    text = FoldedText(string)
    matches = WordMatches(text)
    listed = ListedWords.shared.matches(in: text)
    isCredit = CreditLines.mark(text, matches)
  }

  /// The folded text of a range, as a name.
  func folded(_ range: Range<Int>) -> FoldedName { FoldedName(text.folded[range]) }

  /// What the character at a position is in names.
  func names(_ position: Int) -> CharacterClasses {
    FoldedText.isHan(text.folded[position])
      ? LexiconTable.shared.names(text.identities[position]) : .outside
  }

  /// Whether the character at a position often transliterates.
  func transliterates(_ position: Int) -> Bool { names(position).transliterates }

  /// Whether the character at a position is met in transliterations at all.
  func mayTransliterate(_ position: Int) -> Bool { (1...4).contains(names(position).transliteration) }

  /// Whether a range is a word with one of some classes.
  func hasWord(_ range: Range<Int>, _ classes: WordClass) -> Bool {
    matches.at(range.lowerBound).contains {
      Int($0.length) == range.count && !$0.classes.isDisjoint(with: classes)
    }
  }

  /// How many scalars before a place a word may begin that covers it.
  private static let longestWord = 8

  /// Whether a range is a part of a longer name: of a country (the 罗斯 of 俄罗斯), or of a string in the
  /// hand-made lists (the 罗素 of 富时罗素).
  func isInsideName(_ range: Range<Int>) -> Bool {
    if isInsideListed(range, [.country, .notPerson]) { return true }
    return isInsideWord(range, .country)
  }

  /// Whether a range is a part of a longer word of the lexicon, or of a longer name in the lists.
  func isInsideWord(_ range: Range<Int>) -> Bool {
    isInsideWord(range, [.country, .word, .place, .title])
      || isInsideListed(range, [.country, .notPerson, .knownPerson, .word])
  }

  /// Whether a range is a part of a longer word of the hand-made lists.
  private func isInsideListed(_ range: Range<Int>, _ classes: WordClass) -> Bool {
    var index = listed.partitioningIndex { $0.range.lowerBound + ListedWords.longest > range.lowerBound }
    while index < listed.count, listed[index].range.lowerBound <= range.lowerBound {
      let match = listed[index]
      if match.range.upperBound >= range.upperBound, match.range.count > range.count,
        !match.classes.isDisjoint(with: classes)
      {
        return true
      }
      index += 1
    }
    return false
  }

  private func isInsideWord(_ range: Range<Int>, _ classes: WordClass) -> Bool {
    for start in max(0, range.lowerBound - Self.longestWord)...range.lowerBound {
      for match in matches.at(start)
      where Int(match.length) > range.count && start + Int(match.length) >= range.upperBound
        && !match.classes.isDisjoint(with: classes)
      {
        return true
      }
    }
    return false
  }

  /// Whether a word of two scalars or more goes over an edge of a range.
  func isCrossed(_ range: Range<Int>) -> Bool {
    let classes: WordClass = [.word, .place, .country, .title, .speech, .said]
    for start in max(0, range.lowerBound - Self.longestWord)..<range.upperBound {
      for match in matches.at(start) where match.length > 1 && !match.classes.isDisjoint(with: classes) {
        let end = start + Int(match.length)
        if start < range.lowerBound && end > range.lowerBound
          || start > range.lowerBound && end > range.upperBound
        {
          return true
        }
      }
    }
    return false
  }

  /// Whether a range is a surname and two characters that make no word of the lexicon with each other or with
  /// their neighbours.
  func mayBeChineseName(_ range: Range<Int>) -> Bool {
    range.count == 3 && range.allSatisfy { FoldedText.isHan(text.folded[$0]) }
      && names(range.lowerBound).surname >= 2
      && !isCrossed(range) && longestWord(in: range) < 2
  }

  /// The length of the longest word of the lexicon that lies in a range.
  func longestWord(in range: Range<Int>) -> Int {
    range.lazy.flatMap { start in
      self.matches.at(start).lazy.map { Int($0.length) }.filter { start + $0 <= range.upperBound }
    }.max() ?? 0
  }
}

extension Array {
  /// The index of the first element for which a condition holds that holds for all after it.
  fileprivate func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) >> 1
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
