import Entities
import Glibc

/// The words of a folded text, hashed: all runs of two and of three Chinese characters.
package enum WordHashes {
  /// One word of a text.
  struct Word {
    let hash: UInt16
    /// Where it begins, and how many characters it has.
    let start: Int
    let length: Int
  }

  /// Calls `body` with each word that lies within a range of a folded text.
  @inline(__always)
  static func forEach(_ text: [UInt32], in range: Range<Int>, _ body: (Word) -> Void) {
    for start in range where NameKey.isHan(text[start]) {
      guard start + 1 < range.upperBound, NameKey.isHan(text[start + 1]) else { continue }
      let pair = append(text[start + 1], to: append(text[start], to: offset))
      body(Word(hash: StableHash.fold(pair), start: start, length: 2))
      guard start + 2 < range.upperBound, NameKey.isHan(text[start + 2]) else { continue }
      body(Word(hash: StableHash.fold(append(text[start + 2], to: pair)), start: start, length: 3))
    }
  }

  /// The hashes of all words of some texts, each once.
  package static func all(of texts: [String]) -> Set<UInt16> {
    var hashes: Set<UInt16> = []
    for text in texts {
      let folded = text.unicodeScalars.map { NameKey.fold($0.value) }
      forEach(folded, in: 0..<folded.count) { hashes.insert($0.hash) }
    }
    return hashes
  }

  private static let offset: UInt32 = 0x811C_9DC5

  /// The hash of what was hashed before followed by the UTF-8 of a scalar of three bytes.
  private static func append(_ scalar: UInt32, to hash: UInt32) -> UInt32 {
    var hash = hash
    for byte in [0xE0 | scalar >> 12, 0x80 | scalar >> 6 & 0x3F, 0x80 | scalar & 0x3F] {
      hash = (hash ^ byte) &* 0x0100_0193
    }
    return hash
  }
}

/// How often each word occurs, to choose the ones that say most.
struct WordCounter {
  private var words: [UInt16] = []

  mutating func add(_ hash: UInt16) { words.append(hash) }

  /// The `count` words of most weight, ascending by hash: (1 + ln of the count) times the weight, equal ones by hash.
  func best(_ count: Int) -> [UInt16] {
    let weights = WordWeights.shared
    // The best so far, the worst of them first.
    var best: [(score: Int, word: UInt16)] = []
    best.reserveCapacity(count + 1)
    forEachCount { word, occurrences in
      let score = weights.weight(word: word) * Self.factor(occurrences)
      if best.count == count, (score, best[0].word) <= (best[0].score, word) { return }
      var place = 0
      while place < best.count, (best[place].score, word) < (score, best[place].word) { place += 1 }
      best.insert((score, word), at: place)
      if best.count > count { best.removeFirst() }
    }
    return best.map(\.word).sorted()
  }

  /// Calls `body` with each word once, in any order, and how often it occurs.
  private func forEachCount(_ body: (UInt16, Int) -> Void) {
    // Counting in a table costs less than sorting once a text is longer than a few sentences.
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 65_536) { counts in
      counts.initialize(repeating: 0)
      for word in words where counts[Int(word)] < .max { counts[Int(word)] += 1 }
      for word in words where counts[Int(word)] > 0 {
        body(word, Int(counts[Int(word)]))
        counts[Int(word)] = 0
      }
    }
  }

  /// 1 + ln of a count, in 256ths.
  private static func factor(_ count: Int) -> Int { factors[min(count, factors.count - 1)] }
  private static let factors = (0..<64).map { $0 == 0 ? 0 : Int(256 * (1 + log(Double($0)))) }
}
