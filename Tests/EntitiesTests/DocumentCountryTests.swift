import Testing

@testable import Entities

@Suite struct DocumentCountryTests {
  @Test func kindsAreOrderedByStrength() {
    #expect([DocumentCountry.Kind.metonym, .name, .outlet, .abbreviation].max() == .name)
    #expect(DocumentCountry.Kind.metonym > .outlet)
    #expect(!DocumentCountry.Kind.outlet.isNaming)
    #expect(DocumentCountry.Kind.institution.isNaming)
  }
}
