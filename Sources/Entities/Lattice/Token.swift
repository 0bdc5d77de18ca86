/// One piece of the best path through a text.
struct Token {
  /// What made it.
  enum Kind: Equatable {
    /// A single scalar that is no word, or a run of Latin letters or digits.
    case other
    /// A word of the lexicon.
    case word
    /// A person's name.
    case name
  }

  let range: Range<Int>
  let kind: Kind
  /// The lexicon's node, for words.
  let node: LexiconTable.Node
}
