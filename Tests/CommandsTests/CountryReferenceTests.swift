import ArticleSearch
import ArticleStore
import TestSupport
import Testing

@testable import Commands

/// How a user names a country, and the page about it.
@Suite struct CountryReferenceTests {
  private let archive: TemporaryArchive

  init() throws {
    archive = try TemporaryArchive()
    try archive.save([
      Samples.extracted(
        url: "https://e.example/1", title: "甲稿", body: "韓國與日本。", countries: [("KR", "韓國"), ("JP", "日本")])
    ])
  }

  @Test(arguments: [
    ("KR", "KR"), ("kr", "KR"), ("韩国", "KR"), ("南韓", "KR"), ("South Korea", "KR"), ("Korea", "KR"),
    ("japan", "JP"),
  ])
  func names(_ name: String, _ code: String) throws {
    #expect(try CountryReference.code(name, in: archive.store) == code)
  }

  @Test func severalAndNone() throws {
    let several = #expect(throws: CommandError.self) { try CountryReference.code("刚果", in: archive.store) }
    #expect(several?.status == .usage)
    let lines = several?.description.split(separator: "\n") ?? []
    #expect(lines.first == "2 countries are called '刚果', give the code of one:")
    #expect(lines.dropFirst().allSatisfy { $0.hasSuffix("  0 articles") } && lines.count == 3)
    #expect(throws: ArticleSearchError.unknownCountry("无此国")) {
      try CountryReference.code("无此国", in: archive.store)
    }
  }

  @Test func page() throws {
    let profile = try #require(try archive.store.profile(ofCountry: "KR", limit: 5))
    let page = CountryPage(profile: profile, style: Style(isEnabled: false))
    #expect(
      page.lines == [
        "KR  韩国  South Korea", "1 article, 2024-10-21 to 2024-10-21, focus of 1", "", "names",
        "  articles  name  script", "         1  韓國  traditional", "", "articles by day",
        "  2024-10-21  1 ████████", "",
        "countries in the same articles, closest first",
        "  articles  lift  name", "         1     –  JP 日本", "", "newest articles", "  1  甲稿",
        "     2024-10-21  news.example.com", "     韓國與日本。",
      ])
    let json = page.json.text
    #expect(
      json.hasPrefix(#"{"version":1,"code":"KR","name_zh":"韩国","name_en":"South Korea","kind":"state","#))
    #expect(json.contains(#""names":[{"name":"韓國","script":"Hant","articles":1}]"#))
  }

  @Test func longListsOfCandidatesAreCut() {
    let message = Candidates.message("三人", 3, [("1", "甲", 1), ("12", "乙", 5)])
    #expect(message == "三人:\n   1  甲  1 article\n  12  乙  5 articles\n  … and 1 more")
  }
}
