import Testing

@testable import Articles

/// Invented news in the layouts that files come in.
@Suite struct ArticleParserTests {
  private let parser = ArticleParser()

  private func parse(_ text: String) throws -> Article { try parser.parse(Array(text.utf8)) }

  static let page = """
    <div><i>Mon, 03 Mar 2025 08:15:30 GMT</i></div><img src="https://images.weserv.nl?url=img.example.com/a.jpg" \
    width="100%"><div><small style="color: #999;">湖畔的灯塔。（资料照）</small></div><p>灯塔星期一重新点亮。<br /><br />\
    管理员说，修缮用了两年。</p><p>游客可以登上塔顶。</p>
    """

  static let seed = """
    <!--1740989999000-->
    [湖畔灯塔重新点亮](https://www.example.com/a/lighthouse/1.html)
    ------

    \(page)
    """

  @Test func readsTheSeedLayout() throws {
    #expect(
      try parse(Self.seed)
        == Article(
          url: "https://www.example.com/a/lighthouse/1.html", title: "湖畔灯塔重新点亮",
          body: "灯塔星期一重新点亮。\n管理员说，修缮用了两年。\n游客可以登上塔顶。",
          caption: "湖畔的灯塔。（资料照）", imageURL: "https://img.example.com/a.jpg",
          publishedAt: Timestamp(parsing: "2025-03-03T08:15:30Z"),
          capturedAt: Timestamp(parsing: "2025-03-03T08:19:59Z"), source: "example.com", language: "zh-Hans"))
  }

  @Test func readsFrontMatterBeforeTheSeedLayout() throws {
    let text = """
      ---
      layout: post
      title: "湖畔灯塔重新点亮"
      date: 2025-03-03T08:19:59.000Z
      author: 湖畔日报
      from: https://www.example.com/a/lighthouse/1.html
      tags: [ 湖畔日报 ]
      ---
      <!--1740989999000-->
      [湖畔灯塔重新点亮](https://www.example.com/a/lighthouse/1.html)
      ------

      <div>
      \(Self.page)
      </div>
      """
    #expect(try parse(text) == parse(Self.seed))
  }

  @Test func readsFrontMatterBeforePlainHTML() throws {
    let article = try parse(
      """
      ---
      title: '灯塔 ''重新'' 点亮'
      date: 2025-03-03T16:19:59+08:00
      author: 湖畔日报
      ---

      <article><h1>灯塔 '重新' 点亮</h1><p>
        灯塔
        <span>星期一</span>重新点亮。</p></article>
      """)
    #expect(article.title == "灯塔 '重新' 点亮")
    #expect(article.url == nil)
    #expect(article.source == "湖畔日报")
    #expect(article.body == "灯塔星期一重新点亮。")
    #expect(article.publishedAt?.iso8601 == "2025-03-03T08:19:59Z")
    #expect(article.capturedAt == article.publishedAt)
  }

  @Test(
    arguments: [
      "\u{FEFF}" + seed, "\n\n  \n" + seed,
      seed.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n"),
      seed.replacing("------\n", with: ""), seed.replacing("\n------\n\n", with: ""),
    ])
  func toleratesSlips(text: String) throws {
    #expect(try parse(text) == parse(Self.seed))
  }

  @Test func readsAnArticleWithoutEpoch() throws {
    let article = try parse(Self.seed.replacing("<!--1740989999000-->\n", with: ""))
    #expect(article.capturedAt == nil)
    #expect(article.publishedAt?.iso8601 == "2025-03-03T08:15:30Z")
  }

  @Test func keepsPagesWithoutText() throws {
    let article = try parse(
      "<!--1740989999000-->\n[片名](https://v.example.com/1)\n------\n<video src=a></video>")
    #expect(article.body.isEmpty)
    #expect(article.language == nil)
  }

  @Test(
    arguments: [
      ("", "empty-file", nil), (" \n\t\r\n", "empty-file", nil), ("\u{FEFF}", "empty-file", nil),
      ("今天天气很好。", "not-an-article", 1), ("\n\n<html><p>页面</p></html>", "not-an-article", 3),
      ("---\na rule\n---\ntext", "not-an-article", 1), ("---\ntitle: 题\n", "unclosed-front-matter", 1),
      ("<!--1740989999000-->\n[](https://a.example/)\n------\n<p>文</p>", "no-title", 2),
      ("---\ntitle: \"\"\nfrom: https://a.example/\n---\n<p>文</p>", "no-title", 1),
      (
        "[题](https://a.example/)\n------\n" + String(repeating: "<div>", count: 100_000), "too-deeply-nested",
        3
      ),
    ] as [(String, String, Int?)])
  func says(text: String, reason: String, line: Int?) {
    let error = #expect(throws: ArticleParsingError.self) { try parse(text) }
    #expect(error?.reason == reason)
    #expect(error?.line == line)
    #expect(error?.description.first?.isLowercase == true)
  }

  @Test func refusesLargeFiles() {
    let bytes = [UInt8](repeating: 0x61, count: ArticleParser.maximumFileSize + 1)
    #expect(throws: ArticleParsingError.tooLarge(size: bytes.count)) { try parser.parse(bytes) }
  }

  @Test func readsAHugeFile() throws {
    var text = Array("[题](https://a.example/)\n------\n<p data-x='".utf8)
    text += [UInt8](repeating: 0x78, count: 12_000_000) + Array("'>".utf8)
    text += [UInt8](repeating: 0x79, count: 12_000_000) + Array("</p>\0<p>终</p>".utf8)
    let article = try parser.parse(text)
    #expect(article.body.utf8.count == 12_000_004)
    #expect(article.body.hasSuffix("\n终"))
  }

  @Test func readsFromManyThreads() async throws {
    let expected = try parse(Self.seed)
    try await withThrowingTaskGroup(of: Article.self) { group in
      for _ in 0..<64 { group.addTask { try ArticleParser().parse(Array(Self.seed.utf8)) } }
      for try await article in group { #expect(article == expected) }
    }
  }

  @Test func keysByURLElseByHash() throws {
    var article = try parse(Self.seed)
    let hash = ContentHash(hex: String(repeating: "0a", count: 32))
    #expect(article.key(contentHash: hash) == "https://www.example.com/a/lighthouse/1.html")
    article.url = nil
    #expect(article.key(contentHash: hash) == "sha256:" + hash.hex)
    article.url = " "
    #expect(article.key(contentHash: hash) == "sha256:" + hash.hex)
  }
}
