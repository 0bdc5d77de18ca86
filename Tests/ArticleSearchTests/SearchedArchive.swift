import ArticleSearch
import Articles
import Entities
import TestSupport

/// An archive filled for a test of searching, whose articles are numbered from 1 in the order given.
struct SearchedArchive {
  let archive: TemporaryArchive
  let searcher: ArticleSearcher

  init(_ articles: [ExtractedArticle]) throws {
    archive = try TemporaryArchive()
    searcher = ArticleSearcher(store: archive.store)
    var numbered = articles
    for index in numbered.indices { numbered[index].article.url = "https://news.example.com/a/\(index + 1)" }
    try archive.save(numbered)
  }

  /// Articles of which only the bodies matter; their titles hold nothing that is searched for.
  init(bodies: [String]) throws {
    try self.init(bodies.map { Samples.extracted(title: "※", body: $0) })
  }

  func search(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws -> SearchResults {
    var request = SearchRequest(query: query)
    change(&request)
    return try searcher.search(request)
  }

  /// Numbers of all articles that match exactly, ascending.
  func exact(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws -> [Int64] {
    try search(query) { request in
      request.exactOnly = true
      request.limit = nil
      change(&request)
    }.hits.map(\.id).sorted()
  }
}
