import Articles
import Entities
import TestSupport
import Testing

@testable import ArticleStore
@testable import Commands

/// One article as `dossier show` writes it.
@Suite struct ArticlePageTests {
  private func article() throws -> StoredArticle {
    let archive = try TemporaryArchive()
    var extracted = Samples.extracted(
      title: "李明访问", body: "😀李明到韩国。\n他说𠮷。", caption: "图", people: [("李明", ["李明"], ["Li Ming"])],
      countries: [("KR", "韩国"), ("JP", "日本")])
    extracted.countries[1].kind = .outlet
    extracted.countries[1].focus = false
    try archive.save([extracted])
    return try #require(try archive.store.article(id: 1))
  }

  @Test func plain() throws {
    let lines = ArticlePage(article: try article(), style: Style(isEnabled: false)).lines
    #expect(
      lines == [
        "李明访问", "", "article   1", "published 2024-10-21T13:36:07Z", "captured  2024-10-21T13:39:04Z",
        "source    news.example.com", "address   https://news.example.com/a/1", "", "image 图", "", "😀李明到韩国。",
        "",
        "他说𠮷。", "", "people", "  李明 (Li Ming) ×1", "countries", "  KR 韩国 ×1, focus",
        "  JP 日本 ×0, only by outlet",
      ])
  }

  /// Marks stand exactly around the names, behind characters of any length, and never one in another.
  @Test func marked() throws {
    var article = try article()
    article.mentions.append(StoredMention(field: .body, start: 900, end: 901, entity: .country("KR")))
    article.mentions.append(StoredMention(field: .title, start: 0, end: 2, entity: .country("KR")))
    let lines = ArticlePage(article: article, style: Style(isEnabled: true)).lines
    #expect(lines.contains("😀\u{1B}[1;33m李明\u{1B}[0m到\u{1B}[36m韩国\u{1B}[0m。"))
    #expect(lines.first == "\u{1B}[36m李明\u{1B}[0m\u{1B}[1m访问\u{1B}[0m")
    let plain = ArticlePage(article: article, style: Style(isEnabled: false)).lines.joined(separator: "\n")
    #expect(lines.joined(separator: "\n").replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func json() throws {
    let json = StoredArticleJSON.json(try article()).text
    #expect(json.hasPrefix(#"{"version":1,"id":1,"url":"https://news.example.com/a/1","title":"李明访问","#))
    #expect(
      json.hasSuffix(
        #""people":[{"id":1,"name":"李明","forms":["李明"],"latin":["Li Ming"],"mentions":1,"is_open":false}],"#
          + #""countries":[{"code":"KR","name_zh":"韩国","name_en":"South Korea","kind":"name","focus":true,"mentions":1},"#
          + #"{"code":"JP","name_zh":"日本","name_en":"Japan","kind":"outlet","focus":false,"mentions":0}]}"#))
  }
}
