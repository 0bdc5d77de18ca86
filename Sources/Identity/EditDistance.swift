/// The Levenshtein distance (V. I. Levenshtein, 1966).
enum EditDistance {
  /// The least number of inserted, removed and changed elements that make one sequence of another.
  static func between<Element: Equatable>(_ one: [Element], _ other: [Element]) -> Int {
    var previous = Array(0...other.count)
    for (row, element) in one.enumerated() {
      var current = [row + 1]
      for (column, second) in other.enumerated() {
        current.append(
          min(previous[column] + (element == second ? 0 : 1), previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[other.count]
  }
}
