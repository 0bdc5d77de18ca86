/// Paragraphs that feeds and sites put below every article. The list is ours.
enum Boilerplate {
  /// What the feed generator writes below its articles, up to the end.
  private static let footers = ["获取更多RSS"]

  /// Removes a feed's footer, and notices of copyright at the end.
  static func remove(from paragraphs: inout [String]) {
    if let footer = paragraphs.lastIndex(where: { text in footers.contains { text.hasPrefix($0) } }),
      paragraphs.count - footer <= maximumFooter
    {
      paragraphs.removeSubrange(footer...)
    }
    while let last = paragraphs.last, last.hasPrefix("©") { paragraphs.removeLast() }
  }

  /// A footer is at most this many paragraphs long; what is longer is text.
  private static let maximumFooter = 6
}
