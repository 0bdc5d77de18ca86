/// Numbers of things in words.
enum Counted {
  /// `1 article`, `7 articles`.
  static func articles(_ number: Int) -> String { of(number, "article", "articles") }

  /// The number and what it counts.
  static func of(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
