import Testing

@testable import HanText

@Suite struct HanTextTests {
  @Test func versionIsPositive() { #expect(hanTextVersion > 0) }
}
