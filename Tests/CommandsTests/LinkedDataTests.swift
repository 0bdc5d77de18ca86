import Testing

@testable import Commands

@Suite struct LinkedDataTests {
  @Test(arguments: [
    ("https://e.example/a b<c>", "https://e.example/a%20b%3Cc%3E"),
    ("http://[abc/a", "http://%5Babc/a"),
    ("https://e.example/a[1]?q=50%&r=%e4%BD%a0%4", "https://e.example/a%5B1%5D?q=50%25&r=%e4%BD%a0%254"),
    ("https://e.example/气球%", "https://e.example/气球%25"),
  ]) func addressesAsIRIs(_ address: String, _ iri: String) {
    #expect(LinkedData.iri(address) == iri)
  }

  @Test func whatHasNoSchemeIsNone() {
    #expect(LinkedData.iri("e.example/a") == nil && LinkedData.iri(":a") == nil)
  }
}
