/// One piece of the best path through a text.
struct Token {
  /// What made it.
  enum Kind: Equatable {
    /// A single scalar that is no word, or a run of Latin letters or digits.
    case other
    /// A word of the lexicon.
    case word
    /// A Chinese or Korean name: surname and one or two characters.
    case chineseName
    /// A Japanese name: two parts.
    case japaneseName
    /// A transliterated name, or one component of a dotted one.
    case transliteration
    /// A name that the same article has shown to be one.
    case knownHere
  }

  let range: Range<Int>
  let kind: Kind
  /// The lexicon's node, for words.
  let node: LexiconTable.Node
  /// What it adds to the path's cost, in sixteenths of a nat.
  let cost: Int32

  /// Whether a name model made it.
  var isName: Bool { kind != .other && kind != .word }
}
