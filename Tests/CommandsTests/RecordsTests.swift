import Testing

@testable import Commands

@Suite struct RecordsTests {
  private let records = Records(
    envelope: [("total", .int(3))], name: "people", columns: ["id", "name", "other_names", "latin_name"],
    rows: [
      [.int(1), .string("李,明"), .strings(["小\"李\"", "李总"]), .null],
      [.int(2), .string("两\n行\t格"), .strings([]), .string("\"\u{301}x")],
    ])

  @Test func json() {
    #expect(
      records.lines(.json) == [
        #"{"version":1,"total":3,"people":["#
          + #"{"id":1,"name":"李,明","other_names":["小\"李\"","李总"],"latin_name":null},"#
          + #"{"id":2,"name":"两\n行\t格","other_names":[],"latin_name":"\"\#u{301}x"}]}"#
      ])
  }

  @Test func jsonLines() {
    let lines = records.lines(.jsonl)
    #expect(lines.count == 2)
    #expect(lines.first == #"{"id":1,"name":"李,明","other_names":["小\"李\"","李总"],"latin_name":null}"#)
  }

  /// RFC 4180: cells with commas, quotes or line ends stand in quotes, in which quotes are doubled.
  @Test func csv() {
    #expect(
      records.lines(.csv) == [
        "id,name,other_names,latin_name", #"1,"李,明","小""李""; 李总","#, "2,\"两\n行\t格\",,\"\"\"\u{301}x\"",
      ])
  }

  /// TSV has no quotes: tabs and line ends become blanks, so that every record is one line.
  @Test func tsv() {
    #expect(
      records.lines(.tsv) == [
        "id\tname\tother_names\tlatin_name", "1\t李,明\t小\"李\"; 李总\t", "2\t两 行 格\t\t\"\u{301}x",
      ])
  }

  @Test func withoutRecords() {
    let empty = Records(name: "hits", columns: ["id"], rows: [])
    #expect(empty.lines(.json) == [#"{"version":1,"hits":[]}"#])
    #expect(empty.lines(.jsonl) == [])
    #expect(empty.lines(.csv) == ["id"])
    #expect(empty.lines(.tsv) == ["id"])
  }

  @Test(arguments: ["a\rb", "a\r\nb", "a\u{2028}b", "a\u{85}b", "a\u{B}b"])
  func everyLineEndCounts(_ text: String) {
    let records = Records(name: "x", columns: ["a"], rows: [[.string(text)]])
    #expect(records.lines(.tsv).last == "a b")
  }
}
