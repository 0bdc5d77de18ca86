import ArticleStore
import Entities
import TestSupport
import Testing

@testable import ArticleSearch

/// The order of hits, the approximate tier, paging and counts.
@Suite struct HitOrderTests {
  /// 1–3 hold all of 海底电缆, 4–9 a part of it, 10 nothing.
  private static func articles() -> [ExtractedArticle] {
    let bodies = [
      "海底电缆断了，海底电缆修好了。", "记者报道，海底電纜的事已经说了很多很多，读者都累了。", "海底电缆。",
      "海底有鱼。", "电缆涨价。", "海底与电缆。", "底电是什么？", "海底的鱼在海底。", "电缆厂。", "无关。",
    ]
    return bodies.enumerated().map { index, body in
      Samples.extracted(
        title: index == 1 ? "海底電纜" : "第\(index + 1)篇", body: body,
        published: 1_700_000_000 + Int64(index % 5) * 86_400,
        people: body.contains("鱼") ? [("王鱼", ["鱼"], [])] : [])
    }
  }

  private let archive: SearchedArchive

  init() throws {
    archive = try SearchedArchive(Self.articles())
  }

  /// The title that is the query comes first, in whatever script, then bm25.
  @Test func relevance() throws {
    let hits = try archive.search("海底电缆") { $0.exactOnly = true }.hits
    #expect(hits.first?.id == 2)
    #expect(Set(hits.map(\.id)) == [1, 2, 3])
    #expect(hits.dropFirst().map(\.score) == hits.dropFirst().map(\.score).sorted(by: >))
    #expect(hits.allSatisfy { $0.score > 0 })
  }

  @Test func titlesWeighMoreThanBodies() throws {
    let archive = try SearchedArchive([
      Samples.extracted(title: "别的事", body: "这里说到茶叶。"), Samples.extracted(title: "茶叶涨价", body: "这里说到别的。"),
      Samples.extracted(title: "别的", body: "说到别的。", caption: "茶叶铺"),
    ])
    #expect(try archive.search("茶叶") { $0.exactOnly = true }.hits.map(\.id) == [2, 3, 1])
  }

  @Test func equalRanksGoByDateThenNumber() throws {
    let archive = try SearchedArchive(
      [100, 300, 200, 300].map { Samples.extracted(title: "茶叶", body: "茶。", published: $0) })
    #expect(try archive.search("茶叶").hits.map(\.id) == [2, 4, 3, 1])
  }

  @Test(
    arguments: [
      (HitOrder.newest, [10, 5, 9, 4, 8, 3, 7, 2, 6, 1]), (.oldest, [1, 6, 2, 7, 3, 8, 4, 9, 5, 10]),
      (.relevance, [5, 10, 4, 9, 3, 8, 2, 7, 1, 6]),
    ] as [(HitOrder, [Int64])])
  func everyArticleInOrder(_ order: HitOrder, _ expected: [Int64]) throws {
    let hits = try archive.search("") { $0.order = order }.hits
    #expect(hits.map(\.id) == expected)
  }

  @Test func byDateThereAreOnlyExactHits() throws {
    for (order, expected) in [(HitOrder.newest, [3, 2, 1]), (.oldest, [1, 2, 3])] as [(HitOrder, [Int64])] {
      let results = try archive.search("海底电缆") { $0.order = order }
      #expect(results.hits.map(\.id) == expected)
      #expect(results.total == 3 && results.exactTotal == 3)
    }
  }

  @Test func partsFillTheListUp() throws {
    let results = try archive.search("海底电缆")
    #expect(results.exactTotal == 3)
    #expect(results.total == 9)
    #expect(
      results.hits.map(\.isExact) == Array(repeating: true, count: 3) + Array(repeating: false, count: 6))
    #expect(Set(results.hits.dropFirst(3).map(\.id)) == [4, 5, 6, 7, 8, 9])
    // The article that holds two of the three pairs is the best of the rest, or the only one with the rare pair.
    #expect([6, 7].contains(results.hits[3].id))
  }

  @Test func whenOnlyExactHitsAreWantedNothingIsFilledUp() throws {
    let exact = try archive.search("海底电缆") { $0.exactOnly = true }
    let all = try archive.search("海底电缆") { $0.limit = nil }
    let enough = try archive.search("海底电缆") { $0.limit = 3 }
    for results in [exact, all, enough] {
      #expect(results.total == 3 && results.exactTotal == 3 && results.hits.count == 3)
    }
  }

  @Test func nothingExact() throws {
    let results = try archive.search("电缆与海底的鱼")
    #expect(results.exactTotal == 0)
    #expect(!results.hits.isEmpty && results.hits.allSatisfy { !$0.isExact })
    #expect(results.total == results.hits.count)
  }

  @Test func partsObeyFiltersExclusionsAndColumns() throws {
    let person = try archive.search("海底电缆") { $0.people = ["王鱼"] }
    #expect(Set(person.hits.map(\.id)) == [4, 8])
    #expect(person.hits.allSatisfy { !$0.isExact } && person.exactTotal == 0 && person.total == 2)
    let excluded = try archive.search("海底电缆 -鱼 -修好")
    #expect(Set(excluded.hits.map(\.id)) == [2, 3, 5, 6, 7, 9])
    #expect(excluded.exactTotal == 2)
    let title = try archive.search("title:海底电线")
    #expect(title.hits.map(\.id) == [2])
    #expect(title.exactTotal == 0)
    let dated = try archive.search("海底电缆") { $0.since = "2023-11-16" }
    #expect(dated.hits.allSatisfy { $0.publishedAt ?? "" >= "2023-11-16" })
    #expect(dated.exactTotal == 1 && dated.total > 1)
  }

  /// However a list is cut into pages, they give the list, across the border of the two tiers too.
  @Test(arguments: 1...10) func pagesGiveTheList(_ size: Int) throws {
    let whole = try archive.search("海底电缆") { $0.limit = 1000 }.hits.map(\.id)
    #expect(whole.count == 9)
    var paged: [Int64] = []
    for offset in stride(from: 0, through: 12, by: size) {
      let page = try archive.search("海底电缆") { request in
        request.limit = size
        request.offset = offset
      }
      #expect(page.exactTotal == 3)
      #expect(page.hits.count <= size)
      #expect(page.hits.allSatisfy { $0.isExact == ($0.id <= 3) })
      paged += page.hits.map(\.id)
    }
    #expect(paged == whole)
  }

  /// Numbers as large as a user may type.
  @Test(arguments: [(Int.max, Int.max), (Int.max, 0), (1, Int.max), (Int.max, 4)])
  func hugeNumbers(_ limit: Int, _ offset: Int) throws {
    let results = try archive.search("海底电缆") { request in
      request.limit = limit
      request.offset = offset
    }
    #expect(results.hits.count == max(0, 9 - min(offset, 9)))
  }

  @Test func hitsSayWhoAndWhere() throws {
    let archive = try SearchedArchive([
      Samples.extracted(
        title: "会见", body: "李明、李明与王芳谈韩国和日本，日本。", people: [("王芳", ["王芳"], []), ("李明", ["李明"], [])],
        countries: [("KR", "韩国"), ("JP", "日本")])
    ])
    let hit = try #require(try archive.search("会见").hits.first)
    #expect(hit.people == ["李明", "王芳"])
    #expect(hit.countries == ["JP", "KR"])
    #expect(hit.url == "https://news.example.com/a/1")
    #expect(hit.source == "news.example.com")
    #expect(hit.publishedAt == "2024-10-21T13:36:07Z")
  }
}
