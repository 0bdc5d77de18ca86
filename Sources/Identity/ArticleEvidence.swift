import Articles
package import Entities

/// What an article says about who its persons are, compact enough to be kept for every article, so that persons can
/// be told apart again without reading texts.
package struct ArticleEvidence: Equatable, Sendable {
  /// What one person of the article is compared by, beside what all persons share.
  package struct Person: Equatable, Sendable {
    /// The hashed name (``StableHash``).
    package var name: UInt32
    /// As in ``MentionContext``.
    package var roles: [UInt16]
    package var words: [UInt16]
  }

  /// The persons, in their order.
  package var people: [Person]
  /// As in ``MentionContext``.
  package var topics: [UInt16]
  package var countries: [UInt16]
  package var source: UInt16
  package var day: Int?

  /// The context of the person at `ordinal`; an empty one where there is no such person.
  package func context(of ordinal: Int) -> MentionContext {
    guard people.indices.contains(ordinal) else { return MentionContext() }
    var others = Set(people.map(\.name))
    others.remove(people[ordinal].name)
    return MentionContext(
      roles: people[ordinal].roles, words: people[ordinal].words, topics: topics,
      people: WordWeights.shared.rarest(others, count: Self.otherPeople), countries: countries,
      source: source,
      day: day)
  }

  /// The number of other persons that a person is compared by.
  private static let otherPeople = 32
}

extension ArticleEvidence {
  /// The number of mentions whose surroundings are kept, the first of the article.
  private static let mentions = 6
  /// How far the surroundings of a mention reach: in front of it for roles, on both sides for words, in characters.
  private static let roleReach = 12
  /// How far a title reaches that follows a name: 克林顿政府, 普京总统.
  private static let titleReach = 3
  private static let wordReach = 35
  /// The number of words that are kept, those of most weight.
  private static let roleCount = 16
  private static let wordCount = 18
  private static let topicCount = 24

  /// The evidence of an article with its entities.
  package init(_ extracted: ExtractedArticle) {
    let article = extracted.article
    let texts = Article.Field.allCases.map { field in
      article[field].unicodeScalars.map { NameKey.fold($0.value) }
    }
    people = extracted.people.map { Self.person($0, texts) }
    var topics = WordCounter()
    for text in texts { WordHashes.forEach(text, in: 0..<text.count) { topics.add($0.hash) } }
    self.topics = topics.best(Self.topicCount)
    countries = extracted.countries.filter { $0.kind.isNaming }
      .map { MentionContext.Country.number($0.code, isFocus: $0.focus) }.sorted()
    source = article.source.map { StableHash.fold(StableHash.hash($0)) } ?? 0
    day = article.publishedAt.map { Int($0.secondsSince1970 / 86_400) }
  }

  /// What one person is compared by. The name itself says nothing: its own mentions are left out.
  private static func person(_ person: DocumentPerson, _ texts: [[UInt32]]) -> Person {
    let name = NameKey(person.name).text
    let initial = name.unicodeScalars.first?.value ?? 0
    var roles = WordCounter()
    var words = WordCounter()
    for mention in person.mentions.prefix(mentions) {
      guard let index = Article.Field.allCases.firstIndex(of: mention.field), mention.start <= mention.end,
        mention.end <= texts[index].count
      else { continue }
      let text = texts[index]
      let reach = max(0, mention.start - wordReach)..<min(text.count, mention.end + wordReach)
      let own = person.mentions.filter {
        $0.field == mention.field && $0.start < reach.upperBound && reach.lowerBound < $0.end
      }
      func isOwn(_ word: WordHashes.Word) -> Bool {
        // A word that begins with the family name is likely the name again.
        text[word.start] == initial
          || own.contains { $0.start < word.start + word.length && word.start < $0.end }
      }
      var start = mention.start
      while start > 0, mention.start - start < roleReach, NameKey.isHan(text[start - 1]) { start -= 1 }
      WordHashes.forEach(text, in: start..<mention.start) { if !isOwn($0) { roles.add($0.hash) } }
      var end = mention.end
      while end < text.count, end - mention.end < titleReach, NameKey.isHan(text[end]) { end += 1 }
      WordHashes.forEach(text, in: mention.end..<end) { if !isOwn($0) { roles.add($0.hash) } }
      for range in [reach.lowerBound..<mention.start, mention.end..<reach.upperBound] {
        WordHashes.forEach(text, in: range) { if !isOwn($0) { words.add($0.hash) } }
      }
    }
    return Person(name: StableHash.hash(name), roles: roles.best(roleCount), words: words.best(wordCount))
  }
}

extension ArticleEvidence {
  /// The evidence as bytes: a version, the day and the source, then each list with its length; all numbers in the
  /// variable-length form of LEB128, lists of words as differences.
  package var encoded: [UInt8] {
    var bytes: [UInt8] = [Self.version]
    VariableLength.append(day.map { UInt32(clamping: $0) + 1 } ?? 0, to: &bytes)
    VariableLength.append(UInt32(source), to: &bytes)
    Self.append(countries, to: &bytes)
    Self.append(topics, to: &bytes)
    VariableLength.append(UInt32(people.count), to: &bytes)
    for person in people {
      for shift in [0, 8, 16, 24] as [UInt32] {
        bytes.append(UInt8(truncatingIfNeeded: person.name >> shift))
      }
      Self.append(person.roles, to: &bytes)
      Self.append(person.words, to: &bytes)
    }
    return bytes
  }

  /// The evidence that some bytes hold; `nil` where they are damaged or of another version.
  package init?(encoded bytes: [UInt8]) {
    guard bytes.first == Self.version else { return nil }
    var rest = bytes[1...]
    guard let day = VariableLength.next(&rest), let source = VariableLength.next(&rest),
      let countries = Self.list(&rest), let topics = Self.list(&rest), let count = VariableLength.next(&rest),
      count <= rest.count
    else { return nil }
    var people: [Person] = []
    people.reserveCapacity(Int(count))
    for _ in 0..<count {
      guard rest.count >= 4 else { return nil }
      let name = rest.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      rest = rest.dropFirst(4)
      guard let roles = Self.list(&rest), let words = Self.list(&rest) else { return nil }
      people.append(Person(name: name, roles: roles, words: words))
    }
    guard rest.isEmpty else { return nil }
    self.init(
      people: people, topics: topics, countries: countries, source: UInt16(truncatingIfNeeded: source),
      day: day == 0 ? nil : Int(day) - 1)
  }

  private static let version: UInt8 = 1

  /// Appends an ascending list: its length, and the differences between its elements.
  private static func append(_ list: [UInt16], to bytes: inout [UInt8]) {
    VariableLength.append(UInt32(list.count), to: &bytes)
    var previous: UInt16 = 0
    for element in list {
      VariableLength.append(UInt32(element &- previous), to: &bytes)
      previous = element
    }
  }

  private static func list(_ bytes: inout ArraySlice<UInt8>) -> [UInt16]? {
    guard let count = VariableLength.next(&bytes), count <= bytes.count else { return nil }
    var list: [UInt16] = []
    list.reserveCapacity(Int(count))
    var previous: UInt16 = 0
    for _ in 0..<count {
      guard let difference = VariableLength.next(&bytes) else { return nil }
      previous &+= UInt16(truncatingIfNeeded: difference)
      list.append(previous)
    }
    return list
  }
}

/// Numbers of variable length: seven bits per byte, the lowest first, the eighth bit on all bytes but the last
/// (unsigned LEB128, DWARF 5, section 7.6).
enum VariableLength {
  static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The number at the beginning of some bytes, which is taken from them; `nil` where they end within it.
  static func next(_ bytes: inout ArraySlice<UInt8>) -> UInt32? {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while let byte = bytes.popFirst() {
      number |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
      if shift > 28 { return nil }
    }
    return nil
  }
}
