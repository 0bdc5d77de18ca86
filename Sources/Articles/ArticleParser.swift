/// Turns the bytes of a file into an ``Article``. It keeps no state: one parser may be used from many threads.
///
/// Two layouts are read: the seed layout (``SeedHeader``, then HTML), and front matter (``FrontMatter``) before a
/// seed layout or before HTML alone.
package struct ArticleParser: Sendable {
  package init() {}

  /// The largest file that is read, in bytes: 32 MB.
  package static let maximumFileSize = 33_554_432

  /// Reads an article.
  ///
  /// - Throws: ``ArticleParsingError`` when the bytes are no article; the same bytes always give the same error.
  package func parse(_ bytes: [UInt8]) throws(ArticleParsingError) -> Article {
    let result = bytes.withUnsafeBytes { bytes -> Result<Article, ArticleParsingError> in
      do throws(ArticleParsingError) { return .success(try parse(bytes)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// Reads an article.
  ///
  /// - Throws: ``ArticleParsingError`` when the bytes are no article; the same bytes always give the same error.
  package func parse(_ bytes: UnsafeRawBufferPointer) throws(ArticleParsingError) -> Article {
    guard bytes.count <= Self.maximumFileSize else { throw .tooLarge(size: bytes.count) }
    let bytes = bytes.bindMemory(to: UInt8.self)
    if bytes.allSatisfy(\.isBlank) { throw .empty }
    return try SourceText.withUTF8(of: bytes) { text throws(ArticleParsingError) in
      try article(text)
    }
  }

  private func article(_ text: UnsafeBufferPointer<UInt8>) throws(ArticleParsingError) -> Article {
    var reader = LineReader(text)
    reader.skipBlankLines()
    guard !reader.isAtEnd else { throw .empty }
    let firstLine = reader.number
    let matter = FrontMatter.begins(reader) ? try FrontMatter.read(&reader) : nil
    let header = SeedHeader.read(&reader)
    if header == nil, matter?["title"] == nil {
      // Front matter without a title of ours may be any blog's.
      if matter?.isArticle == true { throw .noTitle(line: firstLine) }
      throw .notAnArticle(line: firstLine)
    }
    let title = [header?.title, matter?["title"]].compactMap { $0 }
      .map { TextWriter.normalize(CharacterReference.resolve($0)) }
      .first { !$0.isEmpty }
    guard let title else { throw .noTitle(line: header?.line ?? firstLine) }
    let url = [header?.url, matter?["from"], matter?["url"]].compactMap { $0 }
      .map { TextWriter.normalize(CharacterReference.resolve($0)) }
      .first { !$0.isEmpty }
    let matterDate = matter?["date"].flatMap(Timestamp.init(parsing:))
    let page = try HTMLReader.read(reader.rest, firstLine: reader.number)
    let parts = PageParts(page, title: title, url: url)
    let capturedAt = header?.capturedAt ?? matterDate
    return Article(
      url: url, title: title, body: parts.body, caption: parts.caption, imageURL: parts.imageURL,
      publishedAt: PublicationDate.resolve(page: page.date, captured: matterDate ?? capturedAt),
      capturedAt: capturedAt,
      source: url.flatMap(ArticleURL.source(of:)) ?? matter?["author"].map(TextWriter.normalize),
      language: TextLanguage.tag(of: title + "\n" + parts.body))
  }
}
