import Entities
import Glibc

/// The weights of a conditional random field while it learns. Weights of labels B and I are relative to O.
struct RandomField {
  private let rows: Int
  private let rate: Float
  private let smoothing: Float
  /// I and B of each row, and the sums of their squared gradients.
  private var weights: [Float]
  private var squares: [Float]
  private var transitions = TaggerModel.Transitions()
  private var transitionSquares = SIMD16<Float>(repeating: 0)
  private var hashes: [UInt32]
  /// e^weight of I and B at each character, the scaled forward and backward sums, and their scales.
  private var inside: [Float]
  private var begin: [Float]
  private var forward: [Float]
  private var backward: [Float]

  init(rows: Int, longest: Int, rate: Float, smoothing: Float) {
    self.rows = rows
    self.rate = rate
    self.smoothing = smoothing
    weights = Array(repeating: 0, count: 2 * rows)
    squares = weights
    hashes = Array(repeating: 0, count: longest * TaggerText.featureCount)
    inside = Array(repeating: 0, count: longest)
    begin = inside
    forward = Array(repeating: 0, count: 3 * longest)
    backward = forward
  }

  /// Takes one step towards the labels of a sentence; gives what the labels cost before, in nats.
  mutating func learn(
    _ text: TaggerText, _ sentence: TaggerText.Sentence, _ labels: [UInt8], weight: Float,
    leastGradient: Float
  ) -> Double {
    let n = sentence.count
    let features = TaggerText.featureCount
    let mask = UInt32(rows - 1)
    let first = sentence.start
    hashes.withUnsafeMutableBufferPointer { hashes in
      guard let base = hashes.baseAddress else { return }
      text.writeFeatures(of: sentence, to: base)
      weights.withUnsafeBufferPointer { weights in
        for i in 0..<n {
          var (within, start): (Float, Float) = (0, 0)
          for f in i * features..<(i + 1) * features {
            let row = 2 * Int(base[f] & mask)
            within += weights[row]
            start += weights[row + 1]
          }
          inside[i] = expf(min(30, within))
          begin[i] = expf(min(30, start))
        }
      }
    }
    var gradient = TaggerModel.Transitions()
    let e = exponentials
    findSums(n, e)
    let loss = step(n, first, labels, weight, leastGradient, e, &gradient)
    let g = gradient.values * weight
    transitionSquares += g * g
    transitions.values += rate * g / (transitionSquares + smoothing).squareRoot()
    return loss
  }

  /// The forward and backward sums, each scaled to 1.
  private mutating func findSums(_ n: Int, _ e: TaggerModel.Transitions) {
    var (o, i, b): (Float, Float, Float) = (1, 0, begin[0] * e[.startToB])
    for k in 0..<n {
      if k > 0 {
        (o, i, b) = (
          o * e[.outToOut] + i * e[.insideToOut] + b * e[.beginToOut],
          (i * e[.insideToInside] + b * e[.beginToInside]) * inside[k],
          (o * e[.outToB] + i * e[.insideToB] + b * e[.beginToB]) * begin[k]
        )
      }
      let scale = 1 / (o + i + b)
      (o, i, b) = (o * scale, i * scale, b * scale)
      (forward[3 * k], forward[3 * k + 1], forward[3 * k + 2]) = (o, i, b)
    }
    var (p, q, r): (Float, Float, Float) = (1, 1, 1)
    for k in stride(from: n - 1, through: 0, by: -1) {
      (backward[3 * k], backward[3 * k + 1], backward[3 * k + 2]) = (p, q, r)
      let (ei, eb) = (inside[k], begin[k])
      (p, q, r) = (
        e[.outToOut] * p + e[.outToB] * eb * r,
        e[.insideToOut] * p + e[.insideToInside] * ei * q + e[.insideToB] * eb * r,
        e[.beginToOut] * p + e[.beginToInside] * ei * q + e[.beginToB] * eb * r
      )
      let scale = 1 / (p + q + r)
      (p, q, r) = (p * scale, q * scale, r * scale)
    }
  }

  private var exponentials: TaggerModel.Transitions {
    var e = TaggerModel.Transitions()
    for index in 0..<TaggerModel.Transition.allCases.count {
      e.values[index] = expf(transitions.values[index])
    }
    return e
  }

  private mutating func step(
    _ n: Int, _ first: Int, _ labels: [UInt8], _ weight: Float, _ leastGradient: Float,
    _ e: TaggerModel.Transitions, _ gradient: inout TaggerModel.Transitions
  ) -> Double {
    let features = TaggerText.featureCount
    let mask = UInt32(rows - 1)
    var loss = 0.0
    for k in 0..<n {
      let fo = forward[3 * k] * backward[3 * k]
      let fi = forward[3 * k + 1] * backward[3 * k + 1]
      let fb = forward[3 * k + 2] * backward[3 * k + 2]
      let sum = 1 / (fo + fi + fb)
      let label = labels[first + k]
      let (pi, pb) = (fi * sum, fb * sum)
      let p = label == LabelledText.Label.outside ? fo * sum : label == LabelledText.Label.inside ? pi : pb
      loss -= Double(logf(max(1e-9, p)))
      let gi = weight * ((label == LabelledText.Label.inside ? 1 : 0) - pi)
      let gb = weight * ((label == LabelledText.Label.begin ? 1 : 0) - pb)
      if k > 0 {
        addTransitions(k, labels[first + k - 1], label, e, &gradient)
      } else {
        gradient[.startToB] += (label == LabelledText.Label.begin ? 1 : 0) - pb
      }
      guard abs(gi) > leastGradient || abs(gb) > leastGradient else { continue }
      for f in k * features..<(k + 1) * features {
        let row = 2 * Int(hashes[f] & mask)
        squares[row] += gi * gi
        squares[row + 1] += gb * gb
        weights[row] += rate * gi / (squares[row] + smoothing).squareRoot()
        weights[row + 1] += rate * gb / (squares[row + 1] + smoothing).squareRoot()
      }
    }
    return loss
  }

  /// Adds what the labels at `k` - 1 and `k` say about transitions, less what is expected of them.
  private func addTransitions(
    _ k: Int, _ before: UInt8, _ label: UInt8, _ e: TaggerModel.Transitions,
    _ gradient: inout TaggerModel.Transitions
  ) {
    let (o, i, b) = (forward[3 * k - 3], forward[3 * k - 2], forward[3 * k - 1])
    let (p, q, r) = (backward[3 * k], inside[k] * backward[3 * k + 1], begin[k] * backward[3 * k + 2])
    var expected = TaggerModel.Transitions()
    expected[.outToOut] = o * e[.outToOut] * p
    expected[.outToB] = o * e[.outToB] * r
    expected[.insideToOut] = i * e[.insideToOut] * p
    expected[.insideToInside] = i * e[.insideToInside] * q
    expected[.insideToB] = i * e[.insideToB] * r
    expected[.beginToOut] = b * e[.beginToOut] * p
    expected[.beginToInside] = b * e[.beginToInside] * q
    expected[.beginToB] = b * e[.beginToB] * r
    gradient.values -= expected.values / expected.values.sum()
    switch (before, label) {
    case (0, 0): gradient[.outToOut] += 1
    case (0, 2): gradient[.outToB] += 1
    case (1, 0): gradient[.insideToOut] += 1
    case (1, 1): gradient[.insideToInside] += 1
    case (1, 2): gradient[.insideToB] += 1
    case (2, 0): gradient[.beginToOut] += 1
    case (2, 1): gradient[.beginToInside] += 1
    case (2, 2): gradient[.beginToB] += 1
    default: break
    }
  }

  /// The model in whole steps: the 99.99th percentile of the weights is 127.
  func quantized() -> [UInt8] {
    let sizes = weights.lazy.filter { $0 != 0 }.map(abs).sorted()
    let largest = sizes.isEmpty ? 1 : sizes[min(sizes.count - 1, sizes.count * 9999 / 10000)]
    let step = largest / 127
    return TaggerModel.bytes(
      rows: rows, step: step, transitions: transitions,
      weights: weights.map { Int8(max(-127, min(127, ($0 / step).rounded()))) })
  }
}
