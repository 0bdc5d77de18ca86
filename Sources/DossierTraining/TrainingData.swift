import Entities
import Foundation

/// Everything the extractor learns from.
struct TrainingData {
  /// How many parts cross-validation divides the annotated articles into.
  static let folds = 5
  /// How much a character of each set counts.
  static let universalWeight: Float = 0.5
  static let silverWeight: Float = 0.1

  /// The annotated articles.
  let articles: [GoldArticle]
  /// Annotated articles of other topics, from which only the vote learns.
  let topics: [GoldArticle]
  /// Their texts with labels; `fold` says which part they belong to.
  let annotated: [(text: LabelledText, fold: Int)]
  /// Universal NER, Chinese GSDSimp.
  let universal: [LabelledText]
  /// News on whose labels two taggers agree.
  let silver: [LabelledText]

  init(shared: URL) throws {
    let ner = shared.appending(path: "ner")
    articles = try GoldArticle.read("train", shared: shared)
    topics = try GoldArticle.read("train-topics", shared: shared)
    let count = articles.count
    annotated = try LabelledText.read(ner.appending(path: "annotated.tsv.zst")).map { text in
      let number = text.source.prefix { $0 != " " }.split(separator: "/").last.flatMap { Int($0) }
      guard let number, number < count else {
        throw TrainingError.malformed(
          path: "ner/annotated.tsv.zst", detail: "\(text.source) is no number of an article of gold/train")
      }
      return (text, number % Self.folds)
    }
    universal = try ["train", "dev", "test"].flatMap {
      try LabelledText.read(ner.appending(path: "uner_gsdsimp_\($0).tsv"))
    }
    silver = try LabelledText.read(ner.appending(path: "silver.tsv.zst"))
  }

  /// The annotated articles of a fold.
  func articles(of fold: Int) -> [GoldArticle] {
    articles.indices.filter { $0 % Self.folds == fold }.map { articles[$0] }
  }

  /// The sentences of the silver text whose labels a tagger gives too.
  func silver(agreeingWith tagger: PersonTagger) -> [LabelledText] {
    silver.map { text in
      let found = Set(tagger.spans(in: text.text).filter(\.isBest).map(\.range))
      let labelled = text.names
      return LabelledText(
        source: text.source,
        text: text.text.keeping { sentence in
          let range = sentence.start..<sentence.start + sentence.count
          return found.filter(range.contains) == labelled.filter(range.contains)
        },
        labels: text.labels)
    }
  }

  /// The samples for a tagger that is to see nothing of a fold; of everything when there is none.
  func samples(without fold: Int?, silver: [LabelledText]) -> [TaggerTrainer.Sample] {
    annotated.filter { $0.fold != fold }.map { ($0.text, 1) } + universal.map { ($0, Self.universalWeight) }
      + silver.map { ($0, Self.silverWeight) }
  }

  /// What the vote learns from the articles of a fold: the strings that a tagger proposes which has not seen
  /// them.
  func voteSamples(of fold: Int, _ tagger: PersonTagger) -> [VoteTrainer.Sample] {
    let extractor = EntityExtractor(tagger: tagger, vote: PersonVote([:]))
    let others = topics.indices.filter { $0 % Self.folds == fold }.map { topics[$0] }
    return (articles(of: fold) + others).flatMap { gold in
      let names = gold.people.filter { !$0.isOptional }.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
      let optional = gold.people.filter(\.isOptional).reduce(into: Set<String>()) { $0.formUnion($1.keys) }
      return extractor.voteSamples(gold.article).compactMap { form, values -> VoteTrainer.Sample? in
        let key = NameKey(form).text
        if names.contains(key) { return (values, true) }
        return optional.contains(key) ? nil : (values, false)
      }
    }
  }
}

extension Range<Int> {
  /// Whether another range lies in this one.
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
