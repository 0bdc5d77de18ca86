import Foundation
import TestSupport
import Testing

@testable import Articles

/// The real articles beside the checkout.
@Suite struct CorpusTests {
  @Test(
    .enabled(if: Corpus.item("seeds") != nil, "no seeds beside the checkout"),
    arguments: [
      ("000_b8c6e700da29c6f0.txt", "2024-10-21T13:36:07Z", "2024-10-21T13:39:04Z", "2a247969"),
      ("003_5babfa852594e368.txt", "2024-06-21T10:28:10Z", "2024-06-21T10:39:03Z", "698d3939"),
    ])
  func readsTheSeeds(file: String, published: String, captured: String, image: String) throws {
    let folder = try #require(Corpus.item("seeds"))
    let article = try ArticleParser().parse([UInt8](Data(contentsOf: folder.appending(path: file))))
    #expect(article.publishedAt?.iso8601 == published)
    #expect(article.capturedAt?.iso8601 == captured)
    #expect(article.imageURL?.hasPrefix("https://gdb.voanews.com/" + image) == true)
    #expect(article.source == "voachinese.com")
    #expect(article.language == "zh-Hans")
    let caption = try #require(article.caption)
    #expect(!article.body.contains(caption))
    #expect(!article.body.contains("GMT"))
  }

  @Test(.enabled(if: Corpus.item("gold/cctv") != nil, "no articles beside the checkout"))
  func readsAllBroadcasts() throws {
    let folder = try #require(Corpus.item("gold/cctv"))
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "txt" {
      let article = try ArticleParser().parse([UInt8](Data(contentsOf: file)))
      #expect(article.source == "tv.cctv.com")
      #expect(!article.body.isEmpty)
    }
  }
}
