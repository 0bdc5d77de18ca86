import ArticleSearch
import ArticleStore
import Foundation
import TestSupport
import Testing

@testable import Commands

/// Timelines as people, programs, browsers and Vega read them.
@Suite struct TimelineChartTests {
  private let plain = Style(isEnabled: false)

  private func counts(_ days: [String: Int], undated: Int = 0) -> DayCounts {
    var counts = DayCounts()
    for (day, articles) in days { counts.days[CalendarDay(day) ?? CalendarDay(number: 0)] = articles }
    counts.undated = undated
    return counts
  }

  @Test(arguments: [
    (0, 8, 4, ""), (8, 8, 4, "████"), (4, 8, 4, "██"), (1, 8, 1, "▏"), (1, 1000, 4, "▏"),
    (999, 1000, 4, "████"),
    (3, 8, 1, "▍"), (5, 0, 4, ""), (5, 8, 0, ""),
  ])
  func bars(_ value: Int, _ most: Int, _ width: Int, _ bar: String) {
    #expect(BlockBar.text(value, of: most, width: width) == bar)
  }

  @Test func oneSeries() {
    let chart = TimelineChart(
      title: "气球",
      counts(["2024-01-05": 8, "2024-01-09": 2, "2024-02-01": 5, "2024-08-01": 1], undated: 3), by: .month)
    #expect(
      chart.lines(width: 20, style: plain) == [
        "2024-01  10 ████████", "2024-02   5 ████", "⋮        none for 5 months", "2024-08   1 ▊",
        "undated   3",
      ])
    #expect(chart.summary == "19 articles by month")
    #expect(chart.caption == "articles by month; 3 without a date are left out")
  }

  @Test func severalSeriesSideBySide() {
    let archive: [DayCounts] = [counts(["2023-01-05": 4, "2024-01-05": 2]), counts(["2024-06-05": 1])]
    let chart = TimelineChart(
      title: "", [("甲的名字很长很长很长", archive[0]), ("乙", archive[1])], by: .year)
    #expect(
      chart.lines(width: 40, style: plain) == [
        "      甲的名字很长很…   乙", "2023  4 ██████████████  0", "2024  2 ███████         1 ███▌",
      ])
    let coloured = chart.lines(width: 40, style: Style(isEnabled: true))
    #expect(coloured[0].contains("\u{1B}[36m甲") && coloured[0].contains("\u{1B}[33m乙"))
    let rows = chart.records.lines(.csv)
    #expect(rows[0] == "start,end,series,articles" && rows[1] == "2023-01-01,2024-01-01,甲的名字很长很长很长,4")
    #expect(rows.count == 5)
  }

  @Test func vegaLite() throws {
    for series in [1, 2] {
      let all = (0..<series).map { ("系列\($0)", counts(["2024-01-05": 4, "2024-03-05": 2])) }
      let chart = TimelineChart(title: "题\"目", all, by: .month)
      let json = try JSONSerialization.jsonObject(with: Data(chart.vegaLite.text.utf8))
      let spec = try #require(json as? [String: Any])
      #expect(spec["$schema"] as? String == "https://vega.github.io/schema/vega-lite/v5.json")
      let values = try #require((spec["data"] as? [String: Any])?["values"] as? [[String: Any]])
      #expect(values.count == 3 * series)
      #expect(values.allSatisfy { Set($0.keys) == ["start", "end", "series", "articles"] })
      let encoding = try #require(spec["encoding"] as? [String: Any])
      // Bars reach from 0 to their value; lines are told apart by colour.
      #expect((encoding["y2"] != nil) == (series == 1) && (encoding["color"] != nil) == (series == 2))
    }
  }

  @Test func svgIsWellFormedAndComplete() throws {
    let days = ["2024-01-05": 40, "2024-03-05": 25, "2024-12-31": 1]
    for (series, grain) in [(1, TimeGrain.day), (3, .week), (10, .month), (2, .year)] {
      let all = (0..<series).map { ("<系列>&\"\($0)\"\u{1}", counts(days)) }
      let chart = TimelineChart(title: "a<b & \"c\"", all, by: grain)
      let document = try XMLCheck(chart.svg.joined(separator: "\n"))
      let marks = chart.timeline.starts.count
      #expect(document.elements["svg"] == 1)
      if series == 1 {
        // The ground and a bar for each day that has any.
        #expect(document.elements["rect"] == 4)
      } else {
        #expect(document.elements["polyline"] == series && document.elements["circle"] == series * marks)
      }
      #expect(document.texts.contains("a<b & \"c\""))
    }
    let empty = try XMLCheck(TimelineChart(title: "", DayCounts(), by: nil).svg.joined())
    #expect(empty.texts.contains("no articles with a date"))
  }

  @Test(arguments: [
    (
      "2024-01-01", "2024-01-06", TimeGrain.day,
      ["2024-01-01", "2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05"]
    ),
    ("2024-01-01", "2024-04-01", .month, ["2024-01", "2024-02", "2024-03"]),
    ("2014-09-01", "2021-02-01", .month, ["2015", "2016", "2017", "2018", "2019", "2020", "2021"]),
    ("2019-10-01", "2021-02-01", .day, ["2019-10", "2020-01", "2020-04", "2020-07", "2020-10", "2021-01"]),
    ("1900-01-01", "2021-01-01", .year, ["1900", "1920", "1940", "1960", "1980", "2000", "2020"]),
  ])
  func ticks(_ first: String, _ end: String, _ grain: TimeGrain, _ labels: [String]) throws {
    let range = try #require(CalendarDay(first))..<(try #require(CalendarDay(end)))
    #expect(TimeAxis(range, grain: grain, most: 11).ticks.map(\.label) == labels)
  }

  @Test func aSeriesIsACountryAPersonOrAQuery() throws {
    let archive = try TemporaryArchive()
    try archive.save([
      Samples.extracted(
        url: "https://e.example/1", body: "格列布·沃罗宁在韩国，气球。",
        people: [("格列布·沃罗宁", ["格列布·沃罗宁", "沃罗宁"], ["Gleb Voronin"])], countries: [("KR", "韩国")]),
      Samples.extracted(
        url: "https://e.example/2", body: "伊戈尔·沃罗宁，韩国气球。",
        people: [("伊戈尔·沃罗宁", ["伊戈尔·沃罗宁", "沃罗宁"], [])]),
    ])
    func series(_ text: String, among query: String? = nil) throws -> (SeriesReference, Int) {
      let series = try SeriesReference(text, among: ArticleSelection(query), in: archive.store)
      return (series, try archive.store.dayCounts(series.selection).total)
    }
    for (text, kind, name, articles) in [
      ("南韓", SeriesReference.Kind.country, "韩国", 1), ("KR", .country, "韩国", 1),
      ("gleb voronin", .person, "格列布·沃罗宁", 1), ("query:韩国", .query, "韩国", 2),
      ("气球 -伊戈尔", .query, "气球 -伊戈尔", 1),
      ("query:沃罗宁", .query, "沃罗宁", 2), ("person:伊戈尔·沃羅寧", .person, "伊戈尔·沃罗宁", 1), ("无人", .query, "无人", 0),
    ] {
      let (series, found) = try series(text)
      #expect(series.kind == kind && series.name == name && found == articles, "\(text)")
    }
    #expect(try series("query:气球 OR 大使", among: "\"格列布\"").1 == 1)
    #expect(throws: ArticleSearchError.self) { try series("沃罗宁") }
    #expect(throws: CommandError.self) { try series("person:无人") }
    #expect(throws: ArticleSearchError.self) { try series("country:无此国") }
    #expect(throws: CommandError.self) { try series("query:·") }
    // Two of a name are told apart.
    let same = [try series("韩国"), try series("query:韩国")]
    let chart = TimelineChart(title: "", same.map { (reference: $0.0, counts: DayCounts()) }, by: nil)
    #expect(chart.series.map(\.name) == ["韩国 (KR)", "韩国 (query)"])
  }
}

extension TimelineChart {
  /// Series by their names, which are queries.
  fileprivate init(title: String, _ series: [(String, DayCounts)], by grain: TimeGrain) {
    self.init(
      title: title,
      series: series.map { Series(name: $0.0, kind: "query", articles: $0.1.total) },
      timeline: Timeline(series.map(\.1), by: grain))
  }
}
