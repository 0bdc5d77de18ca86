import Articles
import Testing

@testable import Entities

@Suite struct NameOccurrencesTests {
  private func places(_ names: [String], _ text: String) -> [String] {
    let reading = FieldReading(.body, text)
    return NameOccurrences(names.map { FoldedName($0) }).places(in: [reading]).map {
      "\($0.name)@\($0.range.lowerBound)"
    }
  }

  @Test func theLongestStringAtAPlaceIsFound() {
    #expect(places(["科斯塔", "安娜·科斯塔"], "安娜·科斯塔和科斯塔") == ["1@0", "0@7"])
  }

  @Test func traditionalTextHoldsFoldedStrings() {
    #expect(places(["许文哲"], "校長許文哲") == ["0@2"])
  }

  @Test func latinStringsAreWholeWords() {
    #expect(places(["ann lee"], "Ann Lee met Joann Leeson") == ["0@0"])
  }

  @Test func nothingIsFoundOfNothing() {
    #expect(places([], "许文哲").isEmpty)
  }
}
