/// How long the stretches are in which a timeline counts.
package enum TimeGrain: String, CaseIterable, Sendable {
  /// Weeks begin on Monday (ISO 8601).
  case day, week, month, year

  /// The first day of the stretch that holds a day.
  package func start(of day: CalendarDay) -> CalendarDay {
    switch self {
    case .day: day
    case .week: day.advanced(by: -day.weekday)
    case .month: day.advanced(by: 1 - day.date.day)
    case .year: CalendarDay(year: day.date.year, month: 1) ?? day
    }
  }

  /// The first day of the stretch after the one that begins on a day.
  package func next(after start: CalendarDay) -> CalendarDay {
    switch self {
    case .day: start.advanced(by: 1)
    case .week: start.advanced(by: 7)
    case .month: Self.month.start(of: start.advanced(by: 31))
    case .year: Self.year.start(of: start.advanced(by: 366))
    }
  }

  /// How many stretches there are from one day to another, both included; months and years roughly, not less.
  package func count(from first: CalendarDay, to last: CalendarDay) -> Int {
    let days = last.number - first.number
    return switch self {
    case .day: days + 1
    case .week: days / 7 + 2
    case .month: days / 28 + 2
    case .year: last.date.year - first.date.year + 1
    }
  }

  /// The grain whose stretches, from one day to another, are few enough to be read one a line: days of a month,
  /// weeks of half a year, months of four years, else years.
  package static func readable(from first: CalendarDay, to last: CalendarDay) -> TimeGrain {
    switch last.number - first.number {
    case ..<31: .day
    case ..<183: .week
    case ..<1461: .month
    default: .year
    }
  }
}
