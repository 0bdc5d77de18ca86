import Articles

/// One field of an article with the words found in it: what the rules read. A class, though nothing in it changes:
/// every rule holds it, and copying a structure would count a reference to each of its nine arrays.
final class FieldReading {
  let field: Article.Field
  let text: FoldedText
  let matches: WordMatches
  /// For each position, whether it lies in a byline or credit: those people are not in the news.
  let isCredit: [Bool]

  init(_ field: Article.Field, _ string: String) {
    self.field = field
    text = FoldedText(string)
    matches = WordMatches(text)
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
}
