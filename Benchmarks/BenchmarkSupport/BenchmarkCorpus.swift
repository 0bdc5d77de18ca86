package import Articles
package import Foundation
import TestSupport

/// The articles a benchmark works on: real ones from files, and more of them made by shuffling paragraphs.
package struct BenchmarkCorpus {
  /// The articles as parsed.
  package let articles: [Article]
  /// Their files, in the same order.
  private let files: [URL]

  /// Reads every article below some folders; files that are no articles are left out.
  package init(folders: [URL]) throws {
    let parser = ArticleParser()
    var articles: [Article] = []
    var files: [URL] = []
    for folder in folders {
      let paths = (FileManager.default.subpaths(atPath: folder.path) ?? []).sorted()
      for path in paths where path.hasSuffix(".txt") || path.hasSuffix(".md") {
        let file = folder.appending(path: path)
        guard let article = try? parser.parse(Array(try Data(contentsOf: file))) else { continue }
        articles.append(article)
        files.append(file)
      }
    }
    self.articles = articles
    self.files = files
  }

  private init(articles: [Article], files: [URL]) {
    self.articles = articles
    self.files = files
  }

  /// So many of the articles, chosen at random; always the same ones. The first ones would be of the same weeks, and
  /// so about the same events.
  package func sample(_ count: Int) -> BenchmarkCorpus {
    var generator = SeededGenerator(seed: UInt64(count))
    let picked = articles.indices.shuffled(using: &generator).prefix(count)
    return BenchmarkCorpus(articles: picked.map { articles[$0] }, files: picked.map { files[$0] })
  }

  /// The article at an index: beyond the real ones, one of them with its paragraphs mixed with those of others,
  /// under an address of its own. The same index always gives the same article.
  package func article(at index: Int) -> Article {
    var article = articles[index % articles.count]
    guard index >= articles.count else { return article }
    var generator = SeededGenerator(seed: UInt64(index))
    let others = (0..<2).map { _ in articles[Int.random(in: 0..<articles.count, using: &generator)] }
    var paragraphs = ([article] + others).flatMap { $0.body.split(separator: "\n") }
    paragraphs.shuffle(using: &generator)
    let wanted = article.body.utf8.count
    var size = 0
    article.body = paragraphs.prefix { paragraph in
      defer { size += paragraph.utf8.count }
      return size < wanted
    }.joined(separator: "\n")
    article.url = (article.url ?? "https://example.com/") + "?copy=\(index)"
    return article
  }

  /// The bytes of the file that holds the article at an index: the real one, or one written for it.
  package func file(at index: Int) throws -> Data {
    if index < files.count { return try Data(contentsOf: files[index]) }
    let article = article(at: index)
    return Data(
      ArticleFile.seedLayout(
        title: article.title, url: article.url ?? "", epoch: Int(article.capturedAt?.secondsSince1970 ?? 0),
        paragraphs: article.body.split(separator: "\n").map(String.init)
      ).utf8)
  }

  /// Random stretches of Han text of a length, as a user might search for.
  package func words(length: Int, count: Int, seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    var words: [String] = []
    while words.count < count {
      let body = Array(articles[Int.random(in: 0..<articles.count, using: &generator)].body.unicodeScalars)
      guard body.count > length + 1 else { continue }
      let start = Int.random(in: 0..<(body.count - length), using: &generator)
      let stretch = body[start..<(start + length)]
      guard stretch.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }) else { continue }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: stretch)
      words.append(String(view))
    }
    return words
  }

  /// The most frequent pairs of Han characters, the most frequent first.
  package func frequentPairs(_ count: Int) -> [String] {
    var counts: [UInt64: Int] = [:]
    for article in articles.prefix(5000) {
      var previous: UInt32 = 0
      for scalar in article.body.unicodeScalars {
        let value = (0x4E00...0x9FFF).contains(scalar.value) ? scalar.value : 0
        if previous != 0, value != 0 { counts[UInt64(previous) << 32 | UInt64(value), default: 0] += 1 }
        previous = value
      }
    }
    return counts.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(count).map { pair, _ in
      [UInt32(pair >> 32), UInt32(truncatingIfNeeded: pair)].compactMap(Unicode.Scalar.init)
        .reduce(into: "") { $0.unicodeScalars.append($1) }
    }
  }
}
