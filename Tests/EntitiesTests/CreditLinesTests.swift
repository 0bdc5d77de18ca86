import Articles
import Testing

@testable import Entities

@Suite struct CreditLinesTests {
  /// The parts of a text that are credits.
  private func credits(_ text: String) -> [String] {
    let reading = FieldReading(.body, text)
    var parts: [String] = []
    var start: Int?
    for position in 0...reading.text.count {
      let isCredit = position < reading.text.count && reading.isCredit[position]
      if isCredit, start == nil { start = position }
      if !isCredit, let begin = start {
        parts.append(reading.text.string(begin..<position))
        start = nil
      }
    }
    return parts
  }

  @Test(
    arguments: [
      // A colon or a slash after the word makes a credit of it, to the end of the sentence or the line.
      ("责编：许文哲", ["责编：许文哲"]),
      ("責任編輯:許文哲。周明出席。", ["編輯:許文哲"]),
      ("记者/摄影 许文哲\n周明出席", ["记者/摄影 许文哲"]),
      ("图片来源：林志远；说明", ["图片来源：林志远"]),
      // In brackets no sign is needed; the bracket closes it.
      ("（记者许文哲报道）周明出席。", ["记者许文哲报道"]),
      ("(记者许文哲台北报道)周明", ["记者许文哲台北报道"]),
      // In a sentence the word is a title.
      ("记者许文哲提问。", []),
      ("他是编辑，也是作者。", []),
      ("", []),
    ] as [(String, [String])])
  func areMarked(text: String, expected: [String]) {
    #expect(credits(text) == expected)
  }

  @Test func aCreditThatNothingClosesEndsSomewhere() throws {
    let text = "责编：" + String(repeating: "甲", count: 100)
    #expect(try #require(credits(text).first).count < 40)
  }
}
