import ArgumentParser
import ArticleSearch
import ArticleStore
import Articles
import BenchmarkSupport
import Entities
import Foundation
import GRDB

/// Measures search against FTS5's built-in trigram tokenizer and a LIKE scan, all in one run on one database.
@main
struct SearchBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Index size and build time, latency by length of the query, and the ranking of headlines.")

  @Option(help: "Folders of article files.")
  var corpus: [String]

  @Option(help: "How many articles each table is measured with.")
  var size: [Int] = [5000]

  @Option(help: "How many queries of each length.")
  var queries = 100

  @Option(help: "How many headlines the ranking is measured with; 0 leaves it out.")
  var headlines = 1000

  @Option(help: "A folder that keeps the archives from run to run.")
  var archives = ".build/benchmarks"

  @Option(help: "Among how many articles headlines look for their own.")
  var ranked = [5000, 20_000]

  @Flag(help: "Measure the latencies of han only: no index is built, nothing else is searched.")
  var hanOnly = false

  func run() async throws {
    let corpus = try BenchmarkCorpus(folders: corpus.map { URL(filePath: $0) })
    let folder = URL(filePath: archives)
    print("\(corpus.articles.count) articles read")
    for size in size {
      let archive = try BenchmarkArchive(corpus, size: size, in: folder)
      if !hanOnly { try measureIndex(archive) }
      try measureLatency(archive, corpus)
    }
    if headlines > 0 {
      for size in ranked { try measureRanking(corpus, size: min(size, corpus.articles.count), in: folder) }
    }
  }

  private func measureIndex(_ archive: BenchmarkArchive) throws {
    print("\n\(archive.size) articles, \(archive.textBytes / 1_000_000) MB of text")
    let han = try archive.rebuild("articles_fts")
    print(
      "han      build \(seconds(han.milliseconds)) s, index/text \(ratio(Double(han.bytes), Double(archive.textBytes)))"
    )
    try archive.makeTrigramTable()
    let trigram = try archive.rebuild("trigram_fts")
    print(
      "trigram  build \(seconds(trigram.milliseconds)) s, index/text "
        + ratio(Double(trigram.bytes), Double(archive.textBytes)))
    print("build han/trigram \(ratio(han.milliseconds, trigram.milliseconds))")
  }

  private func measureLatency(_ archive: BenchmarkArchive, _ corpus: BenchmarkCorpus) throws {
    print("| query | han p50 ms | p95 | trigram p50 | p95 | LIKE p50 | p95 |")
    print("|---|---|---|---|---|---|---|")
    for length in [1, 2, 3, 4, 6] {
      let words = corpus.words(length: length, count: queries, seed: UInt64(length))
      try measure("\(length) Han", words, archive)
    }
    try measure("100 most frequent pairs", corpus.frequentPairs(100), archive)
  }

  private func measure(_ label: String, _ words: [String], _ archive: BenchmarkArchive) throws {
    let searcher = ArticleSearcher(store: archive.store)
    let han = try times(words) { word in
      var request = SearchRequest(query: word)
      request.exactOnly = true
      _ = try searcher.search(request)
    }
    var cells = [label, milliseconds(han.percentile(0.5)), milliseconds(han.percentile(0.95))]
    if !hanOnly {
      let length = words[0].unicodeScalars.count
      let trigram = length < 3 ? nil : try times(words) { try archive.searchTrigram($0) }
      let like = try times(Array(words.prefix(30))) { try archive.searchLike($0) }
      cells += [trigram, like].flatMap { statistics in
        [0.5, 0.95].map { share in statistics.map { milliseconds($0.percentile(share)) } ?? "none" }
      }
    }
    print("| " + cells.joined(separator: " | ") + " |")
  }

  /// Each word once to warm up, then once measured.
  private func times(_ words: [String], _ work: (String) throws -> Void) rethrows -> Statistics {
    for word in words { try work(word) }
    return Statistics(milliseconds: try words.map { word in try Statistics.milliseconds { try work(word) } })
  }

  /// Headline → its own article, among a random part of the corpus with nothing but bodies indexed; beside it the
  /// plain order, bm25 over any pair of the headline (`han_any`). What some sites put after their headlines (" –
  /// 法国国际广播电台 - RFI") is left out, as in a headline that somebody types.
  private func measureRanking(_ corpus: BenchmarkCorpus, size: Int, in folder: URL) throws {
    let corpus = corpus.sample(size)
    let archive = try BenchmarkArchive(corpus, size: size, in: folder, bodiesOnly: true)
    let searcher = ArticleSearcher(store: archive.store)
    var ours = HeadlineRanks()
    var plain = HeadlineRanks()
    let step = max(1, size / headlines)
    var elapsed: [Double] = []
    for index in stride(from: 0, to: size, by: step) where !corpus.articles[index].body.isEmpty {
      let title = corpus.articles[index].title
      var request = SearchRequest(query: title.split(separator: " – ").first.map(String.init) ?? title)
      request.limit = 10
      var hits: [SearchHit] = []
      elapsed.append(try Statistics.milliseconds { hits = try searcher.search(request).hits })
      ours.add(hits.firstIndex { $0.id == Int64(index + 1) })
      plain.add(try archive.searchAnyPair(request.query).firstIndex(of: Int64(index + 1)))
    }
    let time = Statistics(milliseconds: elapsed)
    print(
      "\nheadline → article, \(elapsed.count) of \(size): MRR@10 \(ours.reciprocal), R@10 \(ours.recall), "
        + "p50 \(milliseconds(time.percentile(0.5))) ms, p95 \(milliseconds(time.percentile(0.95))) ms; "
        + "plain bm25: MRR@10 \(plain.reciprocal), R@10 \(plain.recall)")
  }

  private func seconds(_ milliseconds: Double) -> String { String(format: "%.1f", milliseconds / 1000) }
  private func milliseconds(_ value: Double) -> String { String(format: "%.2f", value) }
  private func ratio(_ a: Double, _ b: Double) -> String { String(format: "%.3f", a / b) }
}

/// At which places of the first ten the right articles were.
private struct HeadlineRanks {
  private var sum = 0.0
  private var found = 0
  private var count = 0

  /// - Parameter rank: from 0; `nil` where the article was not among the ten.
  mutating func add(_ rank: Int?) {
    count += 1
    guard let rank else { return }
    found += 1
    sum += 1 / Double(rank + 1)
  }

  /// The mean reciprocal rank.
  var reciprocal: String { String(format: "%.3f", sum / Double(max(1, count))) }
  /// The share that was found.
  var recall: String { String(format: "%.3f", Double(found) / Double(max(1, count))) }
}
