/// Decides when an article was published from what the page prints and when it was captured.
enum PublicationDate {
  /// The instant of publication.
  ///
  /// - A date with a zone is taken as it is.
  /// - A date and time without a zone is UTC, unless that lies after the capture: then it is the Chinese-language
  ///   press's own UTC+8 (cn.nytimes.com), and at the latest the capture.
  /// - A bare day says less than a capture within that day, anywhere on earth (UTC−12 to UTC+14): then it is the
  ///   capture; otherwise the day's beginning in UTC.
  /// - Without a date on the page it is the capture.
  static func resolve(page: DateText?, captured: Timestamp?) -> Timestamp? {
    guard let page else { return captured }
    guard let captured, !page.hasZone else { return page.timestamp }
    if page.hasTime {
      guard page.timestamp > captured else { return page.timestamp }
      let eastern = Timestamp(secondsSince1970: page.timestamp.secondsSince1970 - 8 * 3600)
      return min(eastern, captured)
    }
    let midnight = page.timestamp.secondsSince1970
    let day = (midnight - 14 * 3600)..<(midnight + 86_400 + 12 * 3600)
    return day.contains(captured.secondsSince1970) ? captured : page.timestamp
  }
}
