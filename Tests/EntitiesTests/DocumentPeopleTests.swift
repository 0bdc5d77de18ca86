import Articles
import Testing

@testable import Entities

@Suite struct DocumentPeopleTests {
  private func people(title: String = "通讯", _ body: String) -> [DocumentPerson] {
    EntityExtractor().extract(.of(title: title, body: body)).people
  }

  @Test func fullAndShortFormsAreOnePerson() throws {
    let found = people("历史学家格奥尔基·季诺维也夫（Georgy Zinoviev）出版新书。季诺维也夫说，档案仍未开放。")
    #expect(found.count == 1)
    let person = try #require(found.first)
    #expect(person.name == "格奥尔基·季诺维也夫")
    #expect(person.forms == ["格奥尔基·季诺维也夫", "季诺维也夫"])
    #expect(person.latin == ["Georgy Zinoviev"])
    #expect(person.mentions.count == 2)
  }

  @Test func nameShownOnceIsFoundEverywhere() throws {
    let found = people(title: "沈长河当选", "候选人沈长河表示满意。支持者把沈长河围住。")
    #expect(found.map(\.name) == ["沈长河"])
    #expect(found.first?.mentions.map(\.field) == [.title, .body, .body])
  }

  @Test func variantsOfAWellKnownNameAreOnePerson() {
    let found = people("总统特朗普发表讲话。台媒称他为川普。")
    #expect(found.map(\.forms) == [["特朗普", "川普"]])
  }

  @Test func relativeOfAWellKnownPersonIsSomebodyElse() {
    let found = people("总统特朗普抵达，埃里克·特朗普随行。")
    #expect(found.map(\.name) == ["特朗普", "埃里克·特朗普"])
  }

  @Test func equalLatinSpellingsAreOnePerson() {
    let found = people("作家莫里亚尼（Elena Moriani）到场。评论家莫利亚尼（Elena Moriani）发言。")
    #expect(found.count == 1)
    #expect(found.first?.forms == ["莫里亚尼", "莫利亚尼"])
    #expect(found.first?.latin == ["Elena Moriani"])
  }

  @Test func givenNameOfAChineseNameIsTheSamePerson() {
    let found = people("校长许文哲出席。校长文哲说，他很高兴。")
    #expect(found.map(\.forms) == [["许文哲", "文哲"]])
  }

  @Test func peopleComeInTheOrderOfTheirFirstMention() {
    let found = people(title: "何思远会见郑国昌", "主席郑国昌说，会谈顺利。部长何思远表示同意。")
    #expect(found.map(\.name) == ["何思远", "郑国昌"])
  }
}
