/// A day, month or year of publication as typed: the beginning of an ISO 8601 time, by which stored times are
/// compared as text.
struct PublicationDate {
  let text: String

  /// - Throws: ``ArticleSearchError/badDate(_:option:)`` unless the text is `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or
  ///   one of these with a time, each field in its range.
  init(_ text: String, option: String) throws {
    let fields = text.prefix { $0 != "T" }.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    let ranges = [1...9999, 1...12, 1...31]
    let isDate =
      (1...3).contains(fields.count)
      && fields.indices.allSatisfy { index in
        fields[index].utf8.count == widths[index] && fields[index].utf8.allSatisfy { (48...57).contains($0) }
          && Int(fields[index]).map(ranges[index].contains) == true
      }
    guard isDate, fields.count == 3 || !text.contains("T") else {
      throw ArticleSearchError.badDate(text, option: option)
    }
    self.text = text
  }
}
