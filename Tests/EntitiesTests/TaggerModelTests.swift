import Testing

@testable import Entities

@Suite struct TaggerModelTests {
  private func bytes(rows: Int = 8) -> [UInt8] {
    var transitions = TaggerModel.Transitions()
    transitions[.startToB] = -1.5
    transitions[.beginToB] = 2.25
    return TaggerModel.bytes(
      rows: rows, step: 0.5, transitions: transitions, weights: (0..<2 * rows).map { Int8($0 - rows) })
  }

  @Test func bytesAreReadBack() throws {
    let model = try #require(TaggerModel(bytes()))
    #expect(model.mask == 7)
    #expect(model.step == 0.5)
    #expect(model.transitions[.startToB] == -1.5)
    #expect(model.transitions[.beginToB] == 2.25)
    #expect((0..<16).map { model.weights[$0] } == (0..<16).map { Int8($0 - 8) })
  }

  @Test func otherBytesAreNoModel() {
    #expect(TaggerModel([]) == nil)
    #expect(TaggerModel(Array(bytes().dropLast())) == nil)
    #expect(TaggerModel([0] + bytes().dropFirst()) == nil)
    #expect(TaggerModel(bytes(rows: 6)) == nil)
  }

  @Test func weightsOfTheProgramAreReadable() {
    #expect(PersonTagger.shared != nil)
  }
}
