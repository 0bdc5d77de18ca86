import Foundation
import Testing

@testable import DossierTraining

@Suite struct VoteTrainerTests {
  @Test func shareOfNamesIsTheBias() {
    let samples = (0..<1000).map { (values: [1.0], isName: $0 % 4 == 0) }
    let weights = VoteTrainer(penalty: 1e-6).fit(samples)
    #expect(abs(weights[0] - log(0.25 / 0.75)) < 1e-3)
  }

  @Test func gradientVanishesAtTheWeights() {
    var random = SplitMix(seed: 5)
    let samples = (0..<400).map { _ in
      let x = Double(random.next(below: 100)) / 50 - 1
      return (values: [1, x, x * x], isName: x + Double(random.next(below: 100)) / 50 - 1 > 0)
    }
    let trainer = VoteTrainer(penalty: 0.5)
    let weights = trainer.fit(samples)
    for i in weights.indices {
      let gradient = samples.reduce(-0.5 * weights[i]) { sum, sample in
        let z = zip(weights, sample.values).reduce(0) { $0 + $1.0 * $1.1 }
        return sum + ((sample.isName ? 1 : 0) - 1 / (1 + exp(-z))) * sample.values[i]
      }
      #expect(abs(gradient) < 1e-4)
    }
    #expect(weights[1] > 1)
  }

  @Test func aWeightAgainstItsSignIsHeldAtZero() {
    // Names have the second value mostly, others seldom; where both have the first, it speaks against a name.
    let samples: [VoteTrainer.Sample] =
      Array(repeating: (values: [1, 1, 1], isName: true), count: 8)
      + Array(repeating: (values: [1, 1, 0], isName: true), count: 8)
      + Array(repeating: (values: [1, 0, 0], isName: false), count: 8)
      + Array(repeating: (values: [1, 1, 1], isName: false), count: 4)
    let free = VoteTrainer().fit(samples)
    let signed = VoteTrainer().fit(samples, signs: [0, 1, 1])
    #expect(free[2] < 0 && free[1] > 0)
    #expect(signed[2] == 0 && signed[1] > 0)
  }
}
