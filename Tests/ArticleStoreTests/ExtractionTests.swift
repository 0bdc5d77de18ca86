import Articles
import Entities
import Identity
import TestSupport
import Testing

@testable import ArticleStore

/// Finding people and countries anew in stored articles.
@Suite struct ExtractionTests {
  private func found(_ stored: ArticleToExtract, _ name: String) -> ReextractedArticle {
    let mention = Mention(field: .body, start: 0, end: 2, text: name, rule: "sample", confidence: 1)
    return ReextractedArticle(
      stored,
      ExtractedArticle(
        article: stored.article,
        people: [DocumentPerson(name: name, forms: [name], latin: [], mentions: [mention])], countries: []))
  }

  @Test func replacesWhatAnotherVersionFound() throws {
    let archive = try TemporaryArchive()
    try archive.save(
      (1...3).map { number in
        Samples.extracted(
          url: "https://e.example/\(number)", title: "稿\(number)", body: "李明", people: [("李明", ["李明"], [])])
      })
    let verdict = ArticleStore.Verdict(PersonJudgement(name: "李刚", ruling: .merge(other: "李明")), name: "李刚")
    _ = try archive.store.judge([verdict], at: .init(secondsSince1970: 0))
    #expect(try archive.store.articlesToExtract(unless: 1, after: 0, limit: 10).isEmpty)
    let articles = try archive.store.articlesToExtract(unless: 2, after: 1, limit: 10)
    #expect(articles.map(\.id) == [2, 3])
    #expect(articles.first?.article.body == "李明")
    #expect(try archive.store.articlesToExtract(unless: nil, after: 0, limit: 2).map(\.id) == [1, 2])
    #expect(try archive.store.saveExtraction(articles.map { found($0, "李刚") }, version: 2) == 2)
    try archive.store.settle()
    #expect(
      try archive.query("SELECT id, extractor_version, revision FROM articles") == [
        "1|1|1", "2|2|1", "3|2|1",
      ])
    // The judgement, made before, holds for what is found now.
    #expect(
      try archive.store.people(matching: nil, limit: nil).map { "\($0.name) \($0.articles)" } == ["李刚 3"])
    #expect(try archive.store.identityProblems() == [])
    #expect(try archive.store.integrityProblems() == [])
  }

  /// An article that changed since it was read keeps what belongs to its new text.
  @Test func anArticleThatChangedMeanwhileIsLeftAlone() throws {
    let archive = try TemporaryArchive()
    try archive.save([Samples.extracted(body: "李明", captured: 1, people: [("李明", ["李明"], [])])])
    let read = try archive.store.articlesToExtract(unless: nil, after: 0, limit: 10)
    try archive.save([Samples.extracted(body: "孙二", captured: 2, people: [("孙二", ["孙二"], [])])])
    #expect(try archive.store.saveExtraction(read.map { found($0, "李刚") }, version: 2) == 0)
    #expect(try archive.store.people(matching: nil, limit: nil).map(\.name) == ["孙二"])
  }
}
