import ArticleStore

/// The ticks below a chart of time: the finest of a few usual steps whose labels have room.
struct TimeAxis {
  /// Days at which there is a tick, with what is written there.
  let ticks: [(day: CalendarDay, label: String)]

  /// - Parameters:
  ///   - range: from the first day to the day after the last.
  ///   - most: how many labels have room.
  init(_ range: Range<CalendarDay>, grain: TimeGrain, most: Int) {
    let finest = grain == .year ? 5 : grain == .month ? 2 : 0
    let days = (range.lowerBound.number..<range.upperBound.number).map { CalendarDay(number: $0) }
    for step in Step.all[finest...] {
      let ticks = days.filter(step.isTick)
      if ticks.count <= most {
        self.ticks = ticks.map { ($0, String($0.text.prefix(step.labelLength))) }
        return
      }
    }
    ticks = []
  }

  private struct Step: Sendable {
    let labelLength: Int
    let isTick: @Sendable (CalendarDay) -> Bool

    /// From the finest to the coarsest: days, weeks, months, quarters, half years, years.
    static let all: [Step] =
      [
        Step(labelLength: 10) { _ in true }, Step(labelLength: 10) { $0.weekday == 0 },
        Step(labelLength: 7) { $0.date.day == 1 },
        Step(labelLength: 7) { $0.date.day == 1 && $0.date.month % 3 == 1 },
        Step(labelLength: 7) { $0.date.day == 1 && $0.date.month % 6 == 1 },
      ]
      + [1, 2, 5, 10, 20, 50, 100, 500, 1000].map { years in
        Step(labelLength: 4) { $0.date.day == 1 && $0.date.month == 1 && $0.date.year % years == 0 }
      }
  }
}
