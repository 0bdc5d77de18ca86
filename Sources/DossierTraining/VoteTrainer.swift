import Entities
import Glibc

/// Fits the vote about persons' names: logistic regression with a quadratic penalty, by Newton's method.
struct VoteTrainer {
  /// A string of an article: what the vote looks at, and whether it is a person's name.
  typealias Sample = (values: [Double], isName: Bool)

  /// How strongly weights are drawn to 0.
  var penalty = 1.0

  /// Returns the weights, in the order of the values. `signs` says which of them may not fall below 0 (1) or
  /// rise above it (-1); those that would are held at 0, and the others are fitted again (an active set).
  func fit(_ samples: [Sample], signs: [Int] = []) -> [Double] {
    let n = samples.first?.values.count ?? 0
    var held: Set<Int> = []
    while true {
      let free = samples.map { sample in
        held.isEmpty
          ? sample
          : (sample.values.enumerated().map { held.contains($0.offset) ? 0 : $0.element }, sample.isName)
      }
      let weights = fitFreely(free)
      let wrong = signs.indices.prefix(n).filter { Double(signs[$0]) * weights[$0] < 0 }
      if wrong.isEmpty { return weights }
      held.formUnion(wrong)
    }
  }

  private func fitFreely(_ samples: [Sample]) -> [Double] {
    let n = samples.first?.values.count ?? 0
    var weights = [Double](repeating: 0, count: n)
    for _ in 0..<25 {
      var gradient = weights.map { -penalty * $0 }
      var hessian = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
      for k in 0..<n { hessian[k][k] = penalty }
      for (values, isName) in samples {
        let p = 1 / (1 + exp(-zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }))
        let error = (isName ? 1 : 0) - p
        let curvature = p * (1 - p)
        for i in 0..<n where values[i] != 0 {
          gradient[i] += error * values[i]
          for j in 0...i where values[j] != 0 { hessian[i][j] += curvature * values[i] * values[j] }
        }
      }
      let step = Self.solve(hessian, gradient)
      for i in 0..<n { weights[i] += step[i] }
      if step.allSatisfy({ abs($0) < 1e-6 }) { break }
    }
    return weights
  }

  /// Solves a symmetric positive definite system given by its lower half (Cholesky).
  private static func solve(_ a: [[Double]], _ b: [Double]) -> [Double] {
    let n = b.count
    var l = a
    for i in 0..<n {
      for j in 0...i {
        var sum = a[i][j]
        for k in 0..<j { sum -= l[i][k] * l[j][k] }
        l[i][j] = i == j ? max(sum, 1e-12).squareRoot() : sum / l[j][j]
      }
    }
    var x = b
    for i in 0..<n {
      for k in 0..<i { x[i] -= l[i][k] * x[k] }
      x[i] /= l[i][i]
    }
    for i in stride(from: n - 1, through: 0, by: -1) {
      for k in i + 1..<max(n, i + 1) { x[i] -= l[k][i] * x[k] }
      x[i] /= l[i][i]
    }
    return x
  }
}
