import ArgumentParser
import Articles
import Entities
import Foundation
import Identity

extension DossierTraining {
  /// `DossierTraining namesakes`: how well people of one name are told apart.
  struct Namesakes: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Measure how well people of one name are told apart, without annotation.",
      discussion: """
        Takes Chinese names with 5 to 25 articles, renames 200 pairs of people so that both bear one name and 200 \
        people so that each bears one, clusters the mentions of each name and compares. Names from which the \
        weights were learned are not among them. Prints, per threshold, B-cubed precision, recall and F1 of the \
        pairs, and the share of mentions that single people lose.
        """)

    @Option(help: "A folder with articles; may be given several times.", completion: .directory)
    var corpus: [String]

    @Option(help: "A seed; may be given several times.")
    var seed: [UInt64] = [1, 2, 3]

    func run() throws {
      let articles = NewsArticles.read(corpus.map { URL(filePath: $0, directoryHint: .isDirectory) })
      let index = Self.index(of: articles)
      print("seed  threshold  precision  recall      F1  lost by single people")
      for seed in seed {
        var names = NamesakeBlocks(index, .test, seed: seed)
        let pairs = names.blocks(200, of: 2)
        let singles = names.blocks(200, of: 1)
        for threshold in stride(from: -3, through: 0, by: 0.25) {
          let score = Self.score(pairs, threshold)
          let lost = Self.lost(singles, threshold)
          let f1 = 2 * score.precision * score.recall / (score.precision + score.recall)
          let columns = [score.precision, score.recall, f1, lost].map { String(format: "%.4f", $0) }
          let mark =
            threshold == ContextClusters.commonThreshold
            ? "  <- in use where all names are equally common" : ""
          print(
            "\(String(format: "%4d", seed))  \(String(format: "%9.2f", threshold))  \(columns.joined(separator: "     "))\(mark)"
          )
        }
        print("      \(pairs.count) pairs and \(singles.count) single people of \(names.count) names")
      }
    }

    static func index(of articles: [ExtractedArticle]) -> DocumentIndex {
      let index = DocumentIndex()
      for (number, extracted) in articles.enumerated() {
        index.add(
          extracted, article: Int64(number), address: extracted.article.url ?? "",
          judgements: PersonJudgements())
      }
      return index
    }

    /// B-cubed over the mentions of all pairs, each name scored within itself.
    private static func score(
      _ blocks: [[[NamedPerson]]], _ threshold: Double
    ) -> (precision: Double, recall: Double) {
      var (precision, recall, count) = (0.0, 0.0, 0.0)
      for block in blocks {
        var person: [Int64: Int] = [:]
        for (number, mentions) in block.enumerated() {
          for mention in mentions { person[mention.article] = number }
        }
        for cluster in ContextClusters.clusters(of: block.flatMap(\.self), threshold: threshold) {
          let sizes = block.indices.map { number in Double(cluster.count { person[$0.article] == number }) }
          for (number, size) in sizes.enumerated() {
            precision += size * size / Double(cluster.count)
            recall += size * size / Double(block[number].count)
          }
        }
        count += Double(block.reduce(0) { $0 + $1.count })
      }
      return (precision / count, recall / count)
    }

    /// The share of mentions outside the largest cluster of their person.
    private static func lost(_ blocks: [[[NamedPerson]]], _ threshold: Double) -> Double {
      var (lost, count) = (0, 0)
      for block in blocks {
        let clusters = ContextClusters.clusters(of: block[0], threshold: threshold)
        lost += block[0].count - (clusters.map(\.count).max() ?? 0)
        count += block[0].count
      }
      return Double(lost) / Double(count)
    }
  }
}
