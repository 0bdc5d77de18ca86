import Testing

@testable import Entities

/// The chain against the definition: every labelling of short sentences weighed one by one.
@Suite struct ChainTests {
  private struct Random {
    var state: UInt64
    mutating func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
  }

  private static func model(seed: UInt64) -> TaggerModel? {
    var random = Random(state: seed)
    var transitions = TaggerModel.Transitions()
    for index in 0..<TaggerModel.Transition.allCases.count {
      transitions.values[index] = Float(random.next() % 400 - 200) / 100
    }
    let weights = (0..<128).map { _ in Int8(random.next() % 41 - 20) }
    return TaggerModel(TaggerModel.bytes(rows: 64, step: 0.05, transitions: transitions, weights: weights))
  }

  /// The weights of I and B at each character.
  private static func weights(_ model: TaggerModel, _ text: TaggerText) -> [(inside: Double, begin: Double)] {
    let sentence = text.sentences[0]
    var hashes = [UInt32](repeating: 0, count: sentence.count * TaggerText.featureCount)
    hashes.withUnsafeMutableBufferPointer { hashes in
      if let start = hashes.baseAddress { text.writeFeatures(of: sentence, to: start) }
    }
    return (0..<sentence.count).map { index in
      var sum = (inside: 0.0, begin: 0.0)
      for hash in hashes[index * TaggerText.featureCount..<(index + 1) * TaggerText.featureCount] {
        sum.inside += Double(model.weights[2 * Int(hash & model.mask)]) * Double(model.step)
        sum.begin += Double(model.weights[2 * Int(hash & model.mask) + 1]) * Double(model.step)
      }
      return sum
    }
  }

  /// What a labelling weighs (0 O, 1 I, 2 B); `nil` for one that cannot be.
  private static func weigh(
    _ labels: [Int], _ model: TaggerModel, _ weights: [(inside: Double, begin: Double)], leniency: Double
  ) -> Double? {
    let t = model.transitions
    var sum = 0.0
    for (index, label) in labels.enumerated() {
      let before = index == 0 ? nil : labels[index - 1]
      switch (before, label) {
      case (nil, 1), (0, 1): return nil
      case (nil, 2): sum += Double(t[.startToB])
      case (0, 0): sum += Double(t[.outToOut])
      case (0, 2): sum += Double(t[.outToB])
      case (1, 0): sum += Double(t[.insideToOut])
      case (1, 1): sum += Double(t[.insideToInside])
      case (1, 2): sum += Double(t[.insideToB])
      case (2, 0): sum += Double(t[.beginToOut])
      case (2, 1): sum += Double(t[.beginToInside])
      case (2, 2): sum += Double(t[.beginToB])
      default: break
      }
      sum += label == 1 ? weights[index].inside : label == 2 ? weights[index].begin : -leniency
    }
    return sum
  }

  private static func labellings(_ count: Int) -> [[Int]] {
    (0..<count).reduce([[]]) { known, _ in known.flatMap { labels in (0..<3).map { labels + [$0] } } }
  }

  private static func spans(_ labels: [Int]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for (index, label) in labels.enumerated() {
      if label == 2 { spans.append(index..<index + 1) }
      if label == 1, let last = spans.popLast() { spans.append(last.lowerBound..<index + 1) }
    }
    return spans
  }

  @Test(arguments: UInt64(1)...40)
  func bestPathAndMarginalsAreThoseOfTheDefinition(seed: UInt64) throws {
    let model = try #require(Self.model(seed: seed))
    let text = TaggerText(String("李雷说韩梅梅在场".prefix(1 + Int(seed % 7))))
    let sentence = try #require(text.sentences.first)
    let weights = Self.weights(model, text)
    var chain = Chain(model, capacity: sentence.count)
    _ = text.withFeatures { chain.read($0, sentence) }
    for leniency in [0.0, 2.0] {
      let best = Self.labellings(sentence.count).max {
        Self.weigh($0, model, weights, leniency: leniency) ?? -.infinity
          < Self.weigh($1, model, weights, leniency: leniency) ?? -.infinity
      }
      #expect(chain.bestSpans(leniency: Float(leniency)) == Self.spans(try #require(best)), "seed \(seed)")
    }
    chain.findMarginals()
    let possible = Self.labellings(sentence.count).compactMap { labels in
      Self.weigh(labels, model, weights, leniency: 0).map { (labels, exponential($0)) }
    }
    let all = possible.reduce(0) { $0 + $1.1 }
    for index in 0..<sentence.count {
      let begins = possible.filter { $0.0[index] == 2 }.reduce(0) { $0 + $1.1 } / all
      let ends =
        index + 1 < sentence.count
        ? 1 - possible.filter { $0.0[index + 1] == 1 }.reduce(0) { $0 + $1.1 } / all : 1
      #expect(abs(chain.score(index..<index + 1) - min(begins, ends)) < 1e-4, "seed \(seed)")
    }
  }

  /// e^x, from its series, to need no other library than the chain does.
  private func exponential(_ x: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    let part = x / 64
    for n in 1...12 {
      term *= part / Double(n)
      sum += term
    }
    for _ in 0..<6 { sum *= sum }
    return sum
  }
}
