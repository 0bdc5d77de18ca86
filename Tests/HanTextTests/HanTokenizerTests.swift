import Testing

@testable import HanText

@Suite struct HanTokenizerTests {
  @Test(
    arguments: [
      ("", []),
      ("人", ["人[0..<3]"]),
      ("人民网", ["人[0..<3]", "+人民[0..<6]", "民[3..<6]", "+民网[3..<9]", "网[6..<9]"]),
      ("中國·AI", ["中[0..<3]", "+中国[0..<6]", "国[3..<6]", "ai[8..<10]"]),
      ("米尔·普", ["米[0..<3]", "+米尔[0..<6]", "尔[3..<6]", "+尔普[3..<11]", "普[8..<11]"]),
      ("朗，俄", ["朗[0..<3]", ",[3..<6]", "俄[6..<9]"]),
    ] as [(String, [String])])
  func indexHoldsUnitsAndPairs(text: String, expected: [String]) {
    #expect(tokens(text, .document).map(\.description) == expected)
  }

  @Test(
    arguments: [
      ("", []),
      ("人", ["人"]),
      ("人民", ["人民", "民"]),
      ("人民网", ["人民", "民网", "网"]),
      ("华为5G网", ["华为", "为", "5", "g", "网"]),
      ("AI芯片，", ["ai", "芯片", "片", ","]),
    ] as [(String, [String])])
  func queryIsOnePhrase(text: String, expected: [String]) {
    let found = tokens(text, .query)
    #expect(found.map(\.text) == expected)
    #expect(!found.contains { $0.colocated })
  }

  /// Without the last unit where a pair holds it; a unit within the phrase keeps its place.
  @Test(
    arguments: [
      ("", []),
      ("人", ["人"]),
      ("人民", ["人民"]),
      ("人民网", ["人民", "民网"]),
      ("人民，网上", ["人民", "民", ",", "网上"]),
      ("华为5G", ["华为", "为", "5", "g"]),
    ] as [(String, [String])])
  func matchIsTheShortestPhrase(text: String, expected: [String]) {
    #expect(tokens(text, .match).map(\.text) == expected)
  }

  @Test func stopsWithTheStatusOfEmit() {
    var calls = 0
    let status = Array("人民网".utf8).withUnsafeBufferPointer { text in
      HanTokenizer.tokenize(text, mode: .document) { _, _, _, _ in
        calls += 1
        return calls == 2 ? 7 : 0
      }
    }
    #expect(status == 7)
    #expect(calls == 2)
  }

  @Test func longRunsAreCutAtACharacter() {
    let run = String(repeating: "é", count: 10) + String(repeating: "ж", count: 40_000)
    let found = tokens(run, .document)
    #expect(found.count == 1)
    #expect(found[0].text.utf8.count == HanTokenizer.maximumTokenBytes)
    #expect(!found[0].text.contains("\u{FFFD}"))
    #expect(found[0].end == run.utf8.count)
  }

  /// The promise itself: the tokens of a query are at consecutive positions of a document exactly where the
  /// query's units follow each other.
  @Test(arguments: 0..<30 as Range<UInt64>)
  func queryTokensMatchExactlyWhereUnitsDo(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<60 {
      let alphabet = ["人", "民", "a", "1", "，", "·", " ", "網", "网"]
      func make(_ count: ClosedRange<Int>) -> String {
        (0..<Int.random(in: count, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) }
          .joined()
      }
      let text = make(0...40)
      let query = make(1...4)
      let wanted = units(query).map(\.text)
      guard !wanted.isEmpty else { continue }
      let present = units(text).map(\.text)
      let byUnits = present.indices.filter { present[$0...].starts(with: wanted) }

      var positions: [Set<String>] = []
      for token in tokens(text, .document) {
        if !token.colocated { positions.append([]) }
        positions[positions.count - 1].insert(token.text)
      }
      for mode in [HanTokenizer.Mode.query, .match] {
        let phrase = tokens(query, mode).map(\.text)
        let byTokens = positions.indices.filter { start in
          phrase.indices.allSatisfy {
            start + $0 < positions.count && positions[start + $0].contains(phrase[$0])
          }
        }
        #expect(byTokens == byUnits, "seed \(seed): \(query) in \(text), \(mode)")
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func anyBytesGiveValidTokens(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<100 {
      let bytes = random.bytes(upTo: 100)
      for mode in [HanTokenizer.Mode.document, .query, .match] {
        var last = 0
        let status = bytes.withUnsafeBufferPointer { text in
          HanTokenizer.tokenize(text, mode: mode) { token, _, start, end in
            #expect(!token.isEmpty && String(validating: token, as: UTF8.self) != nil, "seed \(seed)")
            #expect(start >= last && start < end && end <= bytes.count, "seed \(seed): \(bytes)")
            last = start
            return 0
          }
        }
        #expect(status == 0)
      }
    }
  }
}
