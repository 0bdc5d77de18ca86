import Entities
import TestSupport
import Testing

@testable import Identity

/// Whom names and Latin spellings alone join.
@Suite struct CoreFinderTests {
  private func cores(
    _ articles: [InventedNews.Entry], _ judgements: [PersonJudgement] = []
  ) throws -> [[String]] {
    var news = InventedNews(judgements)
    for entry in articles { news.add([entry]) }
    return try news.cores()
  }

  private func repeated(_ count: Int, _ name: String, _ latin: String...) -> [InventedNews.Entry] {
    Array(repeating: (name, [], latin), count: count)
  }

  @Test func twoSpellingsOfOneFamilyNameAreTwoPeople() throws {
    #expect(
      try cores(repeated(4, "哈格罗夫", "Adam Hargrove") + repeated(2, "哈格罗夫", "Chris Hargrove"))
        == [["哈格罗夫|adam hargrove"], ["哈格罗夫|chris hargrove"]])
    // Nicknames, initials and the other order are the same person.
    #expect(
      try cores(
        repeated(1, "哈格罗夫", "Joe Hargrove") + repeated(1, "哈格罗夫", "Joseph Hargrove")
          + repeated(1, "哈格罗夫", "Hargrove Joseph")
      ).count == 1)
  }

  @Test func aFamilyNameWithoutASpellingIsInNoCore() throws {
    #expect(
      try cores(repeated(2, "亚当·哈格罗夫") + repeated(3, "哈格罗夫")) == [["亚当·哈格罗夫"]])
  }

  @Test func aFullNameAndItsFamilyNameAreJoinedByAnAgreeingSpelling() throws {
    #expect(
      try cores(
        repeated(2, "约瑟夫·哈格罗夫", "Joseph Hargrove") + repeated(2, "哈格罗夫", "Joe Hargrove")
          + repeated(1, "哈格罗夫", "Chris Hargrove"))
        == [["哈格罗夫|chris hargrove"], ["哈格罗夫|joe hargrove", "约瑟夫·哈格罗夫|joseph hargrove"]])
  }

  /// The order of the letters must not decide: the spelling of most articles does.
  @Test(arguments: [("Adam Hargrove", "Zeno Hargrove"), ("Zeno Hargrove", "Adam Hargrove")])
  func aDottedNameJoinsTheSpellingOfMostArticles(most: String, few: String) throws {
    let found = try cores(
      repeated(5, "阿丹·哈格罗夫", most) + repeated(1, "阿丹·哈格罗夫", few) + repeated(1, "阿丹·哈格罗夫"))
    #expect(found.count == 2)
    #expect(found.contains(["阿丹·哈格罗夫", "阿丹·哈格罗夫|\(most.lowercased())"]))
  }

  @Test func aSpellingThatContradictsIsNeverJoined() throws {
    #expect(
      try cores(repeated(9, "亚当·哈格罗夫", "Adam Hargrove") + repeated(9, "亚当·哈格罗夫", "Chris Hargrove")).count == 2
    )
    // Not through names that agree with both either.
    #expect(
      try cores(
        repeated(3, "亚当·哈格罗夫", "Adam Hargrove") + repeated(3, "亚当·哈格罗夫") + repeated(3, "亚当·M·哈格罗夫")
          + repeated(3, "亚当·M·哈格罗夫", "Martin Hargrove")
      ).filter { $0.contains("亚当·哈格罗夫|adam hargrove") && $0.contains("亚当·m·哈格罗夫|martin hargrove") }.isEmpty)
  }

  /// Outlets of different regions spell a Latin name in other characters.
  @Test func regionalSpellingsAreOnePerson() throws {
    #expect(try cores(repeated(1, "悉尼·强森") + repeated(1, "西德尼·约翰逊")) == [["悉尼·强森", "西德尼·约翰逊"]])
    #expect(try cores(repeated(1, "悉尼·强森") + repeated(1, "马丁·约翰逊")).count == 2)
    #expect(
      try cores(repeated(1, "悉尼·强森", "Sydney Johnson") + repeated(1, "西德尼·约翰逊", "Sidney Johnson")).count == 1)
    // The Latin spellings decide where they contradict each other.
    #expect(
      try cores(repeated(3, "悉尼·强森", "Sydney Johnson") + repeated(3, "西德尼·约翰逊", "Walter Johnson")).count == 2)
  }

  @Test func oneSpellingJoinsNamesThatShareCharacters() throws {
    #expect(
      try cores(repeated(1, "格列布·沃罗宁", "Gleb Voronin") + repeated(1, "格列布·佛羅寧", "Gleb Voronin")).count == 1)
    #expect(try cores(repeated(1, "沃罗纳夫", "Gleb Voronin") + repeated(1, "卡拉泽克", "Gleb Voronin")).count == 2)
    #expect(
      try cores(repeated(1, "格列布·沃罗宁", "Gleb Voronin") + repeated(1, "Gleb Voronin")).count == 1)
    // Chinese names that share only the family name.
    #expect(try cores(repeated(9, "闵珩璟", "Min Hengjing") + repeated(9, "闵恒靖", "Min Hengjing")).count == 2)
  }

  @Test func usersMerge() throws {
    let merge = PersonJudgement(name: "闵珩璟", ruling: .merge(other: "孙珩二"))
    #expect(try cores(repeated(1, "闵珩璟") + repeated(1, "孙珩二")).count == 2)
    #expect(try cores(repeated(1, "闵珩璟") + repeated(1, "孙珩二"), [merge]) == [["孙珩二", "闵珩璟"]])
    // Through a name that no article gives.
    let chain = [
      PersonJudgement(name: "闵珩璟", ruling: .merge(other: "无人")),
      PersonJudgement(name: "无人", ruling: .alias("孙珩二")),
    ]
    #expect(try cores(repeated(1, "闵珩璟") + repeated(1, "孙珩二"), chain) == [["孙珩二", "闵珩璟"]])
    // A merge is stronger than spellings that contradict each other.
    let other = PersonJudgement(name: "亚当·哈格罗夫", ruling: .merge(other: "克里斯·哈格罗夫"))
    #expect(
      try cores(
        repeated(2, "亚当·哈格罗夫", "Adam Hargrove") + repeated(2, "克里斯·哈格罗夫", "Chris Hargrove"), [other]
      ).count == 1)
  }

  @Test func usersSplit() throws {
    let articles = repeated(2, "格列布·沃罗宁", "Gleb Voronin") + repeated(2, "格列布·佛羅寧", "Gleb Voronin")
    let split = PersonJudgement(name: "格列布沃罗宁", ruling: .split(other: "格列布佛罗宁"))
    #expect(try cores(articles).count == 1)
    #expect(try cores(articles, [split]).count == 2)
  }

  /// Of two merges that contradict a split, the later holds.
  @Test func theLaterOfTwoMergesThatContradictASplitHolds() throws {
    let articles = repeated(1, "甲珩一") + repeated(1, "乙珩二") + repeated(1, "丙珩三")
    let judgements = [
      PersonJudgement(name: "甲珩一", ruling: .merge(other: "丙珩三")),
      PersonJudgement(name: "甲珩一", ruling: .split(other: "乙珩二")),
      PersonJudgement(name: "丙珩三", ruling: .merge(other: "乙珩二")),
    ]
    #expect(try cores(articles, judgements) == [["丙珩三", "乙珩二"], ["甲珩一"]])
  }

  @Test func aNameMayMeanSomebodyElseInAnArticle() throws {
    let separate = PersonJudgement(
      name: "闵珩璟", ruling: .separate(article: InventedNews.address(2), label: "2"))
    #expect(
      try cores(repeated(3, "闵珩璟", "Min Hengjing"), [separate]) == [
        ["闵珩璟/2|min hengjing"], ["闵珩璟|min hengjing"],
      ])
  }

  @Test func whyBearersAreOnePerson() throws {
    var news = InventedNews()
    news.add([("约瑟夫·哈格罗夫", [], ["Joseph Hargrove"])])
    news.add([("哈格罗夫", [], ["Joe Hargrove"])])
    var finder = CoreFinder(news.index, judgements: PersonJudgements())
    let core = try #require(try finder.cores(around: news.index.bearers).first)
    #expect(core.joins.map(\.rule) == [.latin] && core.articles == 2)
    #expect(Set(core.joins.flatMap { [$0.name, $0.other] }) == ["约瑟夫哈格罗夫", "哈格罗夫"])
  }

  /// Every join that is given as a reason connects the names of one person, each name once.
  @Test func chainsReachEveryName() {
    let joins = [("b", "c"), ("a", "b"), ("d", "c")].map {
      NameJoin(rule: .latin, name: NameKey($0.0), other: NameKey($0.1), spelling: nil, articles: 1)
    }
    let chain = NameJoin.chain(from: "a", joins)
    #expect(chain.map(\.name) == ["b", "c", "d"])
    #expect(chain.map(\.other) == ["a", "b", "c"])
  }
}
