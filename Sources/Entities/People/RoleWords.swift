/// The words with which articles introduce a person: 众议员, 主持人.
///
/// Several people may bear one name; these words show a reader which of them is which.
package enum RoleWords {
  /// The number of characters before a name that are searched for words.
  package static let reach = 12
  /// Only words of at least this many characters say anything.
  private static let leastLength = 2
  private static let mostLength = 8

  /// Returns the words that most articles put directly before the name.
  ///
  /// A title of the lexicon counts as a word, and so does a title after the name of a country or an organization
  /// where half of the title's articles have both (美国国务卿). Without titles, a longer run of characters that
  /// several articles share is the answer.
  ///
  /// - Parameters:
  ///   - articles: for each article, the texts that end where a mention of the person begins.
  ///   - limit: the maximum number of words.
  /// - Returns: simplified words, those of most articles first.
  package static func words(before articles: [[String]], limit: Int = 2) -> [String] {
    var titles: [[UInt32]: Int] = [:]
    var phrases: [[UInt32]: Int] = [:]
    var endings: [[UInt32]: Int] = [:]
    for texts in articles {
      var titlesHere: Set<[UInt32]> = []
      var phrasesHere: Set<[UInt32]> = []
      var endingsHere: Set<[UInt32]> = []
      for text in texts {
        let run = lastRun(of: text)
        if let title = title(endingAt: run) {
          titlesHere.insert(Array(title))
          if let phrase = phrase(run, title) { phrasesHere.insert(phrase) }
        } else {
          for length in 3...mostLength where length <= run.count {
            endingsHere.insert(Array(run.suffix(length)))
          }
        }
      }
      for title in titlesHere { titles[title, default: 0] += 1 }
      for phrase in phrasesHere { phrases[phrase, default: 0] += 1 }
      for ending in endingsHere { endings[ending, default: 0] += 1 }
    }
    var words: [[UInt32]] = []
    for (title, count) in titles.sorted(by: precedes) {
      if words.count == limit { break }
      // One of 国务卿 and 前国务卿 is enough.
      if words.contains(where: { ends($0, with: title) || ends(title, with: $0) }) { continue }
      let longer = phrases.merging(titles, uniquingKeysWith: max)
        .filter { $0.key != title && ends($0.key, with: title) && $0.value * 2 >= count }.min(by: precedes)
      words.append(longer?.key ?? title)
    }
    if words.isEmpty, let common = commonEnding(endings, of: articles.count) { words = [common] }
    return words.map { word in
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: word.compactMap(Unicode.Scalar.init))
      return String(scalars)
    }
  }

  /// The folded Chinese characters at the end of a text.
  private static func lastRun(of text: String) -> ArraySlice<UInt32> {
    let folded = text.unicodeScalars.map { FoldedText.fold($0.value) }
    let start = folded.lastIndex { !FoldedText.isHan($0) }.map { $0 + 1 } ?? 0
    return folded[max(start, folded.count - reach)...]
  }

  /// The longest title of the lexicon with which a run ends.
  private static func title(endingAt run: ArraySlice<UInt32>) -> ArraySlice<UInt32>? {
    for length in stride(from: min(mostLength, run.count), through: leastLength, by: -1) {
      let word = run.suffix(length)
      if classes(of: word)?.contains(.title) == true {
        return empty.contains(Array(word)) ? nil : word
      }
    }
    return nil
  }

  /// A title with the longest name of a country or an organization directly before it.
  private static func phrase(_ run: ArraySlice<UInt32>, _ title: ArraySlice<UInt32>) -> [UInt32]? {
    let before = run[run.startIndex..<title.startIndex]
    for length in stride(from: min(mostLength, before.count), through: leastLength, by: -1) {
      let word = before.suffix(length)
      if let classes = classes(of: word), !classes.isDisjoint(with: [.country, .place, .institution]) {
        return Array(word) + Array(title)
      }
    }
    return nil
  }

  /// What a word of the lexicon can be; `nil` where the lexicon does not have it.
  private static func classes(of word: ArraySlice<UInt32>) -> WordClass? {
    let table = LexiconTable.shared
    var node = LexiconTable.root
    for (offset, scalar) in word.enumerated() {
      let character = table.identity(scalar)
      if character == 0 { return nil }
      guard let next = offset == 0 ? table.first(character) : table.child(of: node, character) else {
        return nil
      }
      node = next
    }
    return table.cost(node) == 0 ? nil : table.classes(node)
  }

  /// The longest of the runs that a third of the articles share, and three of them at least.
  private static func commonEnding(_ endings: [[UInt32]: Int], of articles: Int) -> [UInt32]? {
    endings.filter { ending, count in
      count >= 3 && count * 3 >= articles && ending.allSatisfy { !particles.contains($0) }
    }.min {
      ($1.key.count, $1.value) == ($0.key.count, $0.value)
        ? $0.key.lexicographicallyPrecedes($1.key) : ($1.key.count, $1.value) < ($0.key.count, $0.value)
    }?.key
  }

  /// More articles first, then longer words.
  private static func precedes(
    _ one: (key: [UInt32], value: Int), _ other: (key: [UInt32], value: Int)
  ) -> Bool {
    if one.value != other.value { return one.value > other.value }
    if one.key.count != other.key.count { return one.key.count > other.key.count }
    return one.key.lexicographicallyPrecedes(other.key)
  }

  private static func ends(_ word: [UInt32], with ending: [UInt32]) -> Bool {
    word.count >= ending.count && word.suffix(ending.count).elementsEqual(ending)
  }

  /// Titles that anybody may have.
  private static let empty: Set<[UInt32]> = Set(
    """
    先生 女士 小姐 同志 名叫 叫做 名为 化名 时任 现任 前任 继任者 对手 同事 男子 女子 本人 得主 获得者 作者 记者
    """.split(whereSeparator: \.isWhitespace).map { $0.unicodeScalars.map(\.value) })
  /// Characters that join words to sentences.
  private static let particles: Set<UInt32> = Set("的了是在和与及或被把将对向从以为说称也都就还但而于等".unicodeScalars.map(\.value))
}
