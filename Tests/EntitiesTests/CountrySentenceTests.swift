import Articles
import Testing

@testable import Entities

/// A sentence and the countries it names, by kinds that count as naming and by those that do not.
struct CountryCase: CustomTestStringConvertible {
  let text: String
  let named: String
  let weak: String
  var testDescription: String { text }

  init(_ text: String, _ named: String, weak: String = "") {
    self.text = text
    self.named = named
    self.weak = weak
  }
}

@Suite struct CountrySentenceTests {
  static let names: [CountryCase] = [
    .init("韩国总统周一启程访问菲律宾。", "KR PH"),
    .init("韓國總統週一啟程訪問菲律賓。", "KR PH"),
    .init("北韓與南韓恢復通話。", "KP KR"),
    .init("紐西蘭和義大利派出觀察員。", "IT NZ"),
    .init("卡達與沙烏地阿拉伯簽署協議。", "QA SA"),
    .init("寮國、象牙海岸與汶萊出席。", "BN CI LA"),
    .init("沙特、波黑、阿联酋均未参加。", "AE BA SA"),
    .init("印度尼西亚发生地震。", "ID"),
    .init("白俄罗斯代表抵达会场。", "BY"),
    .init("刚果（金）与刚果（布）隔河相望。", "CD CG"),
    .init("苏联解体三十年后，东德档案开放。", "DD SU"),
    .init("南斯拉夫和捷克斯洛伐克早已不在。", "CS YU"),
    .init("科索沃与塞尔维亚恢复谈判。", "RS XK"),
    .init("巴勒斯坦人与以色列人共用水源。", "IL PS"),
    .init("香港和澳门居民可以申请。", "HK MO"),
    .init("臺灣漁民在外海獲救。", "TW"),
    .init("中共宣布新的任命。", "CN"),
    .init("一名法国队球员受伤。", "FR"),
    .init("意大利人和越南人同住一楼。", "IT VN"),
    .init("韩国外交部拒绝评论。", "KR"),
    .init("几内亚比绍与赤道几内亚不同。", "GQ GW"),
  ]

  static let abbreviations: [CountryCase] = [
    .init("中方对此表示关切。", "CN"),
    .init("美军撤出基地。", "US"),
    .init("俄外长抵达会场。", "RU"),
    .init("日媒报道了此事。", "JP"),
    .init("一名韩籍船员失踪。", "KR"),
    .init("驻美大使递交国书。", "US"),
    .init("对日出口下降。", "JP"),
    .init("他下月访华。", "CN"),
    .init("旅行团赴韩人数回升。", "KR"),
    .init("涉港法案获通过。", "HK"),
    .init("韩美日举行联合演习。", "JP KR US"),
    .init("俄乌战争进入冬季。", "RU UA"),
    .init("英美澳宣布新的合作。", "AU GB US"),
    .init("两伊边境重新开放。", "IQ IR"),
    .init("印巴两军交换地图。", "IN PK"),
    .init("巴以停火谈判延期。", "IL PS"),
    .init("中美貿易談判重啟。", "CN US"),
    .init("美中之间的分歧仍在。", "CN US"),
    .init("美、日、澳、印四方会谈。", "AU IN JP US"),
    .init("中、俄、伊朗派员出席。", "CN IR RU"),
    .init("港澳两地同步实施。", "HK MO"),
    .init("台海局势受到关注。", "TW"),
    .init("越战老兵重聚。", "VN"),
  ]

  static let others: [CountryCase] = [
    .init("代表团在日内瓦停留一周。", "", weak: "CH"),
    .init("现在华盛顿州下着雨。", ""),
    .init("生日本来是高兴的日子。", ""),
    .init("委员会增加方案的数目。", ""),
    .init("上海地区有雨，沿海地区有风。", ""),
    .init("内蒙古草原返青。", ""),
    .init("船队驶入印度洋。", ""),
    .init("新墨西哥州的居民投票。", ""),
    .init("马里兰州和印第安纳州同日投票。", ""),
    .init("难民离开马里乌波尔。", ""),
    .init("中美洲与南美洲代表与会。", ""),
    .init("乔治亚州重新计票，俄勒冈州没有。", ""),
    .init("多米尼克·拉布在会上发言。", ""),
    .init("迈克尔·乔丹退役多年。", ""),
    .init("学校以方便家长为原则，以间谍罪起诉是另一回事。", ""),
    .init("10日中午开会，5日以来无雨。", ""),
    .init("他在日本海沿岸长大。", ""),
    .init("这笔钱折合三百万美元和两万英镑。", ""),
    .init("她学习英语、法语和德文。", ""),
    .init("加強管理，參加會議，可以加以說明。", ""),
    .init("他无意中越境被捕。", ""),
    .init("法官说，法律保护所有人。", ""),
    .init("港口和台风都在新闻里。", ""),
    .init("欧洲大陆变暖最快。", ""),
  ]

  static let weakly: [CountryCase] = [
    .init("白宫没有回应。", "", weak: "US"),
    .init("克里姆林宫发言人否认。", "", weak: "RU"),
    .init("平壤保持沉默。", "", weak: "KP"),
    .init("据法新社报道，会议推迟。", "", weak: "FR"),
    .init("美国之音记者在现场。", "", weak: "US"),
    .init("德國之聲刊登了照片。", "", weak: "DE"),
    .init("韩联社引述官员的话。", "", weak: "KR"),
    .init("两岸航班恢复。", "", weak: "CN TW"),
  ]

  @Test(
    arguments: names + abbreviations + others + weakly + CountryTraps.falseNames + CountryTraps.missedNames
      + CountryTraps.weakNames)
  func sentenceNamesItsCountries(_ sentence: CountryCase) {
    let countries = EntityExtractor().extract(.of(title: "通讯", body: sentence.text)).countries
    let named = countries.filter(\.kind.isNaming).map(\.code).sorted().joined(separator: " ")
    let weak = countries.filter { !$0.kind.isNaming }.map(\.code).sorted().joined(separator: " ")
    #expect(named == sentence.named)
    #expect(weak == sentence.weak)
  }

  @Test func abbreviationIsTheLetterAndRoleTheWord() throws {
    let countries = EntityExtractor().extract(.of(body: "俄乌冲突中，美军保持距离。")).countries
    #expect(countries.map(\.forms) == [["俄"], ["乌"], ["美军"]])
    #expect(countries.map(\.kind) == [.abbreviation, .abbreviation, .abbreviation])
  }

  @Test func bodyOfTheStateIsAnInstitution() {
    let countries = EntityExtractor().extract(.of(body: "韩国外交部拒绝评论。")).countries
    #expect(countries.map(\.kind) == [.institution])
  }

  @Test func traditionalFormIsKeptAsWritten() {
    let countries = EntityExtractor().extract(.of(body: "韓國代表到場。")).countries
    #expect(countries.map(\.forms) == [["韓國"]])
  }
}

extension Article {
  /// An article that has only the given texts.
  static func of(title: String = "", body: String = "", caption: String? = nil) -> Article {
    Article(url: nil, title: title, body: body, caption: caption)
  }
}
