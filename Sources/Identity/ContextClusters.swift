import Entities
import Glibc

/// Brings mentions of one name together whose contexts say that they are one person's (``ClusterModel``).
package enum ContextClusters {
  /// Where the mentions of a name fall apart: groups are brought together while their score is not below it. `nil` for
  /// a name that is one person's: a family name and a given name that few family names go with (习近平).
  package static func threshold(forName name: String) -> Double? {
    guard ChineseName.isLikely(name) else { return nil }
    let given = String(name.unicodeScalars.dropFirst())
    let families = WordWeights.shared.familyNames(withGiven: given)
    return families <= 3 ? nil : log(Double(families) / 12)
  }

  /// Where the mentions of a family name fall apart.
  static let familyNameThreshold = 1.0

  /// The threshold of the measurement in which all names are equally common.
  package static let commonThreshold = -2.0

  /// The number of mentions that are compared with each other; further ones join the group they resemble most.
  private static let compared = 256

  /// The groups of mentions, each in the order of the mentions' samples.
  package static func clusters(
    of people: [NamedPerson], threshold: Double, model: ClusterModel = .shared
  ) -> [[NamedPerson]] {
    let people = people.sorted { ($0.sample, $0.article, $0.ordinal) < ($1.sample, $1.article, $1.ordinal) }
    let sample = Array(people.prefix(compared))
    var agglomeration = Agglomeration(sample.map(\.context), model)
    var clusters = agglomeration.groups(threshold: threshold).map { group in group.map { sample[$0] } }
    // Compared with the same mentions each, so that the cost grows with their number only.
    let groups = clusters
    for person in people.dropFirst(compared) {
      let scores = groups.map { cluster in
        cluster.reduce(0) {
          $0 + model.logOdds(PairComparison($1.context, person.context).values)
        } / Double(cluster.count)
      }
      guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { continue }
      clusters[best].append(person)
    }
    return clusters
  }
}
