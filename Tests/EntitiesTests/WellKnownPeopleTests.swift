import Testing

@testable import Entities

@Suite struct WellKnownPeopleTests {
  private let people = WellKnownPeople(
    HandMadeList(
      text: """
        # A comment.
        沃罗纳耶夫 佛羅納耶夫	格列布 格莱布
        哈格罗夫* 哈葛洛夫*	约翰
        小哈格罗夫 哈格罗夫*	小约翰 约翰·W
        卢赫民\t
        """))

  private func number(_ name: String) -> Int? { people.number(of: FoldedName(folding: name)) }

  @Test func regionalSpellingsHaveOneNumber() {
    #expect(number("沃罗纳耶夫") == 0 && number("佛羅納耶夫") == 0 && number("格莱布·佛罗纳耶夫") == 0)
    #expect(number("格列布沃罗纳耶夫") == 0)
    #expect(number("彼得·沃罗纳耶夫") == nil && number("卢赫民") == 3)
  }

  @Test func aSharedSurnameNeedsAGivenName() {
    #expect(number("哈格罗夫") == nil)
    #expect(number("约翰·哈格罗夫") == 1 && number("约翰·哈葛洛夫") == 1 && number("约翰·H·哈格罗夫") == 1)
    #expect(number("亚当·哈格罗夫") == nil)
  }

  @Test func theLongestGivenNameDecides() {
    #expect(number("约翰·W·哈格罗夫") == 2 && number("小约翰·哈格罗夫") == 2 && number("小哈格罗夫") == 2)
  }

  @Test func aRelativeIsParted() {
    func parts(_ full: String) -> Bool {
      people.parts(FoldedName("沃罗纳耶夫"), from: FoldedName(folding: full))
    }
    #expect(parts("玛丽娜·沃罗纳耶夫") && !parts("格列布·沃罗纳耶夫"))
    // A slip that adds a character to the given name.
    #expect(!parts("格列布埃·沃罗纳耶夫"))
  }

  @Test func everyPersonHasShortForms() {
    #expect(people.shortForms(0).map(\.string) == ["沃罗纳耶夫", "佛罗纳耶夫"])
    #expect(people.shortForms(1).map(\.string) == ["约翰哈格罗夫", "约翰哈葛洛夫"])
  }

  @Test func theListIsInOrder() {
    var seen: Set<String> = []
    for row in HandMadeList.wellKnown.rows {
      #expect(row.count == 2, "\(row)")
      // One row may hold a spelling with a dot and without.
      for key in Set(row[0].blankSeparated.filter { !$0.hasSuffix("*") }.map { NameKey($0).text }) {
        #expect(seen.insert(key).inserted, "\(key) means two people")
      }
      if row[0].blankSeparated.allSatisfy({ $0.hasSuffix("*") }) { #expect(!row[1].isEmpty, "\(row)") }
    }
  }
}
