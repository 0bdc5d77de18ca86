import ArticleStore

/// Something that articles are written to, one after the other.
protocol ArticleWriting {
  /// - Throws: ``CommandError`` when it cannot be written.
  mutating func append(_ article: ExportedArticle) throws
  /// Writes what belongs after the last article, and all of it out.
  mutating func finish() throws
}
