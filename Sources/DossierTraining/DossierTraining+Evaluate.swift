import ArgumentParser
import Entities
import Foundation

extension DossierTraining {
  /// `DossierTraining evaluate`: measures the extractor.
  struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Measure the extractor: five-fold cross-validation, and the articles kept for measuring.",
      discussion: """
        Cross-validation trains tagger and vote anew for each fold of gold/train.jsonl, without its articles.
        gold/dev.jsonl and gold/dev-topics.jsonl are read with the weights in the program. Scores are strict: a second entry for one person
        is an error. In brackets stand 95 % intervals of a thousand draws of articles.
        """)

    @OptionGroup var source: Source
    @Option(
      help: """
        What of the silver text the folds' taggers learn from: agreeing (sentences whose labels are confirmed by \
        a teacher that has not seen the fold), all, or none.
        """)
    var silver: CrossValidation.Silver = .agreeing
    @Option(help: "A file to write the errors to, one a line.", completion: .file())
    var errors: String?

    func run() throws {
      let data = try TrainingData(shared: source.url)
      let folds = try CrossValidation(data, TaggerTrainer(), silver: silver, report: report)
      let scores = folds.scores()
      print("gold/train, \(scores.count) articles, \(TrainingData.folds) folds, silver: \(silver.rawValue)")
      print(scores)
      let extractor = EntityExtractor()
      for set in ["dev", "dev-topics"] {
        let kept = try GoldArticle.read(set, shared: source.url)
        print("gold/\(set), \(kept.count) articles, the weights in the program")
        print(kept.map { EntityScore($0, extractor.extract($0.article)) })
      }
      if let errors {
        let lines = scores.flatMap(\.errors).map { $0 + "\n" }.joined()
        try Data(lines.utf8).write(to: URL(filePath: errors))
      }
    }

    private func print(_ scores: [EntityScore]) {
      for (name, kind) in [("people", \EntityScore.people), ("countries", \EntityScore.countries)] {
        let tally = scores.total(kind)
        let interval = scores.interval(kind)
        let figures = [tally.precision, tally.recall, tally.f1, interval.low, interval.high].map {
          String(format: "%.4f", $0)
        }
        Swift.print(
          "  \(name): precision \(figures[0])  recall \(figures[1])  F1 \(figures[2]) [\(figures[3]), \(figures[4])]"
            + "  (right \(tally.right), spurious \(tally.spurious), missed \(tally.missed))")
      }
    }

    private func print(_ line: String) { Swift.print(line) }
  }
}

extension CrossValidation.Silver: ExpressibleByArgument {}
