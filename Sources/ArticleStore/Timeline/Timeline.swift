/// How many articles were published on each day.
package struct DayCounts: Equatable, Sendable {
  /// Days on which there are any.
  package var days: [CalendarDay: Int] = [:]
  /// How many have no date.
  package var undated = 0

  /// No articles.
  package init() {}

  /// How many articles there are in all.
  package var total: Int { days.values.reduce(undated, +) }

  /// The first and the last day; `nil` where no article has a date.
  package var span: ClosedRange<CalendarDay>? {
    guard let first = days.keys.min(), let last = days.keys.max() else { return nil }
    return first...last
  }
}

/// Articles over time, of one series or of several on one calendar.
package struct Timeline: Equatable, Sendable {
  /// How long each stretch is.
  package let grain: TimeGrain
  /// The first day of each stretch, from the first to the last in which any series has articles, without gaps.
  package let starts: [CalendarDay]
  /// For each series the number of articles in each stretch.
  package let counts: [[Int]]
  /// For each series how many articles have no date.
  package let undated: [Int]

  /// - Parameters:
  ///   - series: what to count.
  ///   - grain: `nil` for the one that is readable.
  package init(_ series: [DayCounts], by grain: TimeGrain? = nil) {
    undated = series.map(\.undated)
    let spans = series.compactMap(\.span)
    guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() else {
      self.grain = grain ?? .year
      starts = []
      counts = series.map { _ in [] }
      return
    }
    let grain = grain ?? TimeGrain.readable(from: first, to: last)
    self.grain = grain
    var starts: [CalendarDay] = []
    var next = grain.start(of: first)
    while next <= last {
      starts.append(next)
      next = grain.next(after: next)
    }
    let places = Dictionary(starts.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    counts = series.map { series in
      var counts = [Int](repeating: 0, count: starts.count)
      for (day, articles) in series.days {
        if let place = places[grain.start(of: day)] { counts[place] += articles }
      }
      return counts
    }
    self.starts = starts
  }

  /// The first day after a stretch.
  package func end(of index: Int) -> CalendarDay { grain.next(after: starts[index]) }

  /// A stretch as people write it: `2024`, `2024-10`, or its first day.
  package func label(of index: Int) -> String {
    let day = starts[index].text
    return switch grain {
    case .day, .week: day
    case .month: String(day.prefix(7))
    case .year: String(day.prefix(4))
    }
  }
}
