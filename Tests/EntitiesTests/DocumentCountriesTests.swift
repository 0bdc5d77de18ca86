import Articles
import Testing

@testable import Entities

@Suite struct DocumentCountriesTests {
  private func countries(title: String = "通讯", _ body: String) -> [DocumentCountry] {
    EntityExtractor().extract(.of(title: title, body: body)).countries
  }

  @Test(arguments: [
    ("巴基斯坦总理到访。巴方表示满意。", "PK"), ("巴勒斯坦代表到访。巴方表示满意。", "PS"), ("巴方表示满意。", ""),
    ("新加坡总理到访。新方表示满意。", "SG"), ("伊拉克总理到访。伊方表示满意。", "IQ"), ("伊方表示满意。", "IR"),
    ("印尼总统到访。印方表示满意。", "ID"), ("印方表示满意。", "IN"), ("朝方表示满意。", "KP"),
  ])
  func openRoleIsTheCountryThatTheArticleNames(_ body: String, _ code: String) {
    #expect(countries(body).map(\.code).joined(separator: " ") == code)
  }

  @Test func strongestKindIsKept() {
    let found = countries("白宫没有回应。美国官员随后否认，法新社说。")
    #expect(found.map(\.code) == ["US", "FR"])
    #expect(found.map(\.kind) == [.name, .outlet])
  }

  @Test func focusIsTheTopScoreAndWhatHasMoreThanHalfOfIt() {
    let found = countries(title: "韩国举行选举", "韩国与日本关系受关注。\n日本记者提问。泰国没有置评。")
    let focus = found.filter(\.focus).map(\.code)
    #expect(found.map(\.code) == ["KR", "JP", "TH"])
    #expect(focus == ["KR", "JP"])
  }

  @Test func metonymNeverHasTheFocus() {
    #expect(countries(title: "白宫没有回应", "白宫没有回应。").allSatisfy { !$0.focus })
  }

  @Test func mentionsOfAllFieldsComeInOrder() {
    let article = Article.of(title: "法国罢工", body: "法国铁路停运。", caption: "法国车站")
    let mentions = EntityExtractor().extract(article).countries.flatMap(\.mentions)
    #expect(mentions.map(\.field) == [.title, .body, .caption])
    #expect(mentions.map(\.start) == [0, 0, 0])
  }
}
