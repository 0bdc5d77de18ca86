import Testing

@testable import Entities

@Suite struct ScalarValuesTests {
  @Test(arguments: [
    "", "a", "许文哲", "é·Ω", "𠮷野家", "a\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}",
    "一篇很长的文章，有English、數字123和😀。\n第二段。",
  ])
  func scalarsComeAndGoUnchanged(_ text: String) {
    #expect(text.scalarValues == text.unicodeScalars.map(\.value))
    #expect(Array(String(scalarValues: text.scalarValues[...]).utf8) == Array(text.utf8))
  }

  @Test func numbersThatAreNoScalarAreLeftOut() {
    #expect(String(scalarValues: [0x61, 0xD800, 0x110000, 0x62]) == "ab")
  }
}
