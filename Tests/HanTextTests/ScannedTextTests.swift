import Testing

@testable import HanText

@Suite struct ScannedTextTests {
  @Test(
    arguments: [
      ("中国人民网，人民", "人民", ["人民", "人民"]),
      ("中國·人 民", "国人民", ["國·人 民"]),
      ("Taiwan AI", "ai", ["AI"]),
      ("13年 3年", "3年", ["3年"]),
      ("CAFE\u{301}s", "cafés", ["CAFE\u{301}s"]),
      ("哈哈哈", "哈哈", ["哈哈", "哈哈"]),
      ("人", "人民", []),
      ("人", "", []),
      ("", "人", []),
    ] as [(String, String, [String])])
  func findsPhrases(text: String, phrase: String, expected: [String]) {
    let scanned = ScannedText(text)
    let found = scanned.matches(of: ScannedText(phrase)).map { Self.part(text, scanned.bytes(of: $0)) }
    #expect(found == expected)
  }

  @Test func prefixesGoOnInTheText() {
    let scanned = ScannedText("Zinovyev met Zinov, zinc")
    #expect(scanned.matches(of: ScannedText("zinov"), isPrefix: true).count == 2)
    #expect(scanned.matches(of: ScannedText("zinov"), isPrefix: false).count == 1)
    #expect(scanned.matches(of: ScannedText("met zi"), isPrefix: true).count == 1)
    #expect(scanned.matches(of: ScannedText("zi met"), isPrefix: true).isEmpty)
  }

  @Test(
    arguments: [
      ("普京訪問 朝鮮", "普京访问朝鲜", true),
      ("普京访问朝鲜", "普京访问朝鲜。", false),
      ("AI", "ai", true),
      ("AI 2", "AI2", true),
      ("AI", "AB", false),
      ("", "", true),
    ])
  func comparesByUnits(left: String, right: String, expected: Bool) {
    #expect(ScannedText(left).hasSameUnits(as: ScannedText(right)) == expected)
  }

  /// The bytes of a range as a string.
  static func part(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}
