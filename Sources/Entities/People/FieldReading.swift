import Articles

/// One field of an article with the words found in it: what the rules read.
struct FieldReading {
  let field: Article.Field
  let text: FoldedText
  let matches: WordMatches
  /// For each position, whether it lies in a byline or credit: those people are not in the news.
  let isCredit: [Bool]

  init(_ field: Article.Field, _ string: String) {
    self.field = field
    text = FoldedText(string)
    matches = WordMatches(text)
    isCredit = CreditLines.mark(text, matches)
  }

  /// The folded text of a range, as a string.
  func folded(_ range: Range<Int>) -> String {
    var scalars = String.UnicodeScalarView()
    for value in text.folded[range] { if let scalar = Unicode.Scalar(value) { scalars.append(scalar) } }
    return String(scalars)
  }
}
