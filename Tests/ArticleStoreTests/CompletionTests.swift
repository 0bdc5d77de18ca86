import Articles
import Entities
import Identity
import TestSupport
import Testing

@testable import ArticleStore

/// What begins as a user began to type.
@Suite struct CompletionTests {
  private let archive: TemporaryArchive

  init() throws {
    archive = try TemporaryArchive()
    try archive.save([
      Samples.extracted(
        url: "https://e.example/1", body: "格列布·沃罗宁与李明在韩国。",
        people: [("格列布·沃罗宁", ["格列布·沃罗宁", "沃罗宁"], ["Gleb Voronin"]), ("李明", ["李明"], [])],
        countries: [("KR", "韩国")]),
      Samples.extracted(
        url: "https://e.example/2", body: "李明说。", people: [("李明", ["李明"], [])], countries: [("JP", "日本")]),
      Samples.extracted(
        url: "https://e.example/3", body: "李一说。", people: [("李一", ["李一"], [])], countries: [("JP", "日本")]),
    ])
    _ = try archive.store.judge(
      [ArticleStore.Verdict(PersonJudgement(name: "李明", ruling: .alias("老虎")), name: "李明", other: "老虎")],
      at: Timestamp(secondsSince1970: 1_730_000_000))
  }

  @Test(arguments: [
    ("李", ["李明", "李一"]), ("格列布沃", ["格列布·沃罗宁"]), ("沃羅", ["沃罗宁"]), ("gleb v", ["Gleb Voronin"]),
    ("Gleb", ["Gleb Voronin"]), ("老", ["老虎"]), ("明", []), ("李明明", []), ("%", []), ("'", []),
  ])
  func people(_ prefix: String, _ names: [String]) throws {
    let found = try archive.store.personNames(beginningWith: prefix, limit: 50)
    // A blank alone is no beginning of a name: everybody is.
    #expect(found == (prefix == "'" ? try archive.store.personNames(beginningWith: "", limit: 50) : names))
  }

  @Test func nobodyWhoIsHidden() throws {
    #expect(try archive.store.personNames(beginningWith: "", limit: 2) == ["李明", "李一"])
    _ = try archive.store.judge(
      [ArticleStore.Verdict(PersonJudgement(name: "李明", ruling: .hide), name: "李明")],
      at: Timestamp(secondsSince1970: 1_730_000_000))
    #expect(try archive.store.personNames(beginningWith: "李", limit: 50) == ["李一"])
    #expect(try !archive.store.personNames(beginningWith: "", limit: 50).contains("李明"))
  }

  @Test func countries() throws {
    #expect(try archive.store.countryNames(beginningWith: "", limit: 50) == ["日本", "韩国"])
    #expect(try archive.store.countryNames(beginningWith: "kr", limit: 1) == ["KR"])
    let korea = try archive.store.countryNames(beginningWith: "南", limit: 50)
    #expect(korea.prefix(2) == ["南韩", "南韓"] || korea.prefix(3) == ["南韩", "南朝鲜", "南韓"])
    #expect(try archive.store.countryNames(beginningWith: "Japan", limit: 1) == ["Japan"])
    #expect(try archive.store.countryNames(beginningWith: "无此国", limit: 50) == [])
  }

  @Test func sources() throws {
    let all = try archive.store.sources(beginningWith: "", limit: 50)
    #expect(all == ["news.example.com"])
    #expect(try archive.store.sources(beginningWith: "news.", limit: 50) == all)
    #expect(try archive.store.sources(beginningWith: "example", limit: 50) == [])
  }
}
