/// Paragraphs that feeds and sites put below every article. The list is ours.
enum Boilerplate {
  /// What the feed generator writes below its articles, up to the end.
  private static let footers = ["获取更多RSS"]

  /// Removes a feed's footer, and notices at the end.
  static func remove(from paragraphs: inout [String]) {
    if let footer = paragraphs.lastIndex(where: { text in footers.contains { text.utf8.starts(with: $0.utf8) }
    }),
      paragraphs.count - footer <= maximumFooter
    {
      paragraphs.removeSubrange(footer...)
    }
    while let last = paragraphs.last, isNotice(last) { paragraphs.removeLast() }
  }

  /// A footer is at most this many paragraphs long; what is longer is text.
  private static let maximumFooter = 6

  /// A notice of copyright, or a line that WordPress and its plug-ins add to feeds.
  private static func isNotice(_ text: String) -> Bool {
    noticeBeginnings.contains { text.utf8.starts(with: $0.utf8) }
      || (text.hasPrefix("The post ") && text.contains("first on "))
  }

  private static let noticeBeginnings = ["©", "Post tags:", "Feed enhanced by "]
}
