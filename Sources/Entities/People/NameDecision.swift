package import Articles
import Glibc

/// One candidate for a person's name in an article, and what became of it.
package struct NameDecision: Equatable, Sendable {
  /// The field that holds the text.
  package let field: Article.Field
  /// Where it starts, 0-based, in Unicode code points of the field's text.
  package let start: Int
  /// Where it ends, exclusive.
  package let end: Int
  /// The text, exactly as written.
  package let text: String
  /// Which rule found it: that of a ``Mention``, or `tagger` for a span that never became a candidate.
  package let rule: String
  /// How sure the rule is, 0 to 1.
  package let score: Double
  /// Whether it is a mention of a person.
  package let isKept: Bool
  /// Why, in words.
  package let reason: String
}

extension PersonFinder {
  /// The decisions about an article's candidates, in the order of the text (title, body, caption).
  func decisions(in readings: [FieldReading]) -> [NameDecision] {
    let outcome = decision(for: readings)
    var result: [NameDecision] = []
    for (reading, rejected) in zip(readings, outcome.rejected) {
      for rejection in rejected {
        result.append(
          Self.decision(
            reading, rejection.range, rule: "tagger", rejection.score, isKept: false,
            rejection.reason.rawValue))
      }
    }
    for form in outcome.forms {
      let reason = self.reason(form)
      for candidate in form.candidates {
        guard let reading = readings.first(where: { $0.field == candidate.field }) else { continue }
        let cut = candidate.cutFrom.map { "; cut from \($0.string)" } ?? ""
        result.append(
          Self.decision(
            reading, candidate.range, rule: candidate.rule, candidate.score, isKept: form.isName,
            reason + cut))
      }
    }
    let rank = Dictionary(
      readings.enumerated().map { ($1.field, $0) }, uniquingKeysWith: { first, _ in first })
    return result.sorted { (rank[$0.field] ?? 0, $0.start, $0.end) < (rank[$1.field] ?? 0, $1.start, $1.end) }
  }

  private static func decision(
    _ reading: FieldReading, _ range: Range<Int>, rule: String, _ score: Double, isKept: Bool,
    _ reason: String
  ) -> NameDecision {
    NameDecision(
      field: reading.field, start: range.lowerBound, end: range.upperBound, text: reading.text.string(range),
      rule: rule, score: (score * 100).rounded() / 100, isKept: isKept, reason: reason)
  }

  /// The fate of a form, the log-odds of the vote, and its weightiest five reasons.
  private func reason(_ form: NameForm) -> String {
    let parts = vote.contributions(form).prefix(5).map { "\($0.feature.rawValue) \(Self.signed($0.value))" }
    return "\(form.fate.rawValue) (\(Self.signed(form.logOdds)): \(parts.joined(separator: ", ")))"
  }

  /// A number with its sign and one decimal.
  private static func signed(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "+")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
