/// What a user may have meant by a name that several bear.
enum Candidates {
  /// How many are listed.
  static let shown = 10

  /// A sentence that says what to give instead, and a line for each candidate.
  ///
  /// - Parameters:
  ///   - total: how many there are; more than are listed is said.
  ///   - candidates: what to give, whom it means, and how many articles name it.
  static func message(
    _ sentence: String, _ total: Int, _ candidates: [(key: String, name: String, articles: Int)]
  ) -> String {
    let width = candidates.map { DisplayWidth.columns($0.key) }.max() ?? 0
    let lines = candidates.map { candidate in
      "  \(DisplayWidth.rightAligned(candidate.key, to: width))  \(candidate.name)  "
        + articleCount(candidate.articles)
    }
    let rest =
      total > candidates.count
      ? [said("  … and \(total - candidates.count) more", "  …… 另有 \(total - candidates.count) 个")] : []
    return ([sentence + said(":", "：")] + lines + rest).joined(separator: "\n")
  }
}
