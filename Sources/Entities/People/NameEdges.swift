/// Mends the edges of what the tagger takes for a name.
struct NameEdges {
  private let reading: FieldReading
  private let text: FoldedText

  init(_ reading: FieldReading) {
    self.reading = reading
    text = reading.text
  }

  /// The names in a tagged range: usually one, two when 和 was taken for a part of one, none for 王女士.
  func names(in range: Range<Int>) -> [Range<Int>] {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, !isLetter(start) { start += 1 }
    while start < end, !isLetter(end - 1), text.folded[end - 1] != 0x2E { end -= 1 }
    guard end - start > 1 else { return [] }
    start = extendedLeft(start)
    end = extendedRight(end)
    if text.folded[start..<end].contains(FoldedText.dot) { end = extendedOverHyphen(end) }
    end = extendedToLatin(end)
    end = extendedOverNumeral(start, end)
    if isJunior(start, end) { start -= 1 }
    let trimmed = withoutTitles(start..<end)
    if isSurnameWithHonorific(trimmed) { return [] }
    return parts(trimmed).filter { $0.count > 1 }
  }

  private func isLetter(_ position: Int) -> Bool {
    FoldedText.isHan(text.folded[position]) || FoldedText.isLatin(text.folded[position])
  }

  /// The beginning with the components before that a dot ties to it: 玛丽安娜·|科斯塔.
  private func extendedLeft(_ position: Int) -> Int {
    var start = position
    while start > 1, text.isDot(at: start - 1) {
      if FoldedText.isLatin(text.folded[start - 2]) { return start - 2 }
      var first = start - 1
      while first > 0, start - first <= 7, reading.mayTransliterate(first - 1),
        !reading.matches.ending[first].contains(.title)
      {
        first -= 1
      }
      guard first < start - 1 else { return start }
      start = first
    }
    return start
  }

  /// The end with the components after it: 玛丽安娜|·科斯塔.
  private func extendedRight(_ position: Int) -> Int {
    var end = position
    while text.isDot(at: end) {
      var last = end + 1
      while last < text.count, last - end <= 7, reading.transliterates(last),
        reading.matches.beginning[last].isDisjoint(with: [.title, .honorific, .said])
      {
        last += 1
      }
      guard last > end + 1 else { return end }
      end = last
    }
    return end
  }

  /// The end with the second half of a double name: 丹尼尔·加西亚|-培尼亚. Only in dotted names: 拜登-哈里斯 are two.
  private func extendedOverHyphen(_ end: Int) -> Int {
    guard text.isJoiner(at: end) else { return end }
    var last = end + 1
    while last < text.count, last - end <= 7, reading.transliterates(last),
      reading.matches.beginning[last].isDisjoint(with: [.title, .honorific, .said])
    {
      last += 1
    }
    return last > end + 2 ? last : end
  }

  /// The end with the number of a pope or king: 本笃|十六世.
  private func extendedOverNumeral(_ start: Int, _ end: Int) -> Int {
    guard reading.transliterates(start) else { return end }
    var last = end
    while last < text.count, last - end < 3, isNumeral(text.folded[last]) { last += 1 }
    return last > end && last < text.count && text.folded[last] == 0x4E16 ? last + 1 : end  // 世
  }

  private func isNumeral(_ scalar: UInt32) -> Bool {
    FoldedText.isDigit(scalar) || "一二三四五六七八九十".unicodeScalars.contains { $0.value == scalar }
  }

  /// The end moved over one or two transliterating characters before Latin letters in brackets.
  private func extendedToLatin(_ end: Int) -> Int {
    guard end > 0, FoldedText.isHan(text.folded[end - 1]) else { return end }
    for length in 1...2 {
      guard end + length < text.count, reading.transliterates(end + length - 1) else { return end }
      if reading.matches.at(end).contains(where: {
        Int($0.length) <= length
          && !$0.classes.isDisjoint(with: [.title, .honorific])
      }) {
        return end
      }
      if LatinName.inBrackets(text, at: end + length) != nil { return end + length }
    }
    return end
  }

  /// Whether 小 or 老 before a transliterated name belongs to it: 小唐纳德·特朗普 is not 唐纳德·特朗普. Undotted names have
  /// it only in the list of well-known people: 老布什.
  private func isJunior(_ start: Int, _ end: Int) -> Bool {
    guard start > 0, [0x5C0F, 0x8001].contains(text.folded[start - 1]), reading.transliterates(start) else {
      return false
    }
    if WellKnownPeople.shared.number(of: reading.folded(start - 1..<end)) != nil { return true }
    return text.folded[start - 1] == 0x5C0F && text.folded[start..<end].contains(FoldedText.dot)
      && !reading.isCrossed(start..<end)
  }

  /// The range without titles at its edges, two characters kept.
  private func withoutTitles(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while let length = titleLength(start, room: end - start - 2) { start += length }
    while let length = suffixLength(start, end) { end -= length }
    return start..<end
  }

  private func titleLength(_ start: Int, room: Int) -> Int? {
    reading.matches.at(start).last {
      (2...max(2, room)).contains(Int($0.length)) && Int($0.length) <= room
        && $0.classes.contains(.title)
    }.map { Int($0.length) }
  }

  private func suffixLength(_ start: Int, _ end: Int) -> Int? {
    guard end - start >= 4 else { return nil }
    return (start + 2...end - 2).first { reading.hasWord($0..<end, [.honorific, .said]) }.map { end - $0 }
  }

  /// Whether a range is a surname with an honorific: 王女士 names nobody.
  private func isSurnameWithHonorific(_ range: Range<Int>) -> Bool {
    guard reading.names(range.lowerBound).surname > 0 else { return false }
    if range.count == 3 { return reading.hasWord(range.dropFirst(), .honorific) }
    return range.count == 2 && [0x67D0, 0x6C0F, 0x59D3].contains(text.folded[range.upperBound - 1])  // 某氏姓
  }

  /// The two names of A和B when both begin with a surname; else the range.
  private func parts(_ range: Range<Int>) -> [Range<Int>] {
    guard range.count >= 5 else { return [range] }
    for link in range.lowerBound + 2..<range.upperBound - 2 where reading.hasWord(link..<link + 1, .link) {
      let (left, right) = (range.lowerBound..<link, link + 1..<range.upperBound)
      let isPair = [left, right].allSatisfy {
        $0.count <= 4 && reading.names($0.lowerBound).surname > 0
          && text.folded[$0].allSatisfy(FoldedText.isHan)
      }
      if isPair { return [left, right] }
    }
    return [range]
  }
}
