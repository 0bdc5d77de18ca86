import Testing

@testable import Articles

@Suite struct TimestampTests {
  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"),
      (1_729_517_944, "2024-10-21T13:39:04Z"),
      (951_782_400, "2000-02-29T00:00:00Z"),
      (-1, "1969-12-31T23:59:59Z"),
      (-2_208_988_800, "1900-01-01T00:00:00Z"),
    ] as [(Int64, String)])
  func writesISO8601(seconds: Int64, text: String) {
    #expect(Timestamp(secondsSince1970: seconds).iso8601 == text)
    #expect(Timestamp(iso8601: text)?.secondsSince1970 == seconds)
  }

  @Test(
    arguments: [
      "", "2024-10-21", "2024-10-21T13:39:04", "2024-10-21 13:39:04Z", "2024-10-21T13:39:04+00",
      "2024-1-021T13:39:04Z",
      "2024-02-30T13:39:04Z", "2024-10-21T24:39:04Z", "+024-10-21T13:39:04Z", "２024-10-21T13:39Z",
    ])
  func readsNothingElse(text: String) {
    #expect(Timestamp(iso8601: text) == nil)
  }

  @Test func readsCivilDatesBack() throws {
    for seconds in stride(from: Int64(-3_000_000_000), through: 5_000_000_000, by: 86_399 * 17) {
      let text = Timestamp(secondsSince1970: seconds).iso8601
      let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
      let again = try #require(
        Timestamp(
          year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4],
          second: numbers[5]))
      #expect(again.secondsSince1970 == seconds)
    }
  }

  @Test func refusesDatesThatDoNotExist() {
    #expect(Timestamp(year: 2023, month: 2, day: 29) == nil)
    #expect(Timestamp(year: 2024, month: 13, day: 1) == nil)
    #expect(Timestamp(year: 2024, month: 4, day: 31) == nil)
    #expect(Timestamp(year: 2024, month: 4, day: 30, hour: 24) == nil)
  }
}
