import Testing

@testable import Articles

@Suite struct PublicationDateTests {
  @Test(
    arguments: [
      (nil, "2024-10-21T13:39:04Z", "2024-10-21T13:39:04Z"),
      (nil, nil, nil),
      ("2024-10-21T13:36:07Z", nil, "2024-10-21T13:36:07Z"),
      // A zone is believed, whatever the capture says.
      ("2024-10-21T13:36:07Z", "2020-01-01T00:00:00Z", "2024-10-21T13:36:07Z"),
      // Without a zone: UTC when that is before the capture, else UTC+8, else the capture.
      ("2024-10-21T13:36:07", "2024-10-21T13:39:04Z", "2024-10-21T13:36:07Z"),
      ("2024-10-21T20:36:07", "2024-10-21T13:39:04Z", "2024-10-21T12:36:07Z"),
      ("2024-10-22T23:36:07", "2024-10-21T13:39:04Z", "2024-10-21T13:39:04Z"),
      // A day: the capture within it anywhere on earth, else its beginning.
      ("2024-10-21", "2024-10-21T13:39:04Z", "2024-10-21T13:39:04Z"),
      ("2024-10-21", "2024-10-20T10:00:00Z", "2024-10-20T10:00:00Z"),
      ("2024-10-21", "2024-10-20T09:59:59Z", "2024-10-21T00:00:00Z"),
      ("2024-10-21", "2024-10-22T11:59:59Z", "2024-10-22T11:59:59Z"),
      ("2024-10-21", "2024-10-22T12:00:00Z", "2024-10-21T00:00:00Z"),
      ("2024年 10月 21日", nil, "2024-10-21T00:00:00Z"),
    ] as [(String?, String?, String?)])
  func resolves(page: String?, captured: String?, expected: String?) {
    let date = PublicationDate.resolve(
      page: page.flatMap { DateText.whole($0.utf8) }, captured: captured.flatMap(Timestamp.init(parsing:)))
    #expect(date?.iso8601 == expected)
  }
}
