/// One piece of the best path through a text.
struct Token {
  /// What made it.
  enum Kind: Equatable {
    /// A single scalar that is no word, or a run of Latin letters or digits.
    case other
    /// A word of the lexicon.
    case word
    /// A word of the hand-made lists.
    case listed
    /// A person's name.
    case name
  }

  let range: Range<Int>
  let kind: Kind
  /// The lexicon's node for words, the index in ``ListedWords/words`` for listed ones.
  let node: Int

  /// What the word can be.
  var classes: WordClass {
    switch kind {
    case .word: LexiconTable.shared.classes(node)
    case .listed: ListedWords.shared.words[node].classes
    case .other, .name: []
    }
  }

  /// The countries that the word names, in the order of the word.
  var reading: [CountryReading] {
    switch kind {
    case .word: LexiconTable.shared.reading(node)
    case .listed:
      ListedWords.shared.words[node].country.map {
        [CountryReading(start: 0, length: range.count, kind: .name, countries: [$0], isCertain: true)]
      } ?? []
    case .other, .name: []
    }
  }
}
