/// What the tagger reads of a text: its sentences one after the other with padding between them, and for each
/// character what it is, what it is in names, and which words of the lexicon surround it.
package struct TaggerText: Sendable {
  /// One sentence: where it stands in the text and in the padded arrays.
  package struct Sentence: Sendable {
    /// Where it begins in the text, in code points.
    package let start: Int
    /// Where it begins in the padded arrays.
    let first: Int
    /// How many code points it has.
    package let count: Int
  }

  /// How many empty places stand before, between and after sentences: as far as a feature looks.
  static let padding = 3

  /// The sentences in the order of the text.
  package private(set) var sentences: [Sentence] = []
  /// The folded scalars, as features count them; that of 0 in the padding.
  let scalars: [FeatureTerm]
  /// What each scalar is: letter, digit, sign; outside in the padding.
  let types: [CharacterType]
  /// What each character is in names.
  let names: [CharacterClasses]
  /// The words around each place.
  let words: [WordContext]

  /// The sentences of a text; `matches` are the words of the lexicon in it.
  init(_ text: FoldedText, _ matches: WordMatches) {
    let ranges = SentenceRanges.ranges(in: text)
    let size = ranges.reduce(Self.padding) { $0 + $1.count + Self.padding }
    var scalars = [FeatureTerm](repeating: FeatureTerm(0), count: size)
    var types = [CharacterType](repeating: .outside, count: size)
    var names = [CharacterClasses](repeating: .outside, count: size)
    var words = [WordContext](repeating: WordContext(), count: size)
    let table = LexiconTable.shared
    var place = Self.padding
    for range in ranges {
      sentences.append(Sentence(start: range.lowerBound, first: place, count: range.count))
      for position in range {
        let scalar = text.folded[position]
        let type = CharacterType(folded: scalar, raw: text.raw[position])
        scalars[place] = FeatureTerm(UInt64(scalar))
        types[place] = type
        names[place] = type == .han ? table.names(text.identities[position]) : .other(type)
        words[place] = WordContext(matches, position, in: range)
        place += 1
      }
      place += Self.padding
    }
    (self.scalars, self.types, self.names, self.words) = (scalars, types, names, words)
  }

  /// A text by itself.
  package init(_ text: String) {
    let folded = FoldedText(text)
    self.init(folded, WordMatches(folded))
  }

  /// The text with those of its sentences that are wanted.
  package func keeping(_ isWanted: (Sentence) -> Bool) -> TaggerText {
    var text = self
    text.sentences = sentences.filter(isWanted)
    return text
  }
}
