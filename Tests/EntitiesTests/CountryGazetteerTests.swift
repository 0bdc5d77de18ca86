import Testing

@testable import Entities

@Suite struct CountryGazetteerTests {
  @Test func holdsEveryCodeOnce() {
    let codes = CountryGazetteer.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    // 249 codes of ISO 3166-1, Kosovo, four historical states.
    #expect(codes.count == 254)
    #expect(Set(["TW", "HK", "MO", "PS", "XK", "SU", "YU", "DD", "CS"]).isSubset(of: codes))
  }

  @Test func historicalStatesHaveExistingSuccessors() throws {
    let historical = CountryGazetteer.all.filter { $0.kind == .historical }
    #expect(historical.map(\.code).sorted() == ["CS", "DD", "SU", "YU"])
    for country in historical {
      let successor = try #require(country.successor)
      #expect(CountryGazetteer.country(code: successor)?.kind == .state)
    }
    #expect(CountryGazetteer.all.filter { $0.kind != .historical }.allSatisfy { $0.successor == nil })
  }

  @Test(arguments: CountryGazetteer.all)
  func namesHoldTheUsualOnes(_ country: Country) {
    #expect(Set([country.nameZh, country.nameZhHant, country.nameEn]).isSubset(of: country.names))
    #expect(Set(country.names).count == country.names.count)
    #expect(country.names.allSatisfy { $0.count > 1 })
  }

  @Test(arguments: [
    ("KR", "南韩"), ("KP", "北韩"), ("IT", "義大利"), ("QA", "卡達"), ("HK", "香港"), ("SA", "沙特"), ("PS", "Palestine"),
    ("CD", "刚果（金）"),
  ])
  func regionalNameIsKnown(_ code: String, _ name: String) throws {
    let country = try #require(CountryGazetteer.country(code: code))
    #expect(country.names.contains { NameKey($0) == NameKey(name) })
  }

  @Test func noPlaceOrOutletIsAName() {
    let names = Set(CountryGazetteer.all.flatMap(\.names))
    #expect(names.isDisjoint(with: ["白宫", "克里姆林宫", "北京", "法新社", "平壤"]))
  }

  @Test func unknownCodeIsNoCountry() {
    #expect(CountryGazetteer.country(code: "ZZ") == nil)
    #expect(CountryGazetteer.country(code: "") == nil)
  }
}
