import Testing

@testable import Commands

@Suite struct TableTests {
  private let plain = Style(isEnabled: false)

  @Test func columnsAreAsWideAsTheirWidestCell() {
    var table = Table([("n", .right), ("name", .left), ("also", .left)])
    table.append(["1", "金烘均", "Kim"])
    table.append(["23", "Li", "李"])
    #expect(
      table.lines(width: 80, style: plain) == [
        " n  name    also",
        " 1  金烘均  Kim",
        "23  Li      李",
      ])
  }

  @Test func theLastColumnIsCutToTheWidth() {
    var table = Table([("n", .right), ("name", .left)])
    table.append(["1", "一二三四五六七八九十"])
    #expect(table.lines(width: 15, style: plain).last == "1  一二三四五…")
    #expect(table.lines(width: 23, style: plain).last == "1  一二三四五六七八九十")
    // A terminal narrower than the other columns still shows something of the last.
    #expect(table.lines(width: 1, style: plain).last == "1  一二三四…")
  }

  @Test func theHeadIsDimmedOnATerminal() {
    var table = Table([("n", .left)])
    table.append(["1"])
    #expect(table.lines(width: 80, style: Style(isEnabled: true)) == ["\u{1B}[2mn\u{1B}[0m", "1"])
    #expect(Table([("n", .left)]).lines(width: 80, style: plain) == ["n"])
  }
}
