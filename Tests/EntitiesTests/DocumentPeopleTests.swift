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

  /// The names and forms of the people of a text.
  private func forms(_ body: String) -> [[String]] { people(body).map(\.forms) }

  @Test func aShortFormWhoseTitleContradictsTheFullNameIsSomebodyElse() {
    #expect(
      forms("总统约翰·哈格罗夫（John Hargrove）发表讲话。他的父亲哈格罗夫当过矿工。哈格罗夫表示，税率不变。")
        == [["约翰·哈格罗夫", "哈格罗夫"], ["哈格罗夫"]])
    #expect(
      forms("首席执行官约翰·哈格罗夫（John Hargrove）表示，公司没有问题。参议员哈格罗夫则要求调查。")
        == [["约翰·哈格罗夫"], ["哈格罗夫"]])
    #expect(
      forms("国王查尔斯出席了典礼。欧洲理事会主席查尔斯·米歇尔（Charles Michel）也在。")
        == [["查尔斯"], ["查尔斯·米歇尔"]])
  }

  @Test func titlesShareAShortFormOutAmongNamesakes() {
    let found = people(
      "总统约翰·哈格罗夫（John Hargrove）到场。教授亚当·哈格罗夫（Adam Hargrove）也在。总统哈格罗夫表示满意。哈格罗夫教授说，数据不足。")
    #expect(found.map(\.name) == ["约翰·哈格罗夫", "亚当·哈格罗夫"])
    #expect(found.map { $0.mentions.map(\.start) } == [[2, 56], [29, 65]])
  }

  @Test func theNearestFullNameBeforeAShortFormOwnsIt() {
    let found = people(
      "作家约翰·哈格罗夫（John Hargrove）出席。哈格罗夫表示满意。作家亚当·哈格罗夫（Adam Hargrove）出席。哈格罗夫说，书很好。")
    #expect(found.map { $0.mentions.map(\.start) } == [[2, 27], [38, 63]])
  }

  @Test func aShortFormThatNothingDecidesIsAnEntryOfItsOwn() {
    let found = people(
      title: "哈格罗夫获奖",
      "作家约翰·哈格罗夫（John Hargrove）出席。哈格罗夫表示满意。作家亚当·哈格罗夫（Adam Hargrove）出席。哈格罗夫说，书很好。")
    #expect(found.map(\.name) == ["哈格罗夫", "约翰·哈格罗夫", "亚当·哈格罗夫"])
    #expect(found.first?.mentions.map(\.field) == [.title])
  }

  @Test func relativesStayApart() {
    #expect(forms("第一夫人梅拉尼娅·川普（Melania Trump）到访学校。川普表示，他为妻子骄傲。") == [["梅拉尼娅·川普"], ["川普"]])
    #expect(
      forms("总统唐纳德·特朗普抵达，小唐纳德·特朗普随行。特朗普发表讲话，小特朗普也发表讲话。")
        == [["唐纳德·特朗普", "特朗普"], ["小唐纳德·特朗普", "小特朗普"]])
    #expect(forms("安倍晋三的父亲安倍晋太郎当过外相。安倍表示，他怀念父亲。") == [["安倍晋三", "安倍"], ["安倍晋太郎"]])
  }

  @Test func regionalSpellingsAreOnePerson() {
    #expect(forms("加拿大总理特鲁多周一抵达。台媒报道，总理杜鲁多会见了议员。") == [["特鲁多", "杜鲁多"]])
    #expect(forms("英国首相鲍里斯·强森周一表示，计划不变。港媒称鲍里斯·约翰逊将辞职。") == [["鲍里斯·强森", "鲍里斯·约翰逊"]])
  }
}
