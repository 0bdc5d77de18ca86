import Glibc

/// Agglomerative clustering: the two groups of the best score are brought together until it is below a threshold. All
/// that a score needs are sums and least values over the pairs of two groups, so that a step costs one row of scores.
package struct Agglomeration {
  private let model: ClusterModel
  /// The groups that are left, by their least member, ascending.
  package private(set) var alive: [Int]
  /// The members of each group, as indices of the contexts.
  package private(set) var members: [[Int]]
  /// Sums over the pairs of two groups, for each of them with each; on the diagonal over all ordered pairs within a
  /// group, each with itself included.
  private var logOdds: [[Double]]
  private var least: [[Double]]
  private var sources: [[Double]]
  /// The same for cosines, one table per channel: people, roles, words, topics.
  private var cosines: [[[Double]]]

  /// Each context as a group of its own.
  package init(_ contexts: [MentionContext], _ model: ClusterModel) {
    self.model = model
    let count = contexts.count
    let empty = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    alive = Array(0..<count)
    members = alive.map { [$0] }
    logOdds = empty
    least = empty
    sources = empty
    cosines = [[[Double]]](repeating: empty, count: 4)
    for row in 0..<count {
      for column in 0...row {
        let pair = PairComparison(contexts[row], contexts[column])
        set(&logOdds, row, column, model.logOdds(pair.values))
        set(&sources, row, column, pair.isOneSource ? 1 : 0)
        for (channel, value) in [pair.people, pair.roles, pair.words, pair.topics].enumerated() {
          set(&cosines[channel], row, column, value)
        }
      }
    }
    least = logOdds
  }

  private func set(_ matrix: inout [[Double]], _ row: Int, _ column: Int, _ value: Double) {
    matrix[row][column] = value
    matrix[column][row] = value
  }

  /// Brings groups together while the best score is not below a threshold.
  ///
  /// - Returns: the groups, as indices of the contexts.
  package mutating func groups(threshold: Double) -> [[Int]] {
    let count = members.count
    var scores = [[Double]](repeating: [Double](repeating: -.infinity, count: count), count: count)
    for row in 0..<count {
      for column in 0..<row { set(&scores, row, column, model.score(values(row, column))) }
    }
    while alive.count > 1 {
      var best = (score: -Double.infinity, one: -1, other: -1)
      for (index, one) in alive.enumerated() {
        for other in alive[(index + 1)...] where scores[one][other] > best.score {
          best = (scores[one][other], one, other)
        }
      }
      guard best.one >= 0, best.score >= threshold else { break }
      merge(best.other, into: best.one)
      for other in alive where other != best.one {
        set(&scores, best.one, other, model.score(values(best.one, other)))
      }
    }
    return alive.map { members[$0].sorted() }
  }

  /// Brings two groups together.
  package mutating func merge(_ other: Int, into one: Int) {
    add(&logOdds, other, one)
    add(&sources, other, one)
    for channel in cosines.indices { add(&cosines[channel], other, one) }
    for index in alive where index != one && index != other {
      set(&least, one, index, min(least[one][index], least[other][index]))
    }
    members[one] += members[other]
    alive.removeAll { $0 == other }
  }

  private func add(_ matrix: inout [[Double]], _ other: Int, _ one: Int) {
    let within = matrix[one][one] + matrix[other][other] + 2 * matrix[one][other]
    for index in alive where index != one && index != other {
      set(&matrix, one, index, matrix[one][index] + matrix[other][index])
    }
    matrix[one][one] = within
  }

  /// The model knows no larger groups; beyond this size they count as of this size.
  private static let largestSize = 25.0

  /// The mean of the pairs' log-odds of two groups.
  package func mean(_ one: Int, _ other: Int) -> Double {
    logOdds[one][other] / Double(members[one].count * members[other].count)
  }

  /// What two groups are compared by: the values of ``ClusterModel/GroupFeature``, in their order.
  package func values(_ one: Int, _ other: Int) -> [Double] {
    let sizes = (Double(members[one].count), Double(members[other].count))
    let small = log(min(sizes.0, sizes.1, Self.largestSize))
    let large = log(min(max(sizes.0, sizes.1), Self.largestSize))
    let mean = mean(one, other)
    func pooled(_ channel: Int) -> Double {
      let product = cosines[channel][one][one] * cosines[channel][other][other]
      return product > 0 ? max(0, cosines[channel][one][other] / sqrt(product)) : 0
    }
    return [
      1, mean, least[one][other], small, large, mean * small, mean * large,
      sources[one][other] / (sizes.0 * sizes.1), pooled(0), sqrt(pooled(0)), sqrt(pooled(1)), sqrt(pooled(2)),
      sqrt(pooled(3)),
    ]
  }
}
