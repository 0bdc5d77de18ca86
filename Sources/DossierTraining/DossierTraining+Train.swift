import ArgumentParser
import Entities
import Foundation

extension DossierTraining {
  /// `DossierTraining train`: writes the weights of the tagger and of the vote.
  struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Train the person tagger and the vote; write tagger.bin and vote.tsv.",
      discussion: """
        The tagger learns from the articles of gold/train.jsonl, Universal NER and the silver text; the vote from what
        five taggers say about articles that they have not seen, those of gold/train-topics.jsonl included. The same data
        give the same bytes.
        """)

    @OptionGroup var source: Source
    @Option(help: "The folder to write to.", completion: .directory)
    var output = "Sources/CEntityTables"

    func run() throws {
      let data = try TrainingData(shared: source.url)
      let trainer = TaggerTrainer()
      let folds = try CrossValidation(data, trainer, silver: .all, report: report)
      let tagger = trainer.train(data.samples(without: nil, silver: data.silver), report: report)
      let folder = URL(filePath: output, directoryHint: .isDirectory)
      try Data(tagger).write(to: folder.appending(path: "tagger.bin"))
      try Data(folds.vote().text.utf8).write(to: folder.appending(path: "vote.tsv"))
    }
  }
}
