import CIdentityTables
import Glibc

/// What the linking of a bare name to a person looks at.
package enum LinkFeature: String, CaseIterable, Sendable {
  /// The logarithm of the share of the name's known articles that are the person's.
  case prior
  /// Cosines between the mention's context and the person's profile.
  case roles, words, topics, people, countries
  /// The share of the person's articles that come from the same source, and within ten days.
  case source, time
  /// One for every candidate: against nobody.
  case somebody
}

/// A conditional logit over the persons whom a bare name may mean, and nobody of them. The weights are learned by
/// hiding Latin spellings (`DossierTraining link`).
package struct LinkModel: Equatable, Sendable {
  /// The weight per feature, in the order of ``LinkFeature``.
  package var weights: [Double]

  /// The weights in the binary.
  package static let shared: LinkModel = {
    var size = 0
    var weights: [LinkFeature: Double] = [:]
    for columns in WordWeights.rows(identity_link_weights(&size), size) where columns.count == 2 {
      if let feature = LinkFeature(rawValue: columns[0]) { weights[feature] = Double(columns[1]) }
    }
    return LinkModel(weights: LinkFeature.allCases.map { weights[$0] ?? 0 })
  }()

  /// A model with one weight per feature.
  package init(weights: [Double]) { self.weights = weights }

  /// The feature values of one candidate.
  ///
  /// - Parameters:
  ///   - articles: the number of articles in which the name is known to mean the candidate.
  ///   - total: the sum of that over all candidates.
  package static func values(
    _ context: MentionContext, _ profile: ContextProfile, articles: Double, total: Double
  ) -> [Double] {
    [log((articles + 0.5) / (total + 1))] + profile.resemblance(to: context) + [1]
  }

  /// The score of a candidate; that of nobody is 0.
  package func score(_ values: [Double]) -> Double { zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } }

  /// The probability of each candidate; what is left to one is that of nobody.
  package func probabilities(_ candidates: [[Double]]) -> [Double] {
    let scores = candidates.map(score)
    let top = max(0, scores.max() ?? 0)
    let powers = scores.map { exp($0 - top) }
    let sum = powers.reduce(exp(-top), +)
    return powers.map { $0 / sum }
  }
}
