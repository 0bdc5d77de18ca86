import Testing

@testable import Entities

@Suite struct PersonTaggerTests {
  private func best(_ text: String) throws -> [String] {
    let folded = FoldedText(text)
    let tagger = try #require(PersonTagger.shared)
    return tagger.spans(in: TaggerText(text)).filter(\.isBest).map { folded.string($0.range) }
  }

  @Test func namesAreTaggedInBothScripts() throws {
    #expect(try best("部长沈立群周二会见了演员高桥直树。") == ["沈立群", "高桥直树"])
    #expect(try best("部長沈立群週二會見了演員高橋直樹。") == ["沈立群", "高橋直樹"])
    #expect(try best("作家玛格丽特·桑切斯说。\n总统拉米雷斯没有回应。") == ["玛格丽特·桑切斯", "拉米雷斯"])
  }

  @Test func textWithoutNamesHasNone() throws {
    #expect(try best("水库今晨开闸，下游居民撤离。").isEmpty)
    #expect(try best("").isEmpty)
    #expect(try best("\n \n").isEmpty)
  }

  @Test func spansAreInOrderWithTheirScores() throws {
    let text = TaggerText("孙立诚说，郭家荣、梁文杰和林远没有来。\n許文哲也沒有來。")
    let spans = try #require(PersonTagger.shared).spans(in: text)
    #expect(spans.count >= 5)
    #expect(spans.map(\.range.lowerBound) == spans.map(\.range.lowerBound).sorted())
    #expect(spans.allSatisfy { (0...1).contains($0.score) })
  }
}
