import TestSupport
import Testing

@testable import Entities

/// The rules by which names are one person, each with the case that asked for it.
@Suite struct PersonIdentityTests {
  /// A person of an article: the fullest name, other forms, Latin spellings.
  typealias Entry = (name: String, forms: [String], latin: [String])

  /// The people of some articles as lists of names, the one shown first.
  private func people(_ articles: [[Entry]], _ judgements: [PersonJudgement] = []) -> [[String]] {
    let judgements = PersonJudgements(judgements)
    var records: [NameKey: RecordedName] = [:]
    for (number, article) in articles.enumerated() {
      var names = ArticleNames()
      for entry in article {
        let given = GivenName(name: entry.name, forms: [entry.name] + entry.forms, latin: entry.latin)
        names.add(given, under: judgements.key(of: given.key, inArticle: "a\(number)"))
      }
      for (key, forms) in names.forms { records[key, default: RecordedName(key: key)].count(forms, by: 1) }
    }
    return PersonIdentity(names: Array(records.values), judgements: judgements).people.map { person in
      ([person.key] + person.roles.keys.filter { $0 != person.key }.sorted()).map(\.text)
    }
  }

  private func repeated(_ count: Int, _ article: [Entry]) -> [[Entry]] {
    Array(repeating: article, count: count)
  }

  @Test func scriptAndDotsMakeNoDifference() {
    #expect(
      people([[("习近平", [], [])], [("習近平", [], [])], [("格列布·沃罗宁", [], [])], [("格列布沃羅寧", [], [])]])
        == [["习近平"], ["格列布沃罗宁"]])
  }

  /// 约翰逊 alone is Boris where articles say so; two articles are needed, and nine of ten.
  @Test(arguments: [(2, 0, true), (1, 0, false), (9, 1, true), (8, 1, false), (18, 2, true), (0, 0, false)])
  func aShortFormGoesToItsOwner(own: Int, others: Int, isAttached: Bool) {
    let articles =
      repeated(own, [("格列布·沃罗宁", ["沃罗宁"], [])]) + repeated(others, [("伊戈尔·沃罗宁", ["沃罗宁"], [])])
      + [[("沃罗宁", [], [])]]
    #expect(people(articles).contains(["格列布沃罗宁", "沃罗宁"]) == isAttached)
    #expect(people(articles).contains(["沃罗宁"]) == !isAttached)
  }

  @Test func oneLatinSpellingJoinsSpellings() {
    #expect(
      people([[("格列布·沃罗宁", [], ["Gleb Voronin"])], [("格列布·佛羅寧", [], ["Gleb Vorónin"])]])
        == [["格列布佛罗宁", "格列布沃罗宁"]])
    // But it links nobody.
    #expect(
      people(
        [[("王伟", [], ["Wang Wei"])], [("王维", [], ["Wang Wei"])]]
          + repeated(3, [("Wang Wei", [], ["Wang Wei"])]))
        == [["王伟", "wangwei"], ["王维"]])
    // A single word, or a few letters, many people share.
    #expect(people([[("沃罗宁", [], ["Voronin"])], [("佛罗宁", [], ["Voronin"])]]).count == 2)
    #expect(people([[("李安", [], ["Li A"])], [("李鞍", [], ["Li A"])]]).count == 2)
    // Latin alone is the same person.
    #expect(
      people([[("格列布·沃罗宁", [], ["Gleb Voronin"])], [("Gleb Voronin", [], ["Gleb Voronin"])]])
        == [["格列布沃罗宁", "glebvoronin"]])
  }

  /// A spelling beside the wrong name once in a while joins nobody.
  @Test func onlyTheSpellingOfMostArticlesCounts() {
    let articles =
      repeated(3, [("格列布·沃罗宁", [], ["Gleb Voronin"])]) + repeated(3, [("格列娜·沃洛娃", [], ["Glena Volova"])])
      + [[("格列娜·沃洛娃", [], ["Gleb Voronin"])]]
    #expect(people(articles).count == 2)
  }

  @Test(arguments: [
    ("王伟", "王维", "Wang Wei", 2), ("金民锡", "金珉锡", "Kim Min-seok", 1), ("王伟", "李强", "Wang Wei", 2),
    ("乔·拜登", "约瑟夫·拜登", "Joe Biden", 1), ("鲍里斯·约翰逊", "鲍里斯·强森", "Boris Johnson", 1),
    ("玛丽·史密斯", "安娜·布朗", "Mary Smith", 2), ("格列布·沃罗宁", "总统", "Gleb Voronin", 2),
    ("格列布·沃罗宁", "佛罗宁", "Gleb Voronin", 1),
  ])
  func namesInCharactersMayConflict(one: String, other: String, latin: String, count: Int) {
    #expect(people([[(one, [], [latin])], [(other, [], [latin])]]).count == count)
  }

  @Test(arguments: [
    ["特朗普", "川普"], ["唐纳德·特朗普", "特朗普"], ["唐纳·川普", "特朗普"], ["唐纳德特朗普", "川普"],
    ["弗拉基米尔·普京", "普丁"], ["普京", "普丁"], ["蓬佩奥", "庞皮欧"], ["鲍里斯·约翰逊", "鲍里斯·强森"], ["澤倫斯基", "泽连斯基"],
    ["安倍", "安倍晋三"], ["習近平", "习近平"],
  ])
  func knownSpellingsAreOnePerson(_ names: [String]) {
    #expect(people(names.map { [($0, [], [])] }).count == 1, "\(names)")
  }

  @Test(arguments: [
    ["特朗普", "伊万卡·特朗普"], ["川普", "小唐纳德·特朗普"], ["金正恩", "金与正"], ["约翰逊", "迈克·约翰逊"],
    ["乔治·沃克·布什", "乔治·赫伯特·布什"], ["肯尼迪", "罗伯特·肯尼迪"],
  ])
  func othersOfTheNameAreNot(_ names: [String]) {
    #expect(people(names.map { [($0, [], [])] }).count == 2, "\(names)")
  }

  /// Evidence of the archive wins over the list: where 约翰逊 is always Mike, it is not Boris.
  @Test func theArchiveKnowsBetterThanTheList() {
    let articles = repeated(9, [("迈克·约翰逊", ["约翰逊"], [])]) + [[("鲍里斯·约翰逊", [], []), ("约翰逊", [], [])]]
    #expect(people(articles) == [["迈克约翰逊", "约翰逊"], ["鲍里斯约翰逊"]])
  }

  @Test func theTwoBushesStayApart() {
    let articles: [[Entry]] =
      repeated(3, [("乔治·沃克·布什", ["布什"], ["George W. Bush"])])
      + repeated(2, [("乔治·赫伯特·布什", ["布什"], ["George H. W. Bush"])])
      + [[("布什", [], ["George W. Bush"])], [("布什", [], ["George H. W. Bush"])], [("布什", [], [])]]
    #expect(people(articles) == [["乔治沃克布什"], ["乔治赫伯特布什"], ["布什"]])
  }

  @Test func theDottedNameIsShown() {
    #expect(
      people(repeated(50, [("川普", [], [])]) + [[("唐纳德·特朗普", ["特朗普"], [])]])
        == [["唐纳德特朗普", "川普"]])
    // A slip of one article in hundreds is not.
    #expect(
      people(repeated(300, [("李明", [], ["Li Ming"])]) + [[("主席·李明", [], ["Li Ming"])]]).first?.first == "李明")
  }

  /// Of several, the one with the commonest surname is.
  @Test func theNameOfTheCommonestShortFormIsShown() {
    let articles =
      repeated(9, [("蓬佩奥", [], [])]) + repeated(3, [("迈克·庞皮欧", [], [])]) + [[("迈克·蓬佩奥", [], [])]]
    #expect(people(articles) == [["迈克蓬佩奥", "蓬佩奥", "迈克庞皮欧"]])
  }

  /// A slip that takes a word into the name owns the name, but is not shown for it.
  @Test func aRarerUndottedNameIsASlip() {
    let articles = repeated(2, [("和张展", ["张展"], [])]) + repeated(5, [("张展", [], [])])
    #expect(people(articles) == [["张展", "和张展"]])
    #expect(people(repeated(3, [("安倍晋三", ["安倍"], [])]) + [[("安倍", [], [])]]) == [["安倍晋三", "安倍"]])
  }

  /// Outlets write a surname in other characters altogether; a bracket after the wrong word is rarer.
  @Test(arguments: [(2, 2), (3, 1)]) func manyArticlesOutweighDifferentCharacters(articles: Int, count: Int) {
    let articles =
      repeated(articles, [("亚历克斯·阿扎尔", [], ["Alex Azar"])]) + repeated(articles, [("艾薩", [], ["Alex Azar"])])
    #expect(people(articles).count == count)
    #expect(
      people(repeated(9, [("王伟", [], ["Wang Wei"])]) + repeated(9, [("王维", [], ["Wang Wei"])])).count == 2)
  }

  @Test(arguments: [["特鲁多", "杜鲁多"], ["萨科齐", "萨科奇"], ["沙利文", "苏利文"], ["鲍里斯·约翰逊", "鲍里斯·强森"]])
  func regionalSpellingsAreOnePerson(_ forms: [String]) {
    #expect(people(forms.map { [($0, [], [])] }).count == 1)
  }

  @Test func aSurnameThatManyShareMeansNobody() {
    #expect(people([[("约翰逊", [], [])], [("鲍里斯·约翰逊", [], [])], [("林登·约翰逊", [], [])]]).count == 3)
  }

  @Test func judgementsWin() {
    let articles: [[Entry]] = [
      [("格列布·沃罗宁", [], ["Gleb Voronin"])], [("佛罗宁", [], ["Gleb Voronin"])], [("李明", [], [])],
    ]
    #expect(people(articles).count == 2)
    let split = PersonJudgement(name: "格列布沃罗宁", ruling: .split(other: "佛罗宁"))
    #expect(people(articles, [split]).count == 3)
    let merge = PersonJudgement(name: "李明", ruling: .merge(other: "佛罗宁"))
    #expect(people(articles, [split, merge]) == [["李明", "佛罗宁"], ["格列布沃罗宁"]])
    // Through a name that no article gives.
    let chain = [NameKey("无人")].flatMap { name in
      [
        PersonJudgement(name: "李明", ruling: .merge(other: name)),
        PersonJudgement(name: name, ruling: .alias("佛罗宁")),
      ]
    }
    #expect(people(articles, chain) == [["李明", "佛罗宁", "格列布沃罗宁"]])
  }

  @Test func aNameMayMeanSomebodyElseInAnArticle() {
    let articles = repeated(3, [("李明", [], ["Li Ming"])])
    let separate = PersonJudgement(name: "李明", ruling: .separate(article: "a1", label: "2"))
    #expect(people(articles, [separate]) == [["李明"], ["李明/2"]])
  }

  @Test func theLaterOfTwoMergesThatContradictASplitHolds() {
    let articles: [[Entry]] = ["甲一", "乙二", "丙三"].map { [($0, [], [])] }
    let judgements = [
      PersonJudgement(name: "甲一", ruling: .merge(other: "丙三")),
      PersonJudgement(name: "甲一", ruling: .split(other: "乙二")),
      PersonJudgement(name: "丙三", ruling: .merge(other: "乙二")),
    ]
    #expect(people(articles, judgements) == [["丙三", "乙二"], ["甲一"]])
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
