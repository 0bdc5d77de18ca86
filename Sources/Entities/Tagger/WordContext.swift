/// The words of the lexicon around one character: what they can be, and how long they are.
struct WordContext {
  /// What the words that end before the character can be: 总统 before 拜登.
  private(set) var before: UInt16 = 0
  /// What the words that begin after the character can be: 表示 after 拜登.
  private(set) var after: UInt16 = 0
  /// How long the longest common word is that begins with the character (0 to 7, 0 for single characters), the
  /// longest that ends with it, and whether one goes on through it.
  private(set) var shape: UInt8 = 0

  /// Nothing around: the padding.
  init() {}

  /// The words around a position of a sentence; words outside it do not count.
  init(_ matches: WordMatches, _ position: Int, in sentence: Range<Int>) {
    if position > sentence.lowerBound { before = matches.ending[position].intersection(.context).rawValue }
    if position + 1 < sentence.upperBound {
      after = matches.beginning[position + 1].intersection(.context).rawValue
    }
    shape = matches.shapes[position]
  }
}

extension WordClass {
  /// The classes that surround names.
  fileprivate static let context: WordClass = [
    .country, .title, .speech, .said, .honorific, .organisation, .link, .place, .thingEnding, .placeBefore,
    .institution,
  ]
}
