import ArticleStore
import HanText
import TestSupport
import Testing

@testable import ArticleSearch

/// The two orders: of articles that hold a query, and of those that hold parts of it.
@Suite struct RankingTests {
  @Test func onlyTheLastStoredAreRankedWhenVeryManyMatch() throws {
    let many = ExactRanking.rankedArticles + 50
    var articles = (0..<many).map { Samples.extracted(title: "第\($0)篇", body: "茶叶") }
    articles[3] = Samples.extracted(title: "茶叶", body: "别的")
    articles[many - 7] = Samples.extracted(title: "茶叶涨价", body: "茶叶")
    let archive = try SearchedArchive(articles)

    let results = try archive.search("茶葉") { $0.limit = 5 }
    #expect(results.hasApproximateOrder)
    #expect(results.exactTotal == many && results.total == many)
    // The title that is the query is found however long ago it was stored; then the best of the last.
    #expect(results.hits.prefix(2).map(\.id) == [4, Int64(many - 6)])
    #expect(!(try archive.search("涨价") { $0.limit = 5 }.hasApproximateOrder))

    let all = try archive.search("茶叶") { $0.limit = nil }
    #expect(!all.hasApproximateOrder)
    #expect(all.hits.count == many)
    let deep = try archive.search("茶叶") {
      $0.limit = 20
      $0.offset = many - 10
    }
    #expect(deep.hits.count == 10 && !deep.hasApproximateOrder)
  }

  /// What a headline says, an article says in its first sentences, with other words between.
  @Test func headlinesFindTheirArticles() throws {
    let filler = String(repeating: "市场上的人各说各话，消息来源不愿透露姓名。", count: 20)
    let archive = try SearchedArchive([
      Samples.extracted(title: "一", body: "港口管理处说明灯塔的历史。" + filler + "维修、涨价都是常有的事。"),
      Samples.extracted(title: "二", body: "大港口管理处星期三表示，灯塔维修的费用将会上涨。" + filler),
      Samples.extracted(title: "三", body: filler + "港口管理处的灯塔涨价维修，维修涨价。"),
    ])
    let hits = try archive.search("港管处：灯塔维修费涨价").hits
    #expect(hits.first?.id == 2)
    #expect(hits.allSatisfy { !$0.isExact })
  }

  @Test func scoreGrowsWithWhatTheTextHolds() throws {
    let query = try #require(HanQuery("灯塔维修 Zinov", columns: []))
    let frequencies = ["灯塔": 3, "塔维": 1, "维修": 10, "zinov": 1]
    let score = PartialScore(
      of: query,
      frequencies: Dictionary(
        try frequencies.map { (try #require(TextPart(ScannedText($0.key))), $0.value) },
        uniquingKeysWith: { $1 }),
      articles: 100)
    let scores = ["别的事。", "维修别的。", "灯塔别的。", "燈塔維修。", "灯塔维修，Zinov 说。"].map {
      score.score(of: ScannedText($0), averageLength: 5)
    }
    #expect(scores == scores.sorted())
    #expect(scores[0] == 0 && Set(scores).count == scores.count)
  }

  @Test func partialHitsObeyFiltersAndExclusions() throws {
    let archive = try SearchedArchive([
      Samples.extracted(title: "一", body: "灯塔在海边。", people: [("王鱼", ["王鱼"], [])]),
      Samples.extracted(title: "二", body: "灯塔在山上。"), Samples.extracted(title: "三", body: "灯塔在海边，有鱼。"),
    ])
    #expect(Set(try archive.search("灯塔维修").hits.map(\.id)) == [1, 2, 3])
    #expect(try archive.search("灯塔维修 -山上 -有鱼").hits.map(\.id) == [1])
    #expect(try archive.search("灯塔维修") { $0.people = ["王鱼"] }.hits.map(\.id) == [1])
    #expect(try archive.search("title:灯塔维修").hits.isEmpty)
  }
}
