import Testing

@testable import HanText

/// The parts by which two texts are compared.
@Suite struct TextPartTests {
  private func parts(_ text: String) -> [(TextPart, Int)] {
    var parts: [(TextPart, Int)] = []
    TextPart.forEach(in: ScannedText(text)) { parts.append(($0, $1)) }
    return parts
  }

  @Test func lettersPairsAndRuns() throws {
    let found = parts("燈塔AI，5")
    let expected = ["灯", "灯塔", "塔", "ai", "5"].map { TextPart(ScannedText($0)) }
    #expect(found.map(\.0) == expected)
    #expect(found.map(\.1) == [0, 0, 1, 2, 4])
  }

  @Test(arguments: ["", "，", "灯塔站", "A5", "灯A"])
  func longerTextsAreNoPart(text: String) {
    #expect(TextPart(ScannedText(text)) == nil)
  }

  @Test func partsDiffer() {
    let all = ["灯", "塔", "灯塔", "塔灯", "a", "b", "1", "2"].map { TextPart(ScannedText($0)) }
    #expect(Set(all).count == all.count)
    #expect(all.allSatisfy { (0..<4096).contains($0?.slot ?? -1) })
  }

  /// Every part of a loosened query is one that its own text holds.
  @Test(arguments: ["召见大使", "韩国 Zinoviev 2024", "A·B，灯塔", "C++", "港"])
  func loosenedQueriesAskForThem(text: String) throws {
    let query = try #require(HanQuery(text, columns: []))
    let held = Set(parts(text).map(\.0))
    for term in query.loosened.groups.joined() {
      if let part = TextPart(ScannedText(term.text)) { #expect(held.contains(part)) }
    }
  }
}
