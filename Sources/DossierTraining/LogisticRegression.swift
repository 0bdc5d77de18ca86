import Foundation

/// Logistic regression by Newton's method, with a penalty on squared weights, for labels between 0 and 1.
struct LogisticRegression {
  /// One observation.
  struct Sample {
    var values: [Double]
    var label: Double
    var weight: Double
  }

  private static let penalty = 1.0
  private static let steps = 25

  /// The weights. Those of features outside `free` are not negative: more of what two mentions share never speaks
  /// against one person. A feature that would be negative is left out, the most negative first.
  static func weights(_ samples: [Sample], free: Set<Int>) -> [Double] {
    guard let width = samples.first?.values.count else { return [] }
    var used = Array(0..<width)
    while true {
      let weights = fit(samples, used)
      let worst = used.indices.filter { !free.contains(used[$0]) && weights[$0] < 0 }.min {
        weights[$0] < weights[$1]
      }
      guard let worst else {
        var all = [Double](repeating: 0, count: width)
        for (index, feature) in used.enumerated() { all[feature] = weights[index] }
        return all
      }
      used.remove(at: worst)
    }
  }

  private static func fit(_ samples: [Sample], _ used: [Int]) -> [Double] {
    let width = used.count
    var weights = [Double](repeating: 0, count: width)
    for _ in 0..<steps {
      var gradient = weights.map { -penalty * $0 }
      var curvature = (0..<width).map { row in (0..<width).map { $0 == row ? penalty : 0 } }
      for sample in samples {
        let values = used.map { sample.values[$0] }
        let odds = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
        let probability = 1 / (1 + exp(-odds))
        let error = sample.weight * (sample.label - probability)
        let spread = sample.weight * max(1e-6, probability * (1 - probability))
        for row in 0..<width {
          gradient[row] += error * values[row]
          for column in 0...row { curvature[row][column] += spread * values[row] * values[column] }
        }
      }
      for row in 0..<width {
        for column in row + 1..<max(row + 1, width) { curvature[row][column] = curvature[column][row] }
      }
      let step = solution(curvature, gradient)
      for index in weights.indices { weights[index] += step[index] }
      if step.allSatisfy({ abs($0) < 1e-6 }) { break }
    }
    return weights
  }

  /// Solves a system of linear equations by elimination with pivots.
  private static func solution(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var rows = zip(matrix, right).map { $0 + [$1] }
    let count = right.count
    for column in 0..<count {
      guard let pivot = (column..<count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[pivot][column]) > 1e-12
      else { continue }
      rows.swapAt(column, pivot)
      for row in 0..<count where row != column {
        let factor = rows[row][column] / rows[column][column]
        if factor == 0 { continue }
        for index in column...count { rows[row][index] -= factor * rows[column][index] }
      }
    }
    return (0..<count).map { abs(rows[$0][$0]) > 1e-12 ? rows[$0][count] / rows[$0][$0] : 0 }
  }
}
