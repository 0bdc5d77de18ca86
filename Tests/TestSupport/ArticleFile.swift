/// Article files in the real layouts, for tests.
package enum ArticleFile {
  /// A file in the layout of one comment, a linked title, a rule and HTML.
  ///
  /// - Parameters:
  ///   - epoch: when it was captured, in seconds since 1970.
  ///   - paragraphs: the body.
  package static func seedLayout(
    title: String, url: String, epoch: Int = 1_729_517_944, paragraphs: [String] = ["正文。"]
  ) -> String {
    """
    <!--\(epoch)000-->
    [\(title)](\(url))
    ------

    \(paragraphs.map { "<p>\($0)</p>" }.joined())
    """
  }
}
