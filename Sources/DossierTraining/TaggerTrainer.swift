import Entities
import Glibc

/// Trains the tagger: the log-likelihood of a conditional random field, climbed sentence by sentence with AdaGrad
/// (Duchi, Hazan, Singer 2011), then cut to whole steps.
///
/// Nothing is random but the order of sentences, which a fixed seed gives: the same data give the same bytes.
struct TaggerTrainer {
  /// How many rows of weights, a power of two.
  var rows = 1 << 18
  /// How often all sentences are seen.
  var epochs = 4
  /// The rate of learning.
  var rate: Float = 0.05
  /// Characters whose labels are surer than this are passed over.
  var leastGradient: Float = 1e-3

  /// A text to learn from, and how much it counts.
  typealias Sample = (text: LabelledText, weight: Float)

  private static let smoothing: Float = 1e-3

  /// Trains on samples; gives the bytes of a ``TaggerModel``. `report` is told after each epoch.
  func train(_ samples: [Sample], report: (String) -> Void = { _ in }) -> [UInt8] {
    var order = samples.indices.flatMap { sample in
      samples[sample].text.text.sentences.indices.map { (sample: sample, sentence: $0) }
    }
    let longest = samples.flatMap { $0.text.text.sentences.map(\.count) }.max() ?? 0
    var field = RandomField(rows: rows, longest: longest, rate: rate, smoothing: Self.smoothing)
    var random = SplitMix(seed: 1)
    for epoch in 1...max(1, epochs) {
      random.shuffle(&order)
      var loss = 0.0
      for (sample, index) in order {
        let text = samples[sample].text
        loss += field.learn(
          text.text, text.text.sentences[index], text.labels, weight: samples[sample].weight,
          leastGradient: leastGradient)
      }
      report("epoch \(epoch): \(order.count) sentences, loss \(Int(loss))")
    }
    return field.quantized()
  }
}

/// Steele, Lea, Flood 2014: the same numbers everywhere.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number below `bound`, evenly but for less than one in 2^32.
  mutating func next(below bound: Int) -> Int { (Int(next() >> 32) * bound) >> 32 }

  mutating func shuffle<T>(_ array: inout [T]) {
    for index in stride(from: array.count - 1, to: 0, by: -1) { array.swapAt(index, next(below: index + 1)) }
  }
}
