import Testing

@testable import Articles

@Suite struct TextWriterTests {
  @Test(
    arguments: [
      ("  a \t\n b ", "a b"), ("甲\n乙", "甲乙"), ("甲\nb", "甲 b"), ("甲 乙", "甲 乙"), ("甲 \u{3000} 乙", "甲\u{3000}乙"),
      ("\u{3000}\u{3000}甲\u{A0}", "甲"), ("a\u{1}\u{9F}\u{AD}b", "ab"),
      ("👩\u{200D}🚀", "👩\u{200D}🚀"), ("\u{FEFF}é\u{2028}ü", "é ü"), ("𠀀\n𠀁", "𠀀𠀁"), ("", ""), (" ", ""),
    ])
  func normalizes(text: String, expected: String) {
    #expect(TextWriter.normalize(text) == expected)
  }

  @Test(arguments: [0, 0x7F, 0x9F, 0xAD, 0x200E, 0x202E, 0xFDD0, 0xFFFE, 0x1FFFF, 0x10FFFE] as [UInt32])
  func drops(character: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(character))
    #expect(TextWriter.normalize("甲\(scalar)乙") == "甲乙")
  }

  @Test func isIdempotent() {
    for scalar in (UInt32(0)...0x1_1000).compactMap(Unicode.Scalar.init) {
      let once = TextWriter.normalize("甲\(scalar)\(scalar)a")
      #expect(TextWriter.normalize(once) == once)
    }
  }

  @Test(
    arguments: [
      ("&quot;题&quot;", "\"题\""), ("大&amp;#22338;直美", "大坂直美"), ("AT&T &foo; &#x4e00;", "AT&T &foo; 一"),
      ("&#0;&#xD800;&;&#;", "\0&#xD800;&;&#;"), ("&#039;&hellip;", "'…"),
    ])
  func resolvesCharacterReferences(text: String, expected: String) {
    #expect(CharacterReference.resolve(text) == expected)
  }
}
