import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite struct JSONTests {
  @Test func membersKeepTheirOrder() {
    let json = JSON.object([
      ("z", .int(1)), ("a", .array([.bool(true), .bool(false), .null, .double(0.5)])), ("m", .object([])),
      ("l", .array([])),
    ])
    #expect(json.text == #"{"z":1,"a":[true,false,null,0.5],"m":{},"l":[]}"#)
  }

  @Test(arguments: [
    ("召见", "\"召见\""), ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{1F}\u{8}", #""\u0000\u001f\u0008""#),
    ("\r\n", #""\r\n""#), ("\"\u{301}", "\"\\\"\u{301}\""), ("😀\u{2028}\u{7F}", "\"😀\u{2028}\u{7F}\""),
    ("", "\"\""),
  ])
  func strings(_ text: String, _ expected: String) {
    #expect(JSON.string(text).text == expected)
  }

  @Test func numbers() {
    #expect(JSON.int(.min).text == "-9223372036854775808")
    #expect(JSON.double(1).text == "1.0")
    #expect(JSON.double(.nan).text == "null")
    #expect(JSON.double(-.infinity).text == "null")
  }

  @Test func optionalsAndLists() {
    #expect(JSON.optional(nil).text == "null")
    #expect(JSON.optional("x").text == #""x""#)
    #expect(JSON.strings(["一", "\""]).text == #"["一","\""]"#)
    #expect(JSON.object([("a\"", .null)]).text == #"{"a\"":null}"#)
  }

  /// Another reader gets every text back.
  @Test func foundationReadsIt() throws {
    let seed = UInt64.random(in: 0..<UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...20, using: &random) {
        let limit: UInt32 = Bool.random(using: &random) ? 0x80 : 0x10FFFF
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) { view.append(scalar) }
      }
      let text = String(view)
      let json = JSON.object([(text, .strings([text]))]).text
      let read = try JSONDecoder().decode([String: [String]].self, from: Data(json.utf8))
      #expect(
        read.first?.value.first?.unicodeScalars.elementsEqual(text.unicodeScalars) == true, "seed \(seed)")
      #expect(!json.contains("\n"), "seed \(seed)")
    }
  }
}
