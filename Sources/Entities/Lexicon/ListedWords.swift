/// The words that hand-made lists add to the lexicon when the program starts: further names of countries and
/// words that only look like them, well-known people, and strings that look like names of persons and are
/// not.
///
/// The trained tables know nothing of them, so a new line in a list needs no training: the tagger reads the
/// generated lexicon alone, while the lattice and the rules read both.
struct ListedWords: Sendable {
  static let shared = ListedWords()

  /// A word of a list.
  struct Word {
    let scalars: [UInt32]
    let classes: WordClass
    /// What it costs in the lattice, as ``LexiconTable/cost(_:)``.
    let cost: Int32
    /// The country it names, a position in ``CountryGazetteer/all``.
    let country: Int?
  }

  /// A place of a word in a text.
  struct Match {
    let range: Range<Int>
    /// The index of the word in ``words``.
    let word: Int
    /// What the word can be.
    let classes: WordClass
  }

  /// The words, each once.
  let words: [Word]
  /// For each hash of a pair of scalars, the indices of the words that begin with such a pair, short words first.
  private let buckets: [[Int]]
  /// A bit for each hash of a pair that begins a word (a Bloom filter with one hash).
  private let pairBits: [UInt64]
  /// No word has more scalars.
  static let longest = 16
  private static let hashBits: UInt32 = 16
  private let indices: [FoldedName: Int]

  private init() {
    var classes: [FoldedName: WordClass] = [:]
    var countries: [FoldedName: Int] = [:]
    for (index, country) in CountryGazetteer.all.enumerated() {
      // The names of the generated table are words of the lexicon.
      for name in CountryGazetteer.furtherNames[country.code] ?? [] {
        let name = FoldedName(folding: name)
        guard name.count > 1 else { continue }
        classes[name, default: []].insert(.country)
        if countries[name] == nil { countries[name] = index }
      }
    }
    for form in WellKnownPeople.shared.ownForms where !form.isDotted {
      classes[form, default: []].insert(.knownPerson)
    }
    for row in HandMadeList.notPeople.rows {
      for word in row.joined(separator: " ").blankSeparated {
        classes[FoldedName(folding: word), default: []].insert(.notPerson)
      }
    }
    for row in HandMadeList.notCountries.rows {
      for word in row.joined(separator: " ").blankSeparated {
        classes[FoldedName(folding: word), default: []].insert(.word)
      }
    }
    words = classes.filter { (2...Self.longest).contains($0.key.count) }.sorted { $0.key < $1.key }.map {
      name, classes in
      Word(
        scalars: name.scalars, classes: classes, cost: Self.cost(classes), country: countries[name])
    }
    var buckets = [[Int]](repeating: [], count: 1 << Self.hashBits)
    var bits = [UInt64](repeating: 0, count: 1 << (Self.hashBits - 6))
    var indices: [FoldedName: Int] = [:]
    for (index, word) in words.enumerated() {
      indices[FoldedName(word.scalars)] = index
      let hash = Self.hash(word.scalars[0], word.scalars[1])
      buckets[hash].append(index)
      bits[hash >> 6] |= 1 << (UInt64(hash) & 63)
    }
    let words = words
    self.buckets = buckets.map { bucket in
      bucket.count < 2 ? bucket : bucket.sorted { words[$0].scalars.count < words[$1].scalars.count }
    }
    pairBits = bits
    self.indices = indices
  }

  /// Costs as the generator gives them to words that occur 900, 600, 400 and 200 times among the 60 million
  /// of its dictionary.
  private static func cost(_ classes: WordClass) -> Int32 {
    if classes.contains(.country) { return 178 }
    return classes.contains(.knownPerson) ? 184 : classes.contains(.word) ? 191 : 202
  }

  /// Returns what a whole string is in the lists; nothing when no list has it.
  func classes(of name: FoldedName) -> WordClass { indices[name].map { words[$0].classes } ?? [] }

  /// Finds the words in a text, in the order of their starts, short words first.
  func matches(in text: FoldedText) -> [Match] {
    var result: [Match] = []
    let scalars = text.folded
    guard scalars.count > 1 else { return result }
    pairBits.withUnsafeBufferPointer { bits in
      scalars.withUnsafeBufferPointer { scalars in
        for start in 0..<scalars.count - 1 {
          let hash = Self.hash(scalars[start], scalars[start + 1])
          guard bits[hash >> 6] >> (UInt64(hash) & 63) & 1 != 0 else { continue }
          for index in buckets[hash] {
            let word = words[index].scalars
            guard start + word.count <= scalars.count,
              word.indices.allSatisfy({ scalars[start + $0] == word[$0] })
            else { continue }
            result.append(
              Match(range: start..<start + word.count, word: index, classes: words[index].classes))
          }
        }
      }
    }
    return result
  }

  @inline(__always)
  private static func hash(_ first: UInt32, _ second: UInt32) -> Int {
    Int((((first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA6B)) &* 0xC2B2_AE35) >> (32 - hashBits))
  }
}
