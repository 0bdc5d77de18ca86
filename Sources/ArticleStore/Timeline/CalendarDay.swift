package import Articles

/// A day of the calendar, in UTC as all stored times are.
package struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, which was a Thursday.
  package let number: Int

  /// The day that many days after 1970-01-01.
  package init(number: Int) {
    self.number = number
  }

  /// The first day of a month; `nil` unless the year is 1 to 9999 and the month 1 to 12.
  init?(year: Int, month: Int) {
    guard let start = Timestamp(year: year, month: month, day: 1) else { return nil }
    self.init(start)
  }

  /// The day of an ISO 8601 time or date; `nil` when the text does not begin like one.
  package init?(_ text: String) {
    let fields = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard text.utf8.count >= 10, fields.count == 3, let year = fields[0], let month = fields[1],
      let day = fields[2], let start = Timestamp(year: year, month: month, day: day)
    else { return nil }
    self.init(start)
  }

  /// The day of a moment.
  package init(_ moment: Timestamp) {
    let (days, rest) = moment.secondsSince1970.quotientAndRemainder(dividingBy: 86_400)
    number = Int(rest < 0 ? days - 1 : days)
  }

  /// `YYYY-MM-DD`; a year after 9999 has more digits.
  package var text: String {
    String(Timestamp(secondsSince1970: Int64(number) * 86_400).iso8601.prefix { $0 != "T" })
  }

  /// The parts of the date.
  package var date: (year: Int, month: Int, day: Int) { Timestamp.civil(daysSince1970: number) }

  /// Days since Monday: 0 to 6.
  package var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  /// The day that many days later.
  package func advanced(by days: Int) -> CalendarDay { CalendarDay(number: number + days) }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }
}
