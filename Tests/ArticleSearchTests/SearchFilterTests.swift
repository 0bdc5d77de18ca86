import ArticleStore
import Articles
import Entities
import TestSupport
import Testing

@testable import ArticleSearch

/// Filters by people, countries, sources and dates.
@Suite struct SearchFilterTests {
  private let archive: SearchedArchive

  /// 2024-09-30T23:59:59Z, 2024-10-01T00:00:00Z, 2024-10-31T23:59:59Z, 2025-01-01T00:00:00Z
  private static let moments: [Int64] = [1_727_740_799, 1_727_740_800, 1_730_419_199, 1_735_689_600]

  init() throws {
    var articles = [
      Samples.extracted(
        title: "一", body: "韩国见格奥尔基·沃罗宁，沃罗宁说气球。", published: Self.moments[0],
        people: [("格奥尔基·沃罗宁", ["格奥尔基·沃罗宁", "沃罗宁"], ["Georgy Voronin"])], countries: [("KR", "韩国")]),
      Samples.extracted(
        title: "二", body: "伊戈爾·沃羅寧與李明談氣球，南韓、日本。", published: Self.moments[1],
        people: [("伊戈爾·沃羅寧", ["伊戈爾·沃羅寧", "沃羅寧"], ["Igor Voronin"]), ("李明", ["李明"], [])],
        countries: [("KR", "南韓"), ("JP", "日本")]),
      Samples.extracted(
        title: "三", body: "李明谈气球，青瓦台。", published: Self.moments[2], people: [("李明", ["李明"], [])],
        countries: [("KR", "青瓦台")]),
      Samples.extracted(title: "四", body: "气球。", published: Self.moments[3]),
    ]
    articles[2].countries[0].kind = .metonym
    articles[2].article.source = "Other.example.org"
    articles[3].article.source = nil
    archive = try SearchedArchive(articles)
  }

  @Test(
    "a person by any form, script, spelling or number",
    arguments: [
      ("格奥尔基·沃罗宁", [1]), ("格奧爾基‧沃羅寧", [1]), ("格奥尔基沃罗宁", [1]), ("Georgy Voronin", [1]),
      ("georgy voronin", [1]), ("李明", [2, 3]), ("伊戈尔·沃罗宁", [2]),
      // Parts of names are nobody's name.
      ("李", []), ("Georg*", []), ("戈尔·沃罗宁", []),
    ])
  func person(_ name: String, _ expected: [Int64]) throws {
    #expect(try archive.exact("气球") { $0.people = [name] } == expected)
    #expect(try archive.exact("") { $0.people = [name] } == expected)
    #expect(try archive.exact("越界") { $0.people = [name] } == [])
  }

  @Test func aPersonByNumber() throws {
    let id = try #require(try archive.archive.query("SELECT id FROM people WHERE name = '李明'").first)
    #expect(try archive.exact("气球") { $0.people = [id] } == [2, 3])
    #expect(try archive.exact("气球") { $0.people = ["99999"] } == [])
  }

  @Test func severalPeopleMustAllBeNamed() throws {
    #expect(try archive.exact("") { $0.people = ["李明", "伊戈尔·沃罗宁"] } == [2])
    #expect(try archive.exact("") { $0.people = ["李明", "格奥尔基·沃罗宁"] } == [])
  }

  @Test func whoIsUnknownOrAmbiguousIsSaid() throws {
    let unknown = try archive.search("气球") { $0.people = ["欧阳无人"] }
    #expect(unknown.hits == [] && unknown.exactTotal == 0)
    #expect(
      unknown.notes == ["nobody in the archive is called '欧阳无人': 'dossier people TEXT' finds parts of names"])
    let several = #expect(throws: ArticleSearchError.self) {
      try archive.search("气球") { $0.people = ["沃罗宁"] }
    }
    guard case .ambiguousPerson("沃罗宁", let people) = several else {
      Issue.record("沃罗宁 is not several people")
      return
    }
    #expect(Set(people.map(\.latinName)) == ["Georgy Voronin", "Igor Voronin"])
    #expect(try archive.search("气球") { $0.people = ["李明"] }.notes == [])
  }

  @Test(
    "a country by code or name",
    arguments: ["KR", "kr", "韩国", "韓國", "南韩", "南韓", "South Korea", "south korea"])
  func country(_ name: String) throws {
    #expect(try archive.exact("气球") { $0.countries = [name] } == [1, 2])
    #expect(try archive.exact("") { $0.countries = [name, "日本"] } == [2])
  }

  @Test func looseCountriesCountWhenAskedFor() throws {
    let loose = try archive.exact("气球") { request in
      request.countries = ["KR"]
      request.includesLooseCountries = true
    }
    #expect(loose == [1, 2, 3])
  }

  @Test func countriesThatAreNone() {
    #expect(throws: ArticleSearchError.unknownCountry("无此国")) {
      try archive.exact("气球") { $0.countries = ["KR", "无此国"] }
    }
    #expect(throws: ArticleSearchError.unknownCountry("")) { try archive.exact("") { $0.countries = [""] } }
  }

  @Test(
    "a source by host or a part of it, in either case",
    arguments: [
      (["news.example.com"], [1, 2]), (["NEWS.Example"], [1, 2]), (["other"], [3]), (["example"], [1, 2, 3]),
      (["other", "news"], [1, 2, 3]), (["%"], []), (["nowhere"], []),
    ])
  func source(_ sources: [String], _ expected: [Int64]) throws {
    #expect(try archive.exact("气球") { $0.sources = sources } == expected)
  }

  @Test(
    "days, months and years of publication, both ends included",
    arguments: [
      (nil, nil, [1, 2, 3, 4]), ("2024-10", nil, [2, 3, 4]), (nil, "2024-09", [1]),
      ("2024-10", "2024-10", [2, 3]),
      ("2024-10-01", "2024-10-01", [2]), (nil, "2024-09-30", [1]), ("2024", "2024", [1, 2, 3]),
      ("2025", nil, [4]), (nil, "2024-10-31", [1, 2, 3]), ("2024-10-31T23:59:59Z", "2025-01-01", [3, 4]),
      ("2025", "2024", []), ("2026", nil, []), ("2024-02-30", "2024-09-31", [1]),
    ] as [(String?, String?, [Int64])])
  func dates(_ since: String?, _ until: String?, _ expected: [Int64]) throws {
    let found = try archive.exact("气球") { request in
      request.since = since
      request.until = until
    }
    #expect(found == expected)
  }

  @Test(arguments: [
    "", "yesterday", "24", "2024-", "2024-13", "2024-00", "2024-10-32", "2024-10-00", "2024-1-1",
    "2024/10/21",
    "20241021", "-2024", "0000", "2024-10-21-01", "２０２４", "2024T10", "2024-10T10:00", " 2024",
  ])
  func datesThatAreNone(_ text: String) {
    #expect(throws: ArticleSearchError.badDate(text, option: "--since")) {
      try archive.exact("气球") { $0.since = text }
    }
    #expect(throws: ArticleSearchError.badDate(text, option: "--until")) {
      try archive.exact("气球") { $0.until = text }
    }
  }

  @Test func filtersTogether() throws {
    let found = try archive.exact("氣球 -日本") { request in
      request.people = ["李明"]
      request.sources = ["other", "news"]
      request.since = "2024-10"
    }
    #expect(found == [3])
  }

  /// What the messages say is what a user can do.
  @Test func errorsNameTheWayOut() {
    #expect(
      "\(ArticleSearchError.badDate("x", option: "--since"))"
        == "--since 'x' is no date: write 2024, 2024-10 or 2024-10-21")
    #expect("\(ArticleSearchError.unknownCountry("x"))".contains("dossier countries"))
    #expect("\(ArticleSearchError.ambiguousCountry("x", codes: ["CD", "CG"]))".hasSuffix("CD, CG"))
  }
}
