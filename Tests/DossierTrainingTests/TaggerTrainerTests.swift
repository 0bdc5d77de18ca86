import Entities
import Testing

@testable import DossierTraining

@Suite struct TaggerTrainerTests {
  private static let surnames = ["周", "林", "何", "郑", "沈", "许"]
  private static let given = ["明", "远", "哲", "昌", "群", "青"]

  private func samples() throws -> [TaggerTrainer.Sample] {
    var lines = ""
    for surname in Self.surnames {
      for name in Self.given {
        lines += LabelledTextTests.lines("部长[\(surname)\(name)]说，水位上涨。")
        lines += LabelledTextTests.lines("水位上涨，[\(surname)\(name)]没有来。")
      }
    }
    return try LabelledTextTests.read(lines).map { ($0, 1) }
  }

  @Test func namesOfTheSamplesAreLearnt() throws {
    let bytes = TaggerTrainer(rows: 1 << 14, epochs: 6).train(try samples())
    let tagger = PersonTagger(try #require(TaggerModel(bytes)))
    let spans = tagger.spans(in: TaggerText("部长周青说，何远没有来。")).filter(\.isBest)
    #expect(spans.map(\.range) == [2..<4, 6..<8])
    #expect(spans.allSatisfy { $0.score > 0.8 })
    #expect(tagger.spans(in: TaggerText("水位上涨。")).filter(\.isBest).isEmpty)
  }

  @Test func sameDataGiveTheSameBytes() throws {
    let trainer = TaggerTrainer(rows: 1 << 12, epochs: 2)
    #expect(trainer.train(try samples()) == trainer.train(try samples()))
  }

  @Test func lossFallsWithEachEpoch() throws {
    var losses: [Int] = []
    _ = TaggerTrainer(rows: 1 << 14, epochs: 4).train(try samples()) { line in
      losses.append(line.split(separator: " ").last.flatMap { Int($0) } ?? -1)
    }
    #expect(losses.count == 4 && losses == losses.sorted(by: >) && losses.allSatisfy { $0 >= 0 })
  }

  @Test func randomNumbersAreThoseOfTheMethod() {
    var random = SplitMix(seed: 0)
    #expect(random.next() == 0xE220_A839_7B1D_CDAF)
    #expect(random.next() == 0x6E78_9E6A_A1B9_65F4)
    var numbers = Array(0..<100)
    random.shuffle(&numbers)
    #expect(numbers != Array(0..<100) && numbers.sorted() == Array(0..<100))
    #expect((0..<1000).allSatisfy { _ in (0..<7).contains(random.next(below: 7)) })
  }
}
