import Testing

@testable import Entities

@Suite struct SentenceRangesTests {
  private func sentences(_ text: String) -> [String] {
    let folded = FoldedText(text)
    return SentenceRanges.ranges(in: folded).map(folded.string)
  }

  @Test func linesAndFullStopsEndSentences() {
    #expect(sentences("水位上涨。船停了！为什么？\n没有人说") == ["水位上涨。", "船停了！", "为什么？", "没有人说"])
  }

  @Test func closingSignsBelongToTheSentenceBefore() {
    #expect(sentences("他说：“走吧。”众人起身。") == ["他说：“走吧。”", "众人起身。"])
    #expect(sentences("（她没来。）會議開始。") == ["（她没来。）", "會議開始。"])
  }

  @Test func blankLinesAreNoSentences() {
    #expect(sentences("\n  \n甲\n\n") == ["甲"])
    #expect(sentences("").isEmpty)
  }
}
