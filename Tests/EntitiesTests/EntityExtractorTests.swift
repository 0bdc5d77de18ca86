import Articles
import Foundation
import TestSupport
import Testing

@testable import Entities

@Suite struct EntityExtractorTests {
  /// Pieces that stress the rules when put together in any order.
  private static let pieces = [
    "总统", "拜登", "·", "（", "）", "Georgy Zinoviev", "季诺维也夫", "，", "。", "\n", "说", "美中", "俄外长", "以", "日",
    "10", "韓國", "王女士", "、", "李强", "和", "-", "W", ".", " ", "𠮷", "e\u{301}", "法新社", "责编：", "霍普金斯大学", "的",
    "茂木敏充", "港澳", "は", "🙂", "(", ")", "‧", "约翰",
  ]

  private static func text(seed: UInt64) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var text = ""
    for _ in 0..<(seed % 40) {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      text += pieces[Int(state % UInt64(pieces.count))]
    }
    return text
  }

  /// Every mention is exactly the text at its offsets, and every entry holds its own name and forms.
  private static func check(_ extracted: ExtractedArticle) {
    let article = extracted.article
    for mention in extracted.people.flatMap(\.mentions) + extracted.countries.flatMap(\.mentions) {
      let scalars = Array(article[mention.field].unicodeScalars)
      #expect(mention.start >= 0 && mention.start < mention.end && mention.end <= scalars.count)
      guard mention.start < mention.end, mention.end <= scalars.count else { continue }
      let text = String(String.UnicodeScalarView(scalars[mention.start..<mention.end]))
      #expect(text.unicodeScalars.elementsEqual(mention.text.unicodeScalars))
      #expect((0...1).contains(mention.confidence))
      #expect(!mention.rule.isEmpty)
    }
    for person in extracted.people {
      #expect(person.forms.contains(person.name))
      #expect(Set(person.forms).count == person.forms.count)
      #expect(!person.mentions.isEmpty)
    }
    for country in extracted.countries {
      #expect(CountryGazetteer.country(code: country.code) != nil)
      #expect(
        country.forms
          == country.mentions.map(\.text).reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    }
  }

  @Test(arguments: UInt64(0)..<400)
  func offsetsGiveTheTextAndResultsRepeat(seed: UInt64) {
    let article = Article.of(
      title: Self.text(seed: seed), body: Self.text(seed: seed + 1000), caption: Self.text(seed: seed + 2000))
    let extracted = EntityExtractor().extract(article)
    Self.check(extracted)
    #expect(EntityExtractor().extract(article) == extracted)
    #expect(extracted.article == article)
  }

  @Test func emptyArticleHasNobody() {
    let extracted = EntityExtractor().extract(.of())
    #expect(extracted.people.isEmpty && extracted.countries.isEmpty)
  }

  @Test func extractorsInSeveralTasksAgree() async {
    let article = Article.of(title: "韩国总统访华", body: "韩国总统金世渊说，韩中关系重要。")
    let results = await withTaskGroup(of: ExtractedArticle.self) { group in
      for _ in 0..<8 { group.addTask { EntityExtractor().extract(article) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.allSatisfy { $0 == results.first })
    #expect(results.first?.countries.map(\.code) == ["KR", "CN"])
  }

  @Test(
    .enabled(if: Corpus.item("seeds") != nil, "the real articles lie beside the checkout"))
  func realArticlesKeepTheInvariants() throws {
    let folder = try #require(Corpus.item("seeds"))
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      let article = try ArticleParser().parse([UInt8](Data(contentsOf: file)))
      let extracted = EntityExtractor().extract(article)
      Self.check(extracted)
      #expect(!extracted.people.isEmpty && !extracted.countries.isEmpty)
    }
  }
}
