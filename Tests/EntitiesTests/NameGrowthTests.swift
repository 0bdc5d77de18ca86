import Articles
import Foundation
import Testing

@testable import Entities

@Suite struct NameGrowthTests {
  private func grown(_ text: String, tagged: [String]) -> [String] {
    let reading = FieldReading(.body, text)
    let finder = CandidateFinder(reading)
    var candidates: [NameCandidate] = []
    var from = text.startIndex
    for name in tagged {
      guard let found = text.range(of: name, range: from..<text.endIndex) else { continue }
      let start = text.unicodeScalars.distance(from: text.startIndex, to: found.lowerBound)
      candidates.append(finder.candidate(start..<start + name.unicodeScalars.count, .tagger, 0.9))
      from = found.upperBound
    }
    return NameGrowth.grown(candidates, [reading]).map(\.form.string)
  }

  @Test func aPieceOfAKnownComponentIsAllOfIt() {
    #expect(
      grown("大使格列布·沃罗纳也夫到了，沃罗纳也夫时常散步", tagged: ["格列布·沃罗纳也夫", "沃罗纳"])
        == ["格列布·沃罗纳也夫", "沃罗纳也夫"])
  }

  @Test func twoPiecesAreOneMention() {
    #expect(
      grown("格列布·沃罗纳也夫。沃罗纳也夫", tagged: ["格列布·沃罗纳也夫", "沃罗", "也夫"])
        == ["格列布·沃罗纳也夫", "沃罗纳也夫"])
  }

  @Test func otherNamesStayAsTheyAre() {
    #expect(
      grown("格列布·沃罗纳也夫。沃罗宁，沃罗纳也夫斯基", tagged: ["格列布·沃罗纳也夫", "沃罗宁", "沃罗纳也夫斯基"])
        == ["格列布·沃罗纳也夫", "沃罗宁", "沃罗纳也夫斯基"])
    #expect(grown("沃罗宁和沃罗宁斯基", tagged: ["沃罗宁", "沃罗宁"]) == ["沃罗宁", "沃罗宁"])
  }

  /// A full name that is tagged once too short.
  @Test func shortFormWithAWordAtItsEnd() {
    let people = EntityExtractor().extract(
      .of(
        title: "外交部召见俄罗斯大使",
        body: "外交部召见俄罗斯驻韩国大使格奥尔基·季诺维也夫（Georgy Zinoviev）。外长在召见季诺维也夫时表示遗憾，季诺维也夫向外长表示理解。")
    ).people
    #expect(people.first?.forms == ["格奥尔基·季诺维也夫", "季诺维也夫"])
    #expect(!people.contains { $0.name == "季诺维" })
  }
}
