import CIdentityTables
import Glibc

/// How likely two mentions of one name, or two groups of them, are the same person: two logistic models, the second of
/// which looks at what the first says of all pairs.
///
/// The weights are learned from names that one person bears (`DossierTraining link`): two articles with one such name
/// are about one person, two with different names are not.
package struct ClusterModel: Sendable {
  /// What a pair of mentions is compared by. `cosine` is that of weighted sets, `shared` the weight of what both have,
  /// s / (s + 10); `crossed` that of role words of one that are anywhere in the other.
  package enum PairFeature: String, CaseIterable {
    case bias
    case roleCosine, wordCosine, countryCosine, peopleCosineRoot
    case sharedRoles, sharedRolesRoot, sharedWords, sharedTopics, sharedPeople
    case crossed, crossedRoot, source
  }

  /// What two groups of mentions are compared by; `pooled` is the cosine of the sums of their vectors.
  package enum GroupFeature: String, CaseIterable {
    case bias
    case mean, least
    case logSmall, logLarge, meanLogSmall, meanLogLarge
    case source
    case pooledPeople, pooledPeopleRoot, pooledRolesRoot, pooledWordsRoot, pooledTopicsRoot
  }

  /// The weight per feature of pairs and of groups, in the orders of the features.
  package let pairWeights: [Double]
  package let groupWeights: [Double]

  /// The model in the binary.
  package static let shared: ClusterModel = {
    var size = 0
    var weights: [String: Double] = [:]
    for columns in WordWeights.rows(identity_cluster_weights(&size), size) where columns.count == 3 {
      weights["\(columns[0]) \(columns[1])"] = Double(columns[2])
    }
    return ClusterModel(
      pair: PairFeature.allCases.map { weights["pair \($0.rawValue)"] ?? 0 },
      group: GroupFeature.allCases.map { weights["group \($0.rawValue)"] ?? 0 })
  }()

  /// A model with one weight per feature.
  package init(pair: [Double], group: [Double]) {
    pairWeights = pair
    groupWeights = group
  }

  /// The log-odds that two mentions are one person's.
  func logOdds(_ values: [Double]) -> Double { Self.product(pairWeights, values) }

  /// The score of bringing two groups together.
  func score(_ values: [Double]) -> Double { Self.product(groupWeights, values) }

  private static func product(_ weights: [Double], _ values: [Double]) -> Double {
    var sum = 0.0
    for index in weights.indices { sum += weights[index] * values[index] }
    return sum
  }
}

/// What two mentions of one name have in common.
package struct PairComparison {
  /// Cosines of role words, words around, topics and people.
  let roles: Double
  let words: Double
  let topics: Double
  let people: Double
  private let countries: Double
  private let shared: (roles: Double, words: Double, topics: Double, people: Double)
  private let crossed: Double
  let isOneSource: Bool

  /// The comparison of two contexts.
  package init(_ one: MentionContext, _ other: MentionContext) {
    let weights = WordWeights.shared
    let roles = SetComparison(one.roles, other.roles) { weights.weight(word: $0) }
    let words = SetComparison(one.words, other.words) { weights.weight(word: $0) }
    let topics = SetComparison(one.topics, other.topics) { weights.weight(word: $0) }
    let people = SetComparison(one.people, other.people) { weights.weight(person: $0) }
    self.roles = roles.cosine
    self.words = words.cosine
    self.topics = topics.cosine
    self.people = people.cosine
    countries = Self.countryCosine(one.countries, other.countries)
    shared = (roles.saturated, words.saturated, topics.saturated, people.saturated)
    crossed = SetComparison.saturated(Self.crossed(one, other) + Self.crossed(other, one))
    isOneSource = one.source == other.source
  }

  /// The weight of role words of one mention that are elsewhere in the other.
  private static func crossed(_ one: MentionContext, _ other: MentionContext) -> Int {
    one.roles.reduce(0) { sum, word in
      let isElsewhere =
        (other.words.contains(word) || other.topics.contains(word)) && !other.roles.contains(word)
      return isElsewhere ? sum + WordWeights.shared.weight(word: word) : sum
    }
  }

  private static func countryCosine(_ one: [UInt16], _ other: [UInt16]) -> Double {
    var product = 0
    for country in one {
      guard
        let second = other.first(where: {
          MentionContext.Country.code($0) == MentionContext.Country.code(country)
        })
      else { continue }
      product += MentionContext.Country.weight(country) * MentionContext.Country.weight(second)
    }
    if product == 0 { return 0 }
    func norm(_ list: [UInt16]) -> Int {
      list.reduce(0) { $0 + MentionContext.Country.weight($1) * MentionContext.Country.weight($1) }
    }
    return Double(product) / sqrt(Double(norm(one) * norm(other)))
  }

  /// The values of ``ClusterModel/PairFeature``, in their order.
  package var values: [Double] {
    [
      1, roles, words, countries, sqrt(people), shared.roles, sqrt(shared.roles), shared.words, shared.topics,
      shared.people, crossed, sqrt(crossed), isOneSource ? 1 : 0,
    ]
  }
}

/// What two ascending lists have in common.
private struct SetComparison {
  /// The cosine of the weights.
  let cosine: Double
  /// The sum of the weights that both have, as ``saturated(_:)``.
  let saturated: Double

  init<Element: Comparable>(_ one: [Element], _ other: [Element], weight: (Element) -> Int) {
    var (left, right) = (0, 0)
    var (sum, product) = (0, 0)
    while left < one.count, right < other.count {
      if one[left] == other[right] {
        let own = weight(one[left])
        sum += own
        product += own * own
        left += 1
        right += 1
      } else if one[left] < other[right] {
        left += 1
      } else {
        right += 1
      }
    }
    saturated = Self.saturated(sum)
    if product == 0 {
      cosine = 0
    } else {
      func norm(_ list: [Element]) -> Int { list.reduce(0) { $0 + weight($1) * weight($1) } }
      cosine = Double(product) / sqrt(Double(norm(one)) * Double(norm(other)))
    }
  }

  /// A sum of weights in sixteenths as a number below 1.
  static func saturated(_ sum: Int) -> Double {
    let weight = Double(sum) / 16
    return weight / (weight + 10)
  }
}
