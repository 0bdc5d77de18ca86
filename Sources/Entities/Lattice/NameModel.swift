/// What a stretch of text costs when read as a person's name: character statistics, and the words around it.
struct NameModel {
  private let text: FoldedText
  private let matches: WordMatches
  private let table = LexiconTable.shared

  init(_ text: FoldedText, _ matches: WordMatches) {
    self.text = text
    self.matches = matches
  }

  /// Calls `offer` with length, cost and kind of each name that may begin at a position.
  func forEachName(at start: Int, _ offer: (Int, Int32, Token.Kind) -> Void) {
    let before = costBefore(start)
    chineseNames(at: start, before, offer)
    japaneseNames(at: start, before, offer)
    transliterations(at: start, before, offer)
  }

  /// What a name costs that the article has shown to be one.
  func knownCost(_ start: Int, _ end: Int) -> Int32 { 5 * 16 + costBefore(start) + costAfter(end) }

  private func chineseNames(at start: Int, _ before: Int32, _ offer: (Int, Int32, Token.Kind) -> Void) {
    guard start + 1 < text.count, text.identities[start] != 0, text.identities[start + 1] != 0 else { return }
    let surname = table.characterCosts(text.identities[start]).surname
    guard surname != LexiconTable.never else { return }
    let base = Weight.chinese + Int32(surname) + before
    let next = table.characterCosts(text.identities[start + 1])
    if next.onlyGiven != LexiconTable.never {
      offer(2, base + Weight.shortGiven + Int32(next.onlyGiven) + costAfter(start + 2), .chineseName)
    }
    guard start + 2 < text.count, text.identities[start + 2] != 0, next.firstOfTwo != LexiconTable.never
    else { return }
    let last = table.characterCosts(text.identities[start + 2]).secondOfTwo
    guard last != LexiconTable.never else { return }
    offer(3, base + Int32(next.firstOfTwo) + Int32(last) + costAfter(start + 3), .chineseName)
  }

  private func japaneseNames(at start: Int, _ before: Int32, _ offer: (Int, Int32, Token.Kind) -> Void) {
    guard matches.beginning[start].contains(.japanese), start + 2 < text.count else { return }
    guard isJapanesePart(start) else { return }
    if matches.beginning[start + 2].contains(.japanese), isJapanesePart(start + 2) {
      offer(4, Weight.japanese + before + costAfter(start + 4), .japaneseName)
    }
    // A given name that is in no list: 茂木敏充.
    guard start + 3 < text.count, text.identities[start + 2] != 0, text.identities[start + 3] != 0 else {
      return
    }
    let first = table.characterCosts(text.identities[start + 2]).firstOfTwo
    let second = table.characterCosts(text.identities[start + 3]).secondOfTwo
    guard first != LexiconTable.never, second != LexiconTable.never else { return }
    offer(
      4, Weight.japaneseSurname + Int32(first) + Int32(second) + before + costAfter(start + 4), .japaneseName)
  }

  private func isJapanesePart(_ start: Int) -> Bool {
    matches.at(start).contains { $0.length == 2 && table.classes(Int($0.node)).contains(.japanese) }
  }

  private func transliterations(at start: Int, _ before: Int32, _ offer: (Int, Int32, Token.Kind) -> Void) {
    let limit = min(text.count, start + Weight.longestTransliteration)
    var previous = 0
    var cost = Weight.transliteration + before
    var position = start
    var hasRare = false
    let afterDot = text.followsJoiner(start)
    while position < limit, text.identities[position] != 0 {
      let character = text.identities[position]
      let number = table.transliteration(character)
      if number != 0, previous != 0 || position == start {
        cost += table.bigram(previous, number)
      } else {
        // Rare characters are met in dotted names only: 范·霍伦.
        let single = table.characterCosts(character).transliteration
        guard single != LexiconTable.never else { return }
        cost += Int32(single)
        hasRare = true
      }
      previous = number
      position += 1
      let beforeDot = text.isJoiner(at: position)
      guard afterDot || beforeDot || position - start > 1 && !hasRare else { continue }
      var total = cost + table.bigram(number, 0) + costAfter(position)
      if afterDot { total -= Weight.dot }
      if beforeDot { total -= Weight.dot }
      if position - start == 1, beforeDot { total += Weight.singleComponent }
      if position - start == 2, !afterDot, !beforeDot { total += Weight.shortTransliteration }
      offer(position - start, total, .transliteration)
    }
  }

  /// What stands before a name makes it likelier: a title, a boundary, another name's end.
  private func costBefore(_ start: Int) -> Int32 {
    if start == 0 { return -Weight.boundary }
    let ending = matches.ending[start]
    if ending.contains(.title) { return -Weight.title }
    if ending.contains(.link) { return -Weight.link }
    return FoldedText.isHan(text.folded[start - 1]) ? 0 : -Weight.boundary
  }

  /// What stands after a name makes it likelier, or shows that it is the beginning of something else's.
  private func costAfter(_ end: Int) -> Int32 {
    if end >= text.count { return -Weight.boundary }
    let scalar = text.folded[end]
    if scalar == 0x28, end + 1 < text.count, FoldedText.isLatin(text.folded[end + 1]) { return -Weight.latin }
    let beginning = matches.beginning[end]
    if beginning.contains(.said) { return -Weight.said }
    if beginning.contains(.honorific) { return -Weight.honorific }
    if beginning.contains(.speech) { return -Weight.speech }
    if beginning.contains(.link) { return -Weight.link }
    if beginning.contains(.organisation) { return Weight.organisation }
    return FoldedText.isHan(scalar) ? 0 : -Weight.boundary
  }

  /// The weights of the model, in sixteenths of a nat; set by hand over annotated articles.
  private enum Weight {
    static let chinese: Int32 = 5 * 16
    static let shortGiven: Int32 = 2 * 16
    static let japanese: Int32 = 22 * 16
    static let japaneseSurname: Int32 = 14 * 16
    static let transliteration: Int32 = 5 * 16
    static let shortTransliteration: Int32 = 2 * 16
    static let singleComponent: Int32 = 4 * 16
    static let longestTransliteration = 8
    static let dot: Int32 = 8 * 16
    static let title: Int32 = 4 * 16
    static let latin: Int32 = 6 * 16
    static let said: Int32 = 3 * 16
    static let honorific: Int32 = 2 * 16
    static let speech: Int32 = 1 * 16
    static let link: Int32 = 1 * 16
    static let boundary: Int32 = 1 * 16
    static let organisation: Int32 = 2 * 16
  }
}
