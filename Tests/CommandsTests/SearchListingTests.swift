import ArticleSearch
import ArticleStore
import TestSupport
import Testing

@testable import Commands

/// Results of a search as text and as records, over a real archive.
@Suite struct SearchListingTests {
  private let archive: TemporaryArchive

  init() throws {
    archive = try TemporaryArchive()
    let names = ["甲一", "乙二", "丙三", "丁四", "戊五", "己六", "庚七"]
    try archive.save([
      Samples.extracted(
        url: "https://e.example/1", title: "召见", body: "金烘均召见大使。", people: [("金烘均", ["金烘均"], [])],
        countries: [("KR", "金")]),
      Samples.extracted(url: "https://e.example/2", title: "会见", body: "见面。"),
      Samples.extracted(
        url: "https://e.example/3", title: "名单", body: names.joined(separator: "，"),
        people: names.map { ($0, [$0], []) }),
    ])
  }

  private func listing(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws
    -> SearchListing
  {
    var request = SearchRequest(query: query)
    change(&request)
    return SearchListing(results: try ArticleSearcher(store: archive.store).search(request))
  }

  @Test func textForPeople() throws {
    let listing = try listing("召见 OR 见面") { $0.exactOnly = true }
    #expect(
      listing.lines(style: Style(isEnabled: false)) == [
        "1  召见", "   2024-10-21  news.example.com  KR  金烘均", "   金烘均召见大使。", "2  会见",
        "   2024-10-21  news.example.com",
        "   见面。",
      ])
    #expect(listing.summary == "2 articles")
  }

  @Test func aLinePartsTheTiers() throws {
    let listing = try listing("召见大使见面")
    let line = "── not exact: these hold only parts of the query ──"
    #expect(listing.lines(style: Style(isEnabled: false)).count { $0 == line } == 1)
    #expect(listing.lines(style: Style(isEnabled: false)).first == line)
    #expect(listing.summary == "0 articles, and 2 that hold parts")
    let both = try self.listing("召见大使")
    #expect(both.results.exactTotal == 1)
    #expect(both.lines(style: Style(isEnabled: false)).contains(line) == (both.results.total > 1))
  }

  @Test func matchesAreColouredOnATerminal() throws {
    let lines = try listing("召见") { $0.exactOnly = true }.lines(style: Style(isEnabled: true))
    #expect(lines.first == "1  \u{1B}[1m召见\u{1B}[0m")
    #expect(lines.last == "   金烘均\u{1B}[1;31m召见\u{1B}[0m大使。")
  }

  @Test func longListsOfNamesAreCutForPeopleOnly() throws {
    let listing = try listing("名单") { $0.exactOnly = true }
    #expect(listing.lines(style: Style(isEnabled: false))[1].hasSuffix("  甲一、乙二、丙三、丁四、戊五、己六、…"))
    #expect(listing.results.hits.first?.people.count == 7)
    #expect(listing.summary == "1 article")
  }

  @Test func summaries() throws {
    #expect(try listing("见") { $0.limit = 1 }.summary == "2 articles, 1 shown")
    #expect(try listing("无") { $0.exactOnly = true }.summary == "0 articles")
  }

  @Test func recordsForPrograms() throws {
    let listing = try listing("召见") { $0.exactOnly = true }
    let score = try #require(listing.results.hits.first).score
    let hit =
      #"{"id":1,"url":"https://e.example/1","title":"召见","published_at":"2024-10-21T13:36:07Z","#
      + #""source":"news.example.com","score":\#(score),"exact":true,"snippet":"金烘均召见大使。","#
      + #""people":["金烘均"],"countries":["KR"],"open_people":[]}"#
    #expect(
      listing.records.lines(.json) == [
        #"{"version":1,"query":"召见","total":1,"exact_total":1,"approximate_order":false,"hits":[\#(hit)]}"#
      ])
    #expect(listing.records.lines(.jsonl) == [hit])
  }
}
