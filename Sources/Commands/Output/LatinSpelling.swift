/// Latin spellings as readers know them: the archive compares them in lower case.
enum LatinSpelling {
  /// A folded spelling with each word capitalized.
  static func shown(_ folded: String) -> String {
    folded.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
