import Testing

@testable import Commands

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("召见", 4), ("a召", 3), ("，", 2), (",", 1), ("ＡＩ", 4), ("ﾀﾜ", 2), ("서울", 4), ("·", 1),
    ("é", 1),
    ("e\u{301}", 1), ("\u{200B}", 0), ("😀", 2), ("𠮷", 2), ("〇", 2), ("“", 1), ("тест", 4), ("\u{7}", 0),
  ])
  func columns(_ text: String, _ expected: Int) {
    #expect(DisplayWidth.columns(text) == expected)
  }

  @Test func padding() {
    #expect(DisplayWidth.padded("召", to: 4) == "召  ")
    #expect(DisplayWidth.padded("召见", to: 3) == "召见")
    #expect(DisplayWidth.rightAligned("见", to: 3) == " 见")
    #expect(DisplayWidth.rightAligned("", to: 0) == "")
  }

  @Test(arguments: [
    ("召见大使", 8, "召见大使"), ("召见大使", 7, "召见大…"), ("召见大使", 6, "召见…"), ("召见大使", 1, "…"), ("abcd", 4, "abcd"),
    ("abcd", 3, "ab…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
  ])
  func truncating(_ text: String, _ width: Int, _ expected: String) {
    #expect(DisplayWidth.truncated(text, to: width) == expected)
    #expect(DisplayWidth.columns(DisplayWidth.truncated(text, to: width)) <= max(width, 1))
  }
}
