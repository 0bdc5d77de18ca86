/// Reads names in Latin letters: （Georgy Zinoviev） after a name, or Georgy Zinoviev in the text.
struct LatinName {
  /// Where the name itself stands.
  let range: Range<Int>
  /// Its words.
  let words: [Range<Int>]

  /// The name in brackets that open at a position, a blank before the bracket allowed; `nil` when the
  /// brackets hold something else: an organisation, an abbreviation, other text.
  static func inBrackets(_ text: FoldedText, at position: Int) -> LatinName? {
    var start = position
    if start < text.count, text.folded[start] == 0x20 { start += 1 }
    guard start < text.count, text.folded[start] == 0x28 else { return nil }
    start += 1
    // 音译, 英文名: and the like stand between the bracket and the name.
    let limit = min(text.count, start + 6)
    while start < limit, !FoldedText.isLatin(text.folded[start]), text.folded[start] != 0x29 {
      // A handle or a hashtag is not a name.
      if text.folded[start] == 0x40 || text.folded[start] == 0x23 { return nil }
      start += 1
    }
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
      if Self.isApostrophe(text, after: word) {
        position = word.upperBound
        while !FoldedText.isLatin(text.folded[position]) { position += 1 }
        continue
      }
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

  /// Whether the words look like a person's: not all capitals unless short, no organisation's word, no word
  /// with capitals inside but McCarthy and the like, and no part of a handle, hashtag or address.
  func isPerson(_ text: FoldedText) -> Bool {
    guard range.count >= 3 else { return false }
    if range.lowerBound > 0, [0x40, 0x23, 0x5F].contains(text.folded[range.lowerBound - 1]) { return false }
    if range.upperBound < text.count, text.folded[range.upperBound] == 0x5F { return false }
    if words.contains(where: { Self.hasInnerCapital(text, $0) }) { return false }
    // FTSE Russell, BBC News.
    if words.count > 1, words.contains(where: { Self.isAbbreviation(text, $0) }) { return false }
    let isAllCapitals = range.allSatisfy { !FoldedText.isLatin(text.raw[$0]) || Self.isCapital(text.raw[$0]) }
    if isAllCapitals, words.count < 2 || range.count < 6 { return false }
    return !words.contains { Self.organisationWords.contains(text.string($0)) }
  }

  /// Whether brackets that open at a position hold the name of a company, prize or place and not of a person:
  /// Johnson & Johnson, Moody’s, Marshall Plan, Anderson, South Carolina.
  static func namesThing(_ text: FoldedText, at position: Int) -> Bool {
    var start = position
    if start < text.count, text.folded[start] == 0x20 { start += 1 }
    guard start + 1 < text.count, text.folded[start] == 0x28, FoldedText.isLatin(text.folded[start + 1])
    else {
      return false
    }
    start += 1
    var end = start
    while end < text.count, end - start < 60, ![0x29, 0x2C, 0x3B, 0x3001, 0x0A].contains(text.folded[end]) {
      end += 1
    }
    guard end < text.count else { return false }
    if text.folded[start..<end].contains(0x26) { return true }
    let words = text.raw[start..<end].split(separator: 0x20).map { String(scalarValues: $0) }
    guard let last = words.last else { return false }
    let isPossessive = ["'s", "’s", "‘s", "`s", "´s", "′s"].contains { last.hasSuffix($0) }
    if isPossessive || words.contains(where: thingWords.contains) { return true }
    return words.count == 1 && text.folded[end] == 0x2C && isPlace(text, after: end)
  }

  /// Whether the words after a comma are the rest of an address: Anderson, South Carolina.
  private static func isPlace(_ text: FoldedText, after comma: Int) -> Bool {
    var start = comma + 1
    while start < text.count, text.folded[start] == 0x20 { start += 1 }
    guard let rest = LatinName(text, at: start), rest.range.upperBound < text.count,
      text.folded[rest.range.upperBound] == 0x29
    else { return false }
    return rest.words.allSatisfy { !nameSuffixes.contains(text.string($0)) }
  }

  private static let nameSuffixes: Set<String> = [
    "Jr", "Jr.", "Sr", "Sr.", "PhD", "Ph.D.", "MD", "M.D.", "II", "III",
  ]

  private static let thingWords: Set<String> = [
    "Inc", "Inc.", "Corp", "Corp.", "Corporation", "Company", "Co", "Co.", "Ltd", "Ltd.", "Limited", "LLC",
    "PLC",
    "Plc", "plc", "Group", "Index", "Holdings", "Bank", "Airlines", "Pharmaceuticals", "Pharma", "Motors",
    "Foundation", "University", "Institute", "College", "Prize", "Award", "Plan", "Act", "Base", "Airport",
    "Analytics", "Securities", "Capital", "Partners", "Technologies", "County", "Island", "Islands", "River",
  ]

  /// Whether a word is an abbreviation that cannot be spoken: all capitals, with no vowel among the first
  /// three. Surnames are written in capitals too (KIM Jong-ho).
  private static func isAbbreviation(_ text: FoldedText, _ word: Range<Int>) -> Bool {
    guard word.count > 2, word.allSatisfy({ FoldedText.isLatin(text.raw[$0]) && isCapital(text.raw[$0]) })
    else {
      return false
    }
    let start = text.string(word.prefix(3))
    return start != "SCH" && start.allSatisfy { !"AEIOUY".contains($0) && $0.isASCII }
  }

  /// Whether a word with small letters has a capital inside, as trade names, hashtags and handles have. Names
  /// have one after a prefix (McCarthy, DeSantis) or a sign (O'Brien).
  private static func hasInnerCapital(_ text: FoldedText, _ word: Range<Int>) -> Bool {
    guard word.contains(where: { FoldedText.isLatin(text.raw[$0]) && !isCapital(text.raw[$0]) }) else {
      return false
    }
    for position in word.dropFirst() where isCapital(text.raw[position]) {
      if !FoldedText.isLatin(text.raw[position - 1]) { continue }
      let prefix = text.string(word.lowerBound..<position)
      let part = prefix.split { !$0.isLetter }.last.map(String.init) ?? prefix
      if !namePrefixes.contains(part) { return true }
    }
    return false
  }

  private static let namePrefixes: Set<String> = [
    "Mc", "Mac", "De", "Di", "Da", "Du", "Del", "Della", "Des", "Le", "La", "Les", "Van", "Von", "Fitz", "O",
    "D",
    "St", "San", "Ben", "Al", "El", "Ja", "Jo", "Ma", "Mar", "Ke", "Ko", "Tre", "Ter", "Ten", "Vande",
    "Vander", "Lo", "Li", "Ka", "Ra",
    "Xiao", "Abu", "Ap",
  ]

  /// Whether an apostrophe set apart by a blank goes on with a name: O 'Brien.
  private static func isApostrophe(_ text: FoldedText, after word: Range<Int>) -> Bool {
    guard word.count == 1, [0x4F, 0x44].contains(text.raw[word.lowerBound]) else { return false }
    var position = word.upperBound
    var signs = 0
    while position < text.count, position - word.upperBound < 3 {
      if text.folded[position] != 0x20 {
        guard isInner(text.folded[position]), text.folded[position] != 0x2E, text.folded[position] != 0x2D
        else {
          break
        }
        signs += 1
      }
      position += 1
    }
    return signs == 1 && position < text.count && isCapital(text.raw[position])
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
    case 0x2D, 0x27, 0x2E, 0x60, 0xB4, 0x2BB, 0x2BC, 0x2018, 0x2019, 0x201B, 0x2010, 0x2013, 0x2032, 0xFF07:
      true
    default: false
    }
  }

  private static func isCapital(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A }
    return FoldedText.isLatin(scalar) && Unicode.Scalar(scalar)?.properties.isUppercase == true
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
    "Fund", "Public", "Domain", "Creative", "Commons", "CC", "BY", "Reuters", "REUTERS", "AFP", "AP", "EPA",
    "Xinhua",
    "Shutterstock", "Alamy", "Wikimedia", "Wikipedia", "Pixabay", "Unsplash", "Flickr", "Twitter", "Facebook",
    "Instagram", "YouTube", "Telegram", "Screenshot", "Picture", "Courtesy", "Copyright", "Index", "Prize",
    "Award",
    "Plan", "Airways", "Motors", "Pharmaceuticals", "Corporation", "Laboratory", "Ministry", "Museum",
    "Office",
  ]
}
