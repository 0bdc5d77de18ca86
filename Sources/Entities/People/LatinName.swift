/// Reads names in Latin letters: （Georgy Zinoviev） after a name, or Georgy Zinoviev in the text.
struct LatinName {
  /// Where the name itself stands.
  let range: Range<Int>
  /// Its words.
  let words: [Range<Int>]

  /// The name in brackets that open at a position, a blank before the bracket allowed; `nil` when the brackets
  /// hold something else: an organisation, an abbreviation, other text.
  static func inBrackets(_ text: FoldedText, at position: Int) -> LatinName? {
    var start = position
    if start < text.count, text.folded[start] == 0x20 { start += 1 }
    guard start < text.count, text.folded[start] == 0x28 else { return nil }
    start += 1
    // 音译, 英文名: and the like stand between the bracket and the name.
    let limit = min(text.count, start + 6)
    while start < limit, !FoldedText.isLatin(text.folded[start]), text.folded[start] != 0x29 { start += 1 }
    guard start < text.count, let name = LatinName(text, at: start) else { return nil }
    guard name.range.upperBound < text.count else { return nil }
    switch text.folded[name.range.upperBound] {
    case 0x29, 0x2C, 0x3B, 0x2F, 0x3001, 0x20: return name.isPerson(text) ? name : nil
    default: return nil
    }
  }

  /// The words with capitals that begin at a position, at most six; `nil` when the first has no capital.
  init?(_ text: FoldedText, at start: Int) {
    var words: [Range<Int>] = []
    var position = start
    while words.count < 6, let word = Self.word(text, at: position) {
      guard Self.isCapital(text.raw[word.lowerBound]) || !words.isEmpty && Self.isParticle(text, word) else {
        break
      }
      words.append(word)
      guard word.upperBound < text.count else { break }
      let separator = text.folded[word.upperBound]
      guard separator == 0x20 || separator == FoldedText.dot else { break }
      position = word.upperBound + 1
    }
    while let first = words.first, words.count > 1, Self.titles.contains(text.string(first)) {
      words.removeFirst()
    }
    while let last = words.last, Self.isParticle(text, last) { words.removeLast() }
    guard let first = words.first, let last = words.last else { return nil }
    self.words = words
    range = first.lowerBound..<last.upperBound
  }

  /// Whether the words look like a person's: not all capitals unless short, no organisation's word.
  func isPerson(_ text: FoldedText) -> Bool {
    guard range.count >= 3 else { return false }
    let isAllCapitals = range.allSatisfy { !FoldedText.isLatin(text.raw[$0]) || Self.isCapital(text.raw[$0]) }
    if isAllCapitals, words.count < 2 || range.count < 6 { return false }
    return !words.contains { Self.organisationWords.contains(text.string($0)) }
  }

  /// One word of letters, with the signs that names hold: O'Neill, Jean-Luc, W.
  private static func word(_ text: FoldedText, at start: Int) -> Range<Int>? {
    var end = start
    while end < text.count, FoldedText.isLatin(text.raw[end]) || end > start && isInner(text.folded[end]) {
      end += 1
    }
    while end > start, isInner(text.folded[end - 1]), text.folded[end - 1] != 0x2E || end - start > 3 {
      end -= 1
    }
    return end > start ? start..<end : nil
  }

  private static func isInner(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x27, 0x2E, 0x60, 0xB4, 0x2018, 0x2019, 0x2010, 0x2013: true
    default: false
    }
  }

  private static func isCapital(_ scalar: UInt32) -> Bool {
    scalar >= 0x41 && scalar <= 0x5A || scalar >= 0xC0 && scalar <= 0x24F && FoldedText.fold(scalar) != scalar
  }

  private static func isParticle(_ text: FoldedText, _ word: Range<Int>) -> Bool {
    particles.contains(text.string(word))
  }

  private static let particles: Set<String> = [
    "de", "van", "von", "bin", "al", "der", "den", "la", "di", "da", "del", "dos", "el", "ibn", "ten", "ter",
    "du",
  ]

  private static let titles: Set<String> = [
    "Dr", "Dr.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Prof", "Prof.", "Professor", "Sir", "Lord", "Lady",
    "General",
    "Gen.", "Colonel", "Col.", "Major", "Captain", "Rear", "Vice", "Admiral", "President", "Senator", "Judge",
    "King",
    "Queen", "Prince", "Princess", "Pope", "Father",
  ]

  private static let organisationWords: Set<String> = [
    "University", "Institute", "Inc", "Inc.", "Corp", "Corp.", "Company", "Party", "Group", "Bank", "Center",
    "Centre",
    "Times", "News", "Post", "Foundation", "Association", "Council", "Committee", "Department", "Agency",
    "Ltd",
    "Ltd.", "Co", "Co.", "College", "School", "Court", "Act", "Union", "Army", "Force", "Airport", "Hospital",
    "Front",
    "Journal", "Street", "International", "Global", "Research", "Media", "TV", "Radio", "Press", "Project",
    "Network",
    "Alliance", "Forum", "Society", "Commission", "County", "City", "Island", "River", "Square", "Park",
    "Church",
    "Republic", "Security", "Policy", "Economic", "National", "American", "Studies", "Strategic", "The",
    "and", "of",
    "for", "New", "PHOTO", "Photo", "Getty", "Images", "HQ", "Limited", "LLC", "Holdings", "Mail", "Wall",
    "White", "State", "House", "Daily", "World", "Club", "United", "Airlines", "Technology", "Capital",
    "Fund",
  ]
}
