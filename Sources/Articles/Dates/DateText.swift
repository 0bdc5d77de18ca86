/// A date as it is written in a text, with what the writing leaves open.
struct DateText: Equatable {
  /// The instant; midnight where no time of day is given, UTC where no zone is given.
  var timestamp: Timestamp
  /// Whether a time of day is given.
  var hasTime: Bool
  /// Whether a time zone is given.
  var hasZone: Bool

  /// The first date in some bytes of UTF-8: RFC 1123 and RFC 822 (`Mon, 21 Oct 2024 13:36:07 GMT`), ISO 8601
  /// (`2024-10-21T13:36:07.120+08:00`, zone, fraction, seconds and time optional, a blank for the `T`) or
  /// Chinese (`2020年 6月 26日 17:30`).
  ///
  /// - Returns: the date and where it begins and ends, `nil` when there is none.
  static func first(in bytes: some Collection<UInt8>) -> (date: DateText, range: Range<Int>)? {
    let text = Array(bytes)
    var start = 0
    while start < text.count {
      let byte = text[start]
      let isAfterDigit = start > 0 && text[start - 1].isDigit
      if byte.isLetter || (byte.isDigit && !isAfterDigit) {
        var scanner = DateScanner(text: text, position: start)
        if let date = scanner.date() { return (date, start..<scanner.position) }
      }
      start += 1
    }
    return nil
  }

  /// The date that some bytes of UTF-8 are, blanks around it aside; `nil` when they hold anything else.
  static func whole(_ bytes: some Collection<UInt8>) -> DateText? {
    var scanner = DateScanner(text: Array(bytes), position: 0)
    scanner.skipBlanks()
    guard let date = scanner.date() else { return nil }
    scanner.skipBlanks()
    return scanner.position == scanner.text.count ? date : nil
  }
}

extension Timestamp {
  /// An instant from a date as feeds and pages write it: RFC 1123, RFC 822 with its zone names, ISO 8601 with
  /// or without time, fraction (dropped) and zone, or `2020年 6月 26日`. A missing zone means UTC, a missing
  /// time midnight.
  ///
  /// - Returns: `nil` when the text is anything else, or a date that does not exist.
  package init?(parsing text: String) {
    guard let date = DateText.whole(text.utf8) else { return nil }
    self = date.timestamp
  }
}
