import CEntityTables
import Glibc

/// Finds persons' names in running text: a linear-chain conditional random field over characters with the labels
/// O (outside), B (begins a name) and I (goes on with it).
///
/// Lafferty, McCallum, Pereira 2001; decoding after Viterbi, confidence from the marginals of the
/// forward-backward algorithm. `DossierTraining` makes the weights; Documentation/Entities.md is their card.
package struct PersonTagger: Sendable {
  /// A stretch of text that reads like a person's name.
  package struct Span: Equatable, Sendable {
    /// Where it stands, in code points of the text.
    package let range: Range<Int>
    /// The least probability, 0 to 1, of any of its labels, its end included.
    package let score: Double
    /// Whether it is on the best path; if not, it is on the best when names are made likelier.
    package let isBest: Bool
  }

  private let model: TaggerModel

  /// How much names are made likelier on the second path, in nats a character: what it adds are candidates that
  /// the rest of the article may confirm.
  private static let leniency: Float = 2
  /// The least score of a candidate that is not on the best path.
  private static let leastScore = 0.1

  /// The tagger of the weights in the binary.
  package static let shared: PersonTagger? = {
    var size = 0
    guard let start = entity_tagger(&size), let model = TaggerModel(start, count: size) else { return nil }
    return PersonTagger(model)
  }()

  /// A tagger with weights.
  package init(_ model: TaggerModel) { self.model = model }

  /// The spans of a text in its order; those of the best path and others may overlap.
  package func spans(in text: TaggerText) -> [Span] {
    guard let longest = text.sentences.map(\.count).max() else { return [] }
    var result: [Span] = []
    _ = text.withFeatures { features in
      var chain = Chain(model, capacity: longest)
      for sentence in text.sentences {
        chain.read(features, sentence)
        let lenient = chain.bestSpans(leniency: Self.leniency)
        guard !lenient.isEmpty else { continue }
        let best = chain.bestSpans(leniency: 0)
        chain.findMarginals()
        let place = sentence.start
        for span in best {
          result.append(Span(range: span.shifted(place), score: chain.score(span), isBest: true))
        }
        for span in lenient where !best.contains(span) {
          let score = chain.score(span)
          guard score >= Self.leastScore else { continue }
          result.append(Span(range: span.shifted(place), score: score, isBest: false))
        }
      }
    }
    return result.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }
}

extension Range<Int> {
  fileprivate func shifted(_ offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
