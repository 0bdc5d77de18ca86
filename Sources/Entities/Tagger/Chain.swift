import Glibc

/// One sentence as a chain of labels with their weights, and the computations over it. Weights are relative to
/// label O, whose own is 0.
struct Chain {
  private let model: TaggerModel
  /// The number of characters of the sentence read last.
  private var count = 0
  /// The weights of I and B at each character.
  private var inside: [Float]
  private var begin: [Float]
  /// The same as factors, e to the power of the weight, once marginals are sought.
  private var insideFactor: [Float]
  private var beginFactor: [Float]
  /// The probabilities of I and B at each character, once found.
  private var insideProbability: [Float]
  private var beginProbability: [Float]
  /// For each character the label before it on the best path to O, I and B: two bits each.
  private var back: [UInt8]
  private var scratch: [Float]

  /// A chain for sentences of up to `capacity` characters.
  init(_ model: TaggerModel, capacity: Int) {
    self.model = model
    inside = Array(repeating: 0, count: capacity)
    begin = inside
    insideFactor = inside
    beginFactor = inside
    insideProbability = inside
    beginProbability = inside
    back = Array(repeating: 0, count: capacity)
    scratch = Array(repeating: 0, count: 3 * capacity)
  }

  /// Sums the weights of each character's features.
  mutating func read(_ features: TaggerFeatures, _ sentence: TaggerText.Sentence) {
    count = sentence.count
    let (weights, mask, step) = (model.weights, model.mask, model.step)
    // All hashes of a character before the first look-up: mixed, there are more values at work than registers.
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: TaggerFeatures.count) { hashes in
      for index in 0..<count {
        features.write(at: sentence.first + index, to: hashes)
        var i: Int32 = 0
        var b: Int32 = 0
        for hash in hashes {
          let row = weights + 2 * Int(hash & mask)
          i &+= Int32(row[0])
          b &+= Int32(row[1])
        }
        inside[index] = Float(i) * step
        begin[index] = Float(b) * step
      }
    }
  }

  /// The names on the best path (Viterbi); `leniency` is taken from O at every character.
  mutating func bestSpans(leniency: Float) -> [Range<Int>] {
    let t = model.transitions
    var out = -leniency
    var within = -Float.infinity
    var start = begin[0] + t[.startToB]
    for index in 1..<max(1, count) {
      var nextOut = out + t[.outToOut]
      var back: UInt8 = 0
      if within + t[.insideToOut] > nextOut {
        nextOut = within + t[.insideToOut]
        back = 1
      }
      if start + t[.beginToOut] > nextOut {
        nextOut = start + t[.beginToOut]
        back = 2
      }
      var nextWithin = within + t[.insideToInside]
      if start + t[.beginToInside] > nextWithin {
        nextWithin = start + t[.beginToInside]
        back |= 2 << 2
      } else {
        back |= 1 << 2
      }
      var nextStart = out + t[.outToB]
      if within + t[.insideToB] > nextStart {
        nextStart = within + t[.insideToB]
        back = back & 0xF | 1 << 4
      }
      if start + t[.beginToB] > nextStart {
        nextStart = start + t[.beginToB]
        back = back & 0xF | 2 << 4
      }
      self.back[index] = back
      out = nextOut - leniency
      within = nextWithin + inside[index]
      start = nextStart + begin[index]
    }
    return spans(endingWith: out >= within && out >= start ? 0 : within >= start ? 1 : 2)
  }

  /// Follows the best path back from its last label.
  private func spans(endingWith last: UInt8) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var label = last
    var end = 0
    var index = count - 1
    while index >= 0 {
      if label != 0, end == 0 { end = index + 1 }
      let before = index == 0 ? 0 : back[index] >> (2 * label) & 3
      if label == 2 {
        result.append(index..<end)
        end = 0
      }
      label = before
      index -= 1
    }
    return result.reversed()
  }

  /// Finds the probability of each label at each character (forward-backward, scaled at each step).
  mutating func findMarginals() {
    let t = model.transitions
    let (oo, ob) = (expf(t[.outToOut]), expf(t[.outToB]))
    let (io, ii, ib) = (expf(t[.insideToOut]), expf(t[.insideToInside]), expf(t[.insideToB]))
    let (bo, bi, bb) = (expf(t[.beginToOut]), expf(t[.beginToInside]), expf(t[.beginToB]))
    var o: Float = 1
    var i: Float = 0
    var b = expf(min(60, begin[0] + t[.startToB]))
    for index in 0..<count {
      if index > 0 {
        let (ei, eb) = (expf(min(60, inside[index])), expf(min(60, begin[index])))
        insideFactor[index] = ei
        beginFactor[index] = eb
        (o, i, b) = (
          o * oo + i * io + b * bo, (i * ii + b * bi) * ei, (o * ob + i * ib + b * bb) * eb
        )
      }
      let scale = 1 / (o + i + b)
      o *= scale
      i *= scale
      b *= scale
      scratch[3 * index] = o
      scratch[3 * index + 1] = i
      scratch[3 * index + 2] = b
    }
    var (p, q, r): (Float, Float, Float) = (1, 1, 1)
    for index in stride(from: count - 1, through: 0, by: -1) {
      let (fo, fi, fb) = (scratch[3 * index] * p, scratch[3 * index + 1] * q, scratch[3 * index + 2] * r)
      let sum = 1 / (fo + fi + fb)
      insideProbability[index] = fi * sum
      beginProbability[index] = fb * sum
      guard index > 0 else { break }
      let (ei, eb) = (insideFactor[index], beginFactor[index])
      let next = (
        oo * p + ob * eb * r, io * p + ii * ei * q + ib * eb * r, bo * p + bi * ei * q + bb * eb * r
      )
      let scale = 1 / (next.0 + next.1 + next.2)
      (p, q, r) = (next.0 * scale, next.1 * scale, next.2 * scale)
    }
  }

  /// The least probability of a label of a span, that it ends where it does included.
  func score(_ span: Range<Int>) -> Double {
    var least = beginProbability[span.lowerBound]
    for index in span.dropFirst() { least = min(least, insideProbability[index]) }
    if span.upperBound < count { least = min(least, 1 - insideProbability[span.upperBound]) }
    return Double(least)
  }
}
