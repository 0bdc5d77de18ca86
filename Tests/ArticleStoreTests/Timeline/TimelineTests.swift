import Foundation
import TestSupport
import Testing

@testable import ArticleStore

/// Articles over time, compared with Foundation's calendar.
@Suite struct TimelineTests {
  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
    return calendar
  }()

  private static func component(_ grain: TimeGrain) -> Calendar.Component {
    switch grain {
    case .day: .day
    case .week: .weekOfYear
    case .month: .month
    case .year: .year
    }
  }

  private static func day(_ date: Date) -> CalendarDay {
    CalendarDay(number: Int((date.timeIntervalSince1970 / 86_400).rounded(.down)))
  }

  @Test(arguments: TimeGrain.allCases) func stretchesAreThoseOfTheCalendar(_ grain: TimeGrain) throws {
    for number in stride(from: -20_000, through: 40_000, by: 37) {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400 + 40_000)
      let stretch = try #require(Self.calendar.dateInterval(of: Self.component(grain), for: date))
      let start = grain.start(of: CalendarDay(number: number))
      #expect(start == Self.day(stretch.start), "\(number)")
      #expect(grain.next(after: start) == Self.day(stretch.end), "\(number)")
    }
  }

  @Test func daysAsText() {
    #expect(CalendarDay("2024-02-29T23:59:59Z")?.text == "2024-02-29")
    #expect(CalendarDay("1969-12-31")?.number == -1)
    #expect(CalendarDay("1970-01-01")?.weekday == 3)
    #expect(CalendarDay("9999-12-31")?.advanced(by: 1).text == "10000-01-01")
    for text in ["", "2024", "2024-02", "2023-02-29", "2024-13-01", "2024-1-1", "昨天2024-01-01"] {
      #expect(CalendarDay(text) == nil, "\(text)")
    }
  }

  /// Articles at random times; the counts of every grain against a count by hand.
  @Test(arguments: [1, 2] as [UInt64]) func countsOfAnArchive(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let archive = try TemporaryArchive()
    var dates: [(date: Date, hasWord: Bool)] = []
    try archive.save(
      (0..<90).map { number in
        let seconds = Int64.random(in: 1_577_000_000...1_640_000_000, using: &generator)
        let hasWord = Bool.random(using: &generator)
        dates.append((Date(timeIntervalSince1970: Double(seconds)), hasWord))
        return Samples.extracted(
          url: "https://e.example/\(number)", body: hasWord ? "气球飘过。" : "无事。", published: seconds)
      })
    try archive.execute("UPDATE articles SET published_at = NULL WHERE id IN (3, 4, 5)")
    dates[2...4] = []
    let all = try archive.store.dayCounts(ArticleSelection())
    let some = try archive.store.dayCounts(ArticleSelection("\"气球\""))
    #expect(all.undated == 3 && all.total == 90)
    for grain in TimeGrain.allCases {
      let timeline = Timeline([all, some], by: grain)
      var wanted: [[CalendarDay: Int]] = [[:], [:]]
      for (date, hasWord) in dates {
        let stretch = try #require(Self.calendar.dateInterval(of: Self.component(grain), for: date))
        wanted[0][Self.day(stretch.start), default: 0] += 1
        if hasWord { wanted[1][Self.day(stretch.start), default: 0] += 1 }
      }
      #expect(timeline.starts.first == wanted[0].keys.min() && timeline.starts.last == wanted[0].keys.max())
      for (index, start) in timeline.starts.enumerated() {
        #expect(timeline.counts.map { $0[index] } == wanted.map { $0[start] ?? 0 }, "seed \(seed)")
        if index > 0 { #expect(timeline.end(of: index - 1) == start) }
      }
      #expect(timeline.counts[0].reduce(0, +) == 87)
    }
  }

  @Test func theReadableGrain() throws {
    let first = try #require(CalendarDay("2020-01-01"))
    for (days, grain) in [(0, TimeGrain.day), (30, .day), (31, .week), (200, .month), (1500, .year)] {
      #expect(TimeGrain.readable(from: first, to: first.advanced(by: days)) == grain)
      var counts = DayCounts()
      counts.days[first] = 1
      counts.days[first.advanced(by: days)] = 1
      #expect(Timeline([counts]).grain == grain)
      for grain in TimeGrain.allCases {
        let timeline = Timeline([counts], by: grain)
        #expect(timeline.starts.count <= grain.count(from: first, to: first.advanced(by: days)))
      }
    }
  }

  @Test func nothingToCount() throws {
    var undated = DayCounts()
    undated.undated = 2
    let timeline = Timeline([undated, DayCounts()], by: .month)
    #expect(timeline.starts.isEmpty && timeline.counts == [[], []] && timeline.undated == [2, 0])
    #expect(DayCounts().span == nil && DayCounts().total == 0)
  }

  @Test func filtersAndPeople() throws {
    let archive = try TemporaryArchive()
    try archive.save([
      Samples.extracted(
        url: "https://e.example/1", body: "李明在韩国。", published: 1_700_000_000, people: [("李明", ["李明"], [])],
        countries: [("KR", "韩国")]),
      Samples.extracted(
        url: "https://e.example/2", body: "李明。", published: 1_710_000_000,
        people: [("李明", ["李明"], [])]),
    ])
    var filter = ArticleFilter()
    filter.countries = ["KR"]
    #expect(
      try archive.store.dayCounts(ArticleSelection(nil, filter)).days.keys.map(\.text) == ["2023-11-14"])
    #expect(try archive.store.dayCounts(ArticleSelection("\"李明\"", filter)).total == 1)
    #expect(try archive.store.dayCounts(ArticleSelection("\"李明\"")).total == 2)
    let person = try #require(try archive.store.people(bearing: "李明").first)
    let profile = try #require(try archive.store.profile(of: person.id, limit: 5))
    #expect(profile.timeline.grain == .week && profile.timeline.counts[0].reduce(0, +) == 2)
  }
}
