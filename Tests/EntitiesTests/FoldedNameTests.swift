import Testing

@testable import Entities

@Suite struct FoldedNameTests {
  @Test(arguments: [
    ("弗拉基米尔·普京", ["弗拉基米尔", "普京"], "弗拉基米尔普京"), ("乔·罗宾内特-拜登", ["乔", "罗宾内特", "拜登"], "乔罗宾内特拜登"),
    ("ann lee", ["ann", "lee"], "annlee"), ("·许文哲·", ["许文哲"], "许文哲"), ("许文哲", ["许文哲"], "许文哲"), ("", [], ""),
  ])
  func componentsStandBetweenJoiners(_ text: String, _ components: [String], _ plain: String) {
    #expect(FoldedName(text).components.map(\.string) == components)
    #expect(FoldedName(text).plain == plain.scalarValues)
  }

  @Test func onlyNamesOfLatinLettersAreLatin() {
    #expect(FoldedName("ann lee").isLatin)
    #expect(FoldedName("-ann").isLatin)
    #expect(!FoldedName("许ann").isLatin)
    #expect(!FoldedName("").isLatin)
  }

  @Test func aMiddleDotMakesANameDotted() {
    #expect(FoldedName("乔·拜登").isDotted)
    #expect(!FoldedName("乔-拜登").isDotted)
  }

  @Test(arguments: ["普京", "弗拉", "·", "米尔·普"])
  func aNameHoldsWhatStandsInIt(_ part: String) {
    #expect(FoldedName("弗拉基米尔·普京").holds(FoldedName(part)))
    #expect(!FoldedName(part).holds(FoldedName("弗拉基米尔·普京")))
  }

  @Test(arguments: ["普丁", "京", "弗拉基米尔·普京", "弗米", ""])
  func aNameHoldsNothingElse(_ other: String) {
    #expect(!FoldedName("弗拉基米尔·普").holds(FoldedName(other)))
  }

  @Test func namesAreEqualWhenTheirScalarsAre() {
    // One character to String, once as one scalar and once as two.
    #expect(FoldedName("\u{E9}") != FoldedName("e\u{301}"))
    #expect(FoldedName("许文哲") == FoldedName("许文哲".scalarValues))
    #expect(Set([FoldedName("许文哲"), FoldedName("许文哲"), FoldedName("文哲")]).count == 2)
    #expect(FoldedName("文") < FoldedName("文哲"))
    #expect(!(FoldedName("许") < FoldedName("文")))
  }
}
