import Articles
import Testing

@testable import Entities

/// One rule a test: the sentence is why the rule is there.
@Suite struct PersonSentenceTests {
  private func people(_ body: String) -> [DocumentPerson] {
    EntityExtractor().extract(.of(title: "通讯", body: body)).people
  }

  private func names(_ body: String) -> [String] { people(body).map(\.name) }

  @Test func latinInBracketsShowsATransliteratedName() throws {
    let person = try #require(people("诗人季诺维耶娃（Olga Zinovieva）朗读了旧作。").first)
    #expect(person.name == "季诺维耶娃")
    #expect(person.latin == ["Olga Zinovieva"])
    #expect(person.mentions.map(\.rule) == ["latin-in-brackets"])
  }

  @Test func latinMayFollowTheTitleAfterTheName() throws {
    let person = try #require(people("克拉森教授（Peter Claassen）表示反对。").first)
    #expect(person.name == "克拉森")
    #expect(person.latin == ["Peter Claassen"])
  }

  @Test(arguments: ["·", "•", "‧", "・", "∙"])
  func everyMiddleDotJoinsAName(_ dot: String) {
    #expect(names("作家玛丽安娜\(dot)科斯塔表示，新书明年出版。") == ["玛丽安娜\(dot)科斯塔"])
  }

  @Test func initialsBelongToADottedName() {
    #expect(names("作家托马斯·W·哈格里夫斯表示反对。") == ["托马斯·W·哈格里夫斯"])
    #expect(names("作家托马斯·W. 哈格里夫斯表示反对。") == ["托马斯·W. 哈格里夫斯"])
  }

  @Test func hyphenJoinsComponents() {
    #expect(names("部长罗德里格斯-卡斯特说，预算已定。") == ["罗德里格斯-卡斯特"])
  }

  @Test func titleBeforeTheNameIsNotPartOfIt() {
    #expect(names("韩国总理金世渊周一抵达。") == ["金世渊"])
    #expect(names("市长陈国梁出席了仪式。") == ["陈国梁"])
  }

  @Test func verbOfSayingFollowsTheName() {
    #expect(names("孙立诚说，水位仍在上涨。") == ["孙立诚"])
    #expect(names("孫立誠指出，水位仍在上漲。") == ["孫立誠"])
  }

  @Test func particleAfterTheNameIsNotPartOfIt() {
    #expect(names("外长周明则强调，谈判不会停。") == ["周明"])
  }

  @Test func namesInAListSupportEachOther() {
    #expect(names("获奖者包括林志远、郭家荣、梁文杰。") == ["林志远", "郭家荣", "梁文杰"])
  }

  @Test func japaneseNameHasTwoParts() {
    #expect(names("首相中村健一表示，会议将延期。") == ["中村健一"])
  }

  @Test func surnameWithHonorificNamesNobody() {
    #expect(names("王女士说，她没有收到通知。").isEmpty)
    #expect(names("李先生表示，店已经关了。").isEmpty)
  }

  @Test func bylineIsNotInTheNews() {
    #expect(names("（记者刘晓芳报道）水库今晨开闸。\n责编：赵立文").isEmpty)
  }

  @Test func nameInsideAnotherNameIsNoPerson() {
    #expect(names("他毕业于约翰·霍普金斯大学，在戴高乐机场转机。").isEmpty)
    #expect(names("总统被送往沃尔特·里德国家军事医疗中心，并错过了诺贝尔和平奖的典礼。").isEmpty)
  }

  @Test func organisationsAndPlacesAreNoPeople() {
    #expect(names("韩方与高盛会谈，路透报道，华尔街震动。青少年需要安全法，记者在慕尼黑。").isEmpty)
  }

  @Test func latinOnlyNameNeedsATitleOrAVerb() {
    #expect(names("研究员 Erika Lindholm 说，数据不足。") == ["Erika Lindholm"])
    #expect(names("会议由 Global Policy Institute 主办。").isEmpty)
  }

  @Test func wellKnownNameNeedsNoIntroduction() {
    #expect(names("此前，普京和特朗普通过电话。") == ["普京", "特朗普"])
  }

  @Test func aNameInsideACountrysNameOrALongerWordIsNoMention() {
    let found = people("部长威尔伯·罗斯（Wilbur Ross）抵达，罗斯表示满意。俄罗斯代表没有到场。")
    #expect(found.map { $0.mentions.map(\.text) } == [["威尔伯·罗斯", "罗斯"]])
  }

  @Test func aDoctrineOrPlanNamesNobody() {
    #expect(names("他们讨论“马歇尔计划”。“马歇尔计划这个词不对。”").isEmpty)
    #expect(names("外界谈到麦卡锡主义。").isEmpty)
    let found = people("参议员约瑟夫·哈格罗夫发言。哈格罗夫主义早已过时，哈格罗夫表示反对。")
    #expect(found.map { $0.mentions.map(\.start) } == [[3, 25]])
  }

  @Test func aPolicyNamesSomebodyWhomTheArticleNamesElsewhere() {
    #expect(names("外界谈到安倍经济学。").isEmpty)
    let found = people("首相安倍晋三辞职。外界谈到安倍经济学，安倍表示遗憾。")
    #expect(found.count == 1 && found.first?.mentions.map(\.start) == [2, 13, 19])
  }

  @Test func companiesNamedAfterPeopleAreNoPeople() {
    #expect(
      names("美国强生（Johnson & Johnson）表示，数据年底公布。评级机构穆迪表示，展望为负面。指数公司富时罗素（FTSE Russell）周四公布结果。").isEmpty)
    #expect(names("摩根士丹利上调评级，洛克希德·马丁公司获得订单，迪士尼裁员。").isEmpty)
  }

  @Test func aPlaceInBracketsMakesAPlaceOfTheName() {
    #expect(names("他生于安德伍德（Anderwood, South Carolina），后来搬走。飞机从安德伍德空军基地起飞。").isEmpty)
  }

  @Test func twoNamesWithoutASignBetweenThemAreTwo() {
    #expect(names("接班人选石破茂菅義偉呼聲高。") == ["石破茂", "菅義偉"])
    #expect(names("部长汤普逊与阿基利斯到场。记者问汤普逊阿基利斯的计划。阿基利斯表示没有计划。") == ["汤普逊", "阿基利斯"])
    #expect(names("研究员林志远郭家荣表示，数据不足。") == ["林志远", "郭家荣"])
  }

  @Test func handlesLicencesAndAgenciesAreNoLatinSpellings() {
    let found = people(
      "歌手林美珠（@LinMeizhu）表示感谢。歌手陈国强（#FakeNewsOfTaipei）到场，演员周文（YouTube）说，节目停播。演员何思远（Getty Images）到场。演员许文哲（Public Domain）到场。"
    )
    #expect(found.count == 5 && found.allSatisfy(\.latin.isEmpty))
  }
}
