import Articles
import Testing

@testable import Entities

@Suite struct CandidateFinderTests {
  /// The candidates of a text in which the tagger found the parts between ⟦ and ⟧, and why others are none.
  private func candidates(
    _ marked: String, source: NameCandidate.Source? = nil
  ) -> (names: [String], reasons: [CandidateFinder.Rejection.Reason]) {
    var spans: [PersonTagger.Span] = []
    var text = ""
    var start = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = text.unicodeScalars.count
      case "⟧":
        let range = start..<text.unicodeScalars.count
        spans.append(PersonTagger.Span(range: range, score: 0.9, isBest: true))
      default: text.unicodeScalars.append(scalar)
      }
    }
    let reading = FieldReading(.body, text)
    var rejected: [CandidateFinder.Rejection] = []
    let found = CandidateFinder(reading).candidates(in: spans, rejected: &rejected)
    return (
      found.filter { source == nil || $0.source == source }.map { reading.text.string($0.range) },
      rejected.map(\.reason)
    )
  }

  /// Transliterations that the tagger passed over, with Latin letters in brackets after them.
  @Test(
    arguments: [
      ("歌手蘇西（Susie Lindqvist）獲獎", ["蘇西"]),
      ("季诺维耶娃（Olga Zinovieva）", ["季诺维耶娃"]),
      ("获奖者：科斯塔 (Mariana Costa)", ["科斯塔"]),
      // One Latin word may be anything: a firm, a place, a drug.
      ("歌手蘇西（Susie）獲獎", []),
      ("歌手蘇西（3000 Euro）獲獎", []),
      // A character before it that is neither title nor sign may belong to it.
      ("就是蘇西（Susie Lindqvist）", []),
      ("（记者：苏西（Susie Lindqvist））", []),
    ] as [(String, [String])])
  func latinInBracketsShowsANameThatTheTaggerPassedOver(text: String, expected: [String]) {
    #expect(candidates(text).names == expected)
    #expect(candidates(text, source: .brackets).names == expected)
  }

  @Test func whatTheTaggerTookIsNotTakenTwice() {
    #expect(candidates("歌手⟦蘇西⟧（Susie Lindqvist）獲獎").names == ["蘇西"])
    #expect(candidates("歌手⟦蘇西⟧（Susie Lindqvist）獲獎", source: .brackets).names == [])
  }

  @Test func theLongerOfTwoOverlappingSpansStays() {
    let (names, reasons) = candidates("作家玛丽安娜·⟦科斯塔⟧说，⟦玛丽安娜⟧·科斯塔说")
    #expect(names == ["玛丽安娜·科斯塔", "玛丽安娜·科斯塔"] && reasons == [])
    let twice = candidates("作家⟦玛丽安娜⟧·⟦科斯塔⟧说")
    #expect(twice.names == ["玛丽安娜·科斯塔"] && twice.reasons == [.overlap])
  }

  @Test func bylinesNameNobody() {
    let (names, reasons) = candidates("（记者⟦许文哲⟧报道）⟦周明⟧出席。")
    #expect(names == ["周明"] && reasons == [.credit])
  }
}
