import Testing

@testable import Entities

@Suite struct ExactTextTests {
  /// Swift takes both for one string, SQLite does not.
  @Test(arguments: [("\u{F90A}", "金"), ("e\u{301}", "é")]) func canonicalEquivalentsDiffer(
    _ one: String, _ other: String
  ) {
    #expect(one == other)
    #expect(ExactText(one) != ExactText(other))
    #expect(Set([ExactText(one), ExactText(other)]).count == 2)
  }

  @Test func theOrderIsThatOfTheBytes() {
    let texts = ["普京", "", "a", "金", "\u{F90A}", "𠮷", "普"]
    #expect(
      texts.map { ExactText($0) }.sorted().map(\.string)
        == texts.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    #expect(ExactText("普京") == ExactText(String(["普", "京"])))
    #expect(ExactText("普京").hashValue == ExactText(String(["普", "京"])).hashValue)
  }
}
