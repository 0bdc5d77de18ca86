import Testing

@testable import HanText

@Suite struct SnippetTests {
  static let article = """
    外长星期一抵达首都。他随后会见了总统！双方谈到粮食出口。
    港口的工人说：“船来了。”农民等了三个月；粮食还在仓库里。外长说，谈判将继续下去，直到所有的船都能够离开港口为止，没有人知道那要多久
    """

  static func snippet(_ text: String, _ terms: [String], _ maximumUnits: Int) -> Snippet {
    let scanned = ScannedText(text)
    let matches = terms.enumerated().flatMap { index, term in
      scanned.matches(of: ScannedText(term)).map { Snippet.Match(units: $0, term: index) }
    }
    return Snippet(of: scanned, matches: matches, maximumUnits: maximumUnits)
  }

  static func rendered(_ text: String, _ terms: [String], _ maximumUnits: Int) -> String {
    let snippet = snippet(text, terms, maximumUnits)
    let bytes = Array(text.utf8).withUnsafeBufferPointer {
      snippet.rendered(from: $0, open: Array("[".utf8), close: Array("]".utf8), ellipsis: Array("…".utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      (["总统"], 1000, article.replacing("总统", with: "[总统]")),
      (["总统"], 22, "外长星期一抵达首都。他随后会见了[总统]！…"),
      (["仓库"], 20, "…农民等了三个月；粮食还在[仓库]里。…"),
      (["船来"], 20, "…港口的工人说：“[船来]了。”…"),
      (["粮食", "农民"], 20, "…[农民]等了三个月；[粮食]还在仓库里。…"),
      (["离开港口"], 12, "…能够[离开港口]为止，没有人…"),
      (["\n港口"], 10, "…[\n港口]的工人说：“船…"),
      ([], 12, "外长星期一抵达首都。…"),
      (["粮食出口"], 3, "…[粮食出]…"),
    ] as [([String], Int, String)])
  func choosesAndCuts(terms: [String], maximumUnits: Int, expected: String) {
    #expect(Self.rendered(Self.article, terms, maximumUnits) == expected)
  }

  @Test func overlappingMatchesAreJoined() {
    #expect(Self.rendered("他哈哈哈笑", ["哈哈"], 10) == "他[哈哈哈]笑")
  }

  @Test func emptyTextsHaveEmptySnippets() {
    for text in ["", "\n\n", " · "] {
      #expect(Self.rendered(text, ["人"], 5).allSatisfy { $0 == "…" }, "\(text)")
    }
  }

  @Test func differentTermsCountMoreThanRepeatedOnes() {
    #expect(Self.snippet("甲乙。甲甲甲", ["甲", "乙"], 3).score == 2000)
    #expect(Self.snippet("甲。甲甲甲", ["甲", "乙"], 100).score == 1003)
  }

  /// Whatever the text and the matches, the snippet keeps to the limit and its offsets lie in the text, on
  /// borders of scalars.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func keepsItsBounds(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<60 {
      let text = random.text(upTo: 60)
      let limit = Int.random(in: 0...12, using: &random)
      let snippet = Self.snippet(text, ["人", "民国", "a"], limit)
      #expect(snippet.units.count <= max(1, limit), "seed \(seed)")
      #expect(!ScannedTextTests.part(text, snippet.bytes).contains("\u{FFFD}") || text.contains("\u{FFFD}"))
      var end = snippet.bytes.lowerBound
      for highlight in snippet.highlights {
        #expect(highlight.lowerBound >= end && !highlight.isEmpty, "seed \(seed)")
        end = highlight.upperBound
      }
      #expect(end <= snippet.bytes.upperBound, "seed \(seed)")
    }
  }
}
