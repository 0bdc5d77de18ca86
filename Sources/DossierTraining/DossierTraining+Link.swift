import ArgumentParser
import Articles
import Entities
import Foundation
import Identity

extension DossierTraining {
  /// `DossierTraining link`: writes the tables by which mentions are linked to persons.
  struct Link: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Learn how bare names are linked to persons; write the tables of CIdentityTables.",
      discussion: """
        Counts words and names in the articles, then hides the Latin spelling of articles that have one and learns \
        which person they mean. The same articles give the same bytes. Run it twice when the word weights change: \
        the program reads those that it was built with.
        """)

    @Option(help: "A folder with articles; may be given several times.", completion: .directory)
    var corpus: [String]

    @Option(help: "The folder to write to.", completion: .directory)
    var output = "Sources/CIdentityTables"

    @Option(help: "A file of labelled mentions to measure the result by.", completion: .file())
    var gold: String?

    @Flag(help: "Write the counts of words and names only.")
    var countsOnly = false

    func run() throws {
      let articles = NewsArticles.read(corpus.map { URL(filePath: $0, directoryHint: .isDirectory) })
      DossierTraining.report("\(articles.count) articles")
      let folder = URL(filePath: output, directoryHint: .isDirectory)
      if countsOnly {
        let counts = NameAndWordCounts(articles)
        try Data(counts.wordWeights).write(to: folder.appending(path: "word-weights.bin"))
        try Data(counts.namesText.utf8).write(to: folder.appending(path: "names.tsv"))
        return
      }
      let index = Namesakes.index(of: articles)
      let clusters = ClusterTrainer(index).train(report: DossierTraining.report)
      try Data(clusters.text.utf8).write(to: folder.appending(path: "clusters.tsv"))
      let trainer = try LinkTrainer(index)
      let model = trainer.train(report: DossierTraining.report)
      try Data(model.text.utf8).write(to: folder.appending(path: "link.tsv"))
      if let gold { try IdentityGold.report(URL(filePath: gold), articles, index, model) }
    }
  }
}

/// Articles of folders with their entities.
enum NewsArticles {
  /// All articles below the folders, one per address, in the order of their paths.
  static func read(_ folders: [URL]) -> [ExtractedArticle] {
    let files = folders.flatMap { folder in
      (FileManager.default.subpaths(atPath: folder.path) ?? []).sorted()
        .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.map { folder.appending(path: $0) }
    }
    let extractor = EntityExtractor()
    let results = UnsafeMutableBufferPointer<ExtractedArticle?>.allocate(capacity: files.count)
    results.initialize(repeating: nil)
    nonisolated(unsafe) let shared = results
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      guard let data = FileManager.default.contents(atPath: files[index].path),
        let article = try? ArticleParser().parse([UInt8](data))
      else { return }
      shared[index] = extractor.extract(article)
    }
    defer { results.deallocate() }
    var seen: Set<String> = []
    return results.compactMap { extracted in
      guard let extracted, let url = extracted.article.url, seen.insert(url).inserted else { return nil }
      return extracted
    }
  }
}
