import Entities

/// The annotated articles in folds, each with a tagger that has seen nothing of it.
struct CrossValidation {
  /// What of the silver text the taggers learn from.
  enum Silver: String, CaseIterable {
    /// All of it. The teacher whose labels it holds had seen the annotated articles.
    case all
    /// The sentences whose labels a teacher gives too that has not seen the fold's articles.
    case agreeing
    /// Nothing.
    case none
  }

  private let data: TrainingData
  private let taggers: [PersonTagger]
  /// What the vote learns from each fold.
  private let votes: [[VoteTrainer.Sample]]

  /// Trains a tagger for each fold; `report` is told how far it is.
  init(_ data: TrainingData, _ trainer: TaggerTrainer, silver: Silver, report: (String) -> Void) throws {
    self.data = data
    taggers = try (0..<TrainingData.folds).map { fold in
      func tagger(_ silver: [LabelledText]) throws -> PersonTagger {
        try PersonTagger.trained(trainer, data.samples(without: fold, silver: silver))
      }
      let tagger =
        switch silver {
        case .all: try tagger(data.silver)
        case .none: try tagger([])
        case .agreeing: try tagger(data.silver(agreeingWith: tagger([])))
        }
      report("trained without fold \(fold + 1) of \(TrainingData.folds)")
      return tagger
    }
    votes = taggers.enumerated().map { data.voteSamples(of: $0.offset, $0.element) }
  }

  /// The vote that learns from all folds but one; from all when there is none to leave out.
  func vote(without fold: Int? = nil) -> PersonVote {
    let samples = votes.enumerated().filter { $0.offset != fold }.flatMap(\.element)
    let weights = VoteTrainer().fit(samples, signs: VoteFeature.allCases.map(\.sign))
    return PersonVote(Dictionary(uniqueKeysWithValues: zip(VoteFeature.allCases, weights)))
  }

  /// The score of each annotated article, read by an extractor that has seen nothing of its fold.
  func scores() -> [EntityScore] {
    (0..<TrainingData.folds).flatMap { fold in
      let extractor = EntityExtractor(tagger: taggers[fold], vote: vote(without: fold))
      return data.articles(of: fold).map { EntityScore($0, extractor.extract($0.article)) }
    }
  }
}

extension PersonTagger {
  /// The tagger of freshly trained weights.
  static func trained(_ trainer: TaggerTrainer, _ samples: [TaggerTrainer.Sample]) throws -> PersonTagger {
    guard let model = TaggerModel(trainer.train(samples)) else {
      throw TrainingError.malformed(path: "the weights", detail: "they cannot be read back")
    }
    return PersonTagger(model)
  }
}
