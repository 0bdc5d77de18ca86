import Testing

@testable import Commands

@Suite struct ShownTextTests {
  @Test func controlCharactersAreReplaced() {
    let title = "a\u{1B}]0;x\u{7}b\u{9B}2J\u{7F}\r\n\tc"
    #expect(ShownText.message(title) == "a\u{FFFD}]0;x\u{FFFD}b\u{FFFD}2J\u{FFFD}\u{FFFD}\n\tc")
    #expect(ShownText.cell(title) == "a\u{FFFD}]0;x\u{FFFD}b\u{FFFD}2J\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}c")
    #expect(ShownText.cell("卢赫民\u{301}") == "卢赫民\u{301}")
  }

  @Test func tablesShowNone() {
    var table = Table([("file", .left), ("why", .left)])
    table.append(["a\u{1B}]0;x\u{7}.txt", "b\nc"])
    #expect(
      table.lines(width: 80, style: Style(isEnabled: false)).last == "a\u{FFFD}]0;x\u{FFFD}.txt  b\u{FFFD}c")
  }
}
