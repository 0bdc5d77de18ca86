/// What a person types, understood: which terms an article must contain, and which it must not.
///
/// `普京 朝鲜` both · `"朝鲜 特战部队"` in this order · `普京 OR 泽连斯基` · `普京 -乌克兰` · `title:制裁` ·
/// `Zinov*`. Everything else is text. OR binds closer than the blank. Full-width forms of the signs count as
/// the signs; `OR` counts in capitals, between two terms.
package struct HanQuery: Equatable, Sendable {
  /// Text whose units must follow each other in one column.
  package struct Term: Equatable, Sendable {
    /// The text in well-formed UTF-8 without NUL; it has at least one unit.
    package var text: [UInt8]
    /// The column that must contain it, as the caller named it; `nil` for any.
    package var column: [UInt8]?
    /// Whether the last unit may go on in the article; only where it is a run of cased letters or digits.
    package var isPrefix: Bool
  }

  /// An article matches when it contains at least one term of each group. There is at least one group, and
  /// none is empty.
  package var groups: [[Term]]
  /// Terms that an article must not contain.
  package var exclusions: [Term]

  /// The most units a query has in all; what comes after is left out. It bounds what FTS5 opens for one query.
  package static let maximumUnits = 2048

  /// The most terms that ``loosened`` has.
  package static let maximumAlternatives = 64

  /// Understands a query; `nil` when no term has a unit.
  ///
  /// - Parameters:
  ///   - text: what was typed, in UTF-8, possibly broken.
  ///   - columns: the names that may stand before a colon; their ASCII letters match in either case.
  package init?(_ text: UnsafeBufferPointer<UInt8>, columns: [[UInt8]]) {
    var builder = QueryBuilder()
    var lexer = QueryLexer(text, columns: columns)
    while let word = lexer.next() { builder.append(word) }
    guard let query = builder.query() else { return nil }
    self = query
  }

  /// A query of its terms; at least one group, and none empty.
  init(groups: [[Term]], exclusions: [Term]) {
    self.groups = groups
    self.exclusions = exclusions
  }

  /// A query for any part of a sentence, for ranked recall: ``loosened`` of the sentence as one term, no sign
  /// in it meaning anything but itself; `nil` when the sentence has no unit.
  package static func any(_ sentence: UnsafeBufferPointer<UInt8>) -> HanQuery? {
    var builder = QueryBuilder()
    builder.append(
      QueryWord(text: QueryLexer.wellFormed(sentence, 0..<sentence.count), isQuoted: true))
    return builder.query()?.loosened
  }
}
