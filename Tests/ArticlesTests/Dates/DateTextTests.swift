import Testing

@testable import Articles

@Suite struct DateTextTests {
  @Test(
    arguments: [
      ("Mon, 21 Oct 2024 13:36:07 GMT", "2024-10-21T13:36:07Z"),
      ("21 Oct 2024 13:36 +0800", "2024-10-21T05:36:00Z"),
      ("Tue, 3 Jun 08 11:05:30 EDT", "2008-06-03T15:05:30Z"),
      ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"), ("2024-10-21", "2024-10-21T00:00:00Z"),
      ("2024-10-21T13:36:07Z", "2024-10-21T13:36:07Z"), ("2024-10-21T13:36:07.853Z", "2024-10-21T13:36:07Z"),
      ("2024-10-21T13:36:07+01:00", "2024-10-21T12:36:07Z"), ("2024-10-21 13:36:07", "2024-10-21T13:36:07Z"),
      ("2024-10-21T13:36-0530", "2024-10-21T19:06:00Z"), ("2024-10-21T23:30:00 +08", "2024-10-21T15:30:00Z"),
      ("2020年 6月 26日", "2020-06-26T00:00:00Z"), ("2020年6月26日 17:05", "2020-06-26T17:05:00Z"),
      (" 2020/6/26 ", "2020-06-26T00:00:00Z"), ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"),
    ])
  func parses(text: String, expected: String) {
    #expect(Timestamp(parsing: text)?.iso8601 == expected)
  }

  @Test(
    arguments: [
      "", "Mon", "2024", "2024-13-01", "2023-02-29", "2024-10-21T25:00:00Z", "21 Foo 2024 10:00",
      "2024-10-21 x",
      "2020年26日", "2024-10-211", "12:30", "9999999999999999999-01-01", "2024-10-21T13:36:07+99:00 ",
    ])
  func refuses(text: String) {
    #expect(Timestamp(parsing: text) == nil)
  }

  @Test(
    arguments: [
      ("William Yang2020-10-21T09:10:11.12Z", "2020-10-21T09:10:11Z", "William Yang"),
      ("记者甲Mon, 21 Oct 2024 13:36:07 GMT", "2024-10-21T13:36:07Z", "记者甲"),
      ("May Lin 2024-10-21 08:00:00", "2024-10-21T08:00:00Z", "May Lin "),
    ])
  func findsDatesBehindBylines(text: String, expected: String, before: String) throws {
    let found = try #require(DateText.first(in: Array(text.utf8)))
    #expect(found.date.timestamp.iso8601 == expected)
    #expect(found.range == before.utf8.count..<text.utf8.count)
  }

  @Test func tellsWhatIsMissing() {
    #expect(DateText.whole("2024-10-21".utf8)?.hasTime == false)
    #expect(DateText.whole("2024-10-21 10:00".utf8)?.hasZone == false)
    #expect(DateText.whole("2024-10-21 10:00Z".utf8)?.hasZone == true)
  }
}
