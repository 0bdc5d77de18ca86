import Testing

@testable import Identity

/// Hashes are kept in archives: they must be the same in every process and on every machine.
@Suite struct HashTests {
  /// Test vectors of the FNV reference code.
  @Test(
    arguments: [
      ("", 0x811C_9DC5), ("a", 0xE40C_292C), ("b", 0xE70C_2DE5), ("foobar", 0xBF9C_F968),
    ] as [(String, UInt32)])
  func hashesAreThoseOfFNV(_ text: String, _ hash: UInt32) {
    #expect(StableHash.hash(text) == hash)
  }

  @Test func wordsAreRunsOfTwoAndThreeCharacters() {
    let wanted = ["检察", "察官", "检察官"].map { StableHash.fold(StableHash.hash($0)) }
    #expect(WordHashes.all(of: ["检察官"]) == Set(wanted))
    #expect(WordHashes.all(of: ["檢察官"]) == Set(wanted))
    #expect(WordHashes.all(of: ["检", "察。官", "abc", ""]).isEmpty)
  }

  @Test func rangesBoundWords() {
    let text = "检察官员".unicodeScalars.map(\.value)
    var found: [String] = []
    WordHashes.forEach(text, in: 1..<3) { found.append("\($0.start) \($0.length)") }
    #expect(found == ["1 2"])
    found = []
    WordHashes.forEach(text, in: 0..<4) { found.append("\($0.start) \($0.length)") }
    #expect(found == ["0 2", "0 3", "1 2", "1 3", "2 2"])
  }

  @Test func theBestWordsDoNotDependOnTheOrder() {
    var (one, other) = (WordCounter(), WordCounter())
    for word in 0..<500 as Range<UInt16> {
      one.add(word &* 97)
      other.add((499 - word) &* 97)
    }
    let best = one.best(20)
    #expect(best == other.best(20) && best.count == 20 && best == best.sorted())
    var few = WordCounter()
    few.add(7)
    few.add(7)
    #expect(few.best(20) == [7])
  }
}
