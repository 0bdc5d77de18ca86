import ArticleStore
import TestSupport
import Testing

@testable import ArticleSearch

/// Lists of people and countries.
@Suite struct EntityCatalogTests {
  private let catalog: EntityCatalog

  init() throws {
    let archive = try SearchedArchive([
      Samples.extracted(
        body: "格列布·沃罗宁到访韩国，沃罗宁见李明。", published: 1_700_000_000,
        people: [("格列布·沃罗宁", ["格列布·沃罗宁", "沃罗宁"], ["Gleb Voronin"]), ("李明", ["李明"], [])],
        countries: [("KR", "韩国")]),
      Samples.extracted(
        body: "李明到訪韓國、日本。", published: 1_710_000_000, people: [("李明", ["李明"], [])],
        countries: [("KR", "韓國"), ("JP", "日本")]),
    ])
    catalog = EntityCatalog(store: archive.archive.store)
  }

  @Test func everybodyMostArticlesFirst() throws {
    let (people, total) = try catalog.people(nil, limit: nil)
    #expect(people.map(\.name) == ["李明", "格列布·沃罗宁"])
    #expect(people.map(\.articles) == [2, 1])
    #expect(
      people.first?.firstSeen == "2023-11-14T22:13:20Z" && people.first?.lastSeen == "2024-03-09T16:00:00Z")
    #expect(total == 2)
    #expect(try catalog.people(nil, limit: 1).0.map(\.name) == ["李明"])
    #expect(try catalog.people(nil, limit: 1).total == 2)
  }

  @Test(arguments: [
    ("沃", ["格列布·沃罗宁"]), ("沃羅寧", ["格列布·沃罗宁"]), ("Voronin", ["格列布·沃罗宁"]), ("gleb voron*", ["格列布·沃罗宁"]),
    ("oronin", []), ("李", ["李明"]), ("李 沃", []), ("李 OR 沃", ["李明", "格列布·沃罗宁"]), ("·", []), ("\"", []),
  ])
  func people(_ text: String, _ expected: [String]) throws {
    let (people, total) = try catalog.people(text, limit: nil)
    #expect(people.map(\.name) == expected)
    #expect(total == expected.count)
  }

  @Test func personsNames() throws {
    let person = try #require(try catalog.people(named: "Gleb Voronin").first)
    #expect(person.latinName == "Gleb Voronin")
    #expect(person.otherNames == ["沃罗宁"])
    #expect(try catalog.people(named: "GLEB VORONIN").map(\.id) == [person.id])
    #expect(try catalog.people(named: "\"").isEmpty)
    #expect(try catalog.people(named: "").isEmpty)
  }

  @Test func countriesOfTheArchive() throws {
    let (countries, total) = try catalog.countries(nil, limit: nil)
    #expect(countries.map(\.code) == ["KR", "JP"])
    #expect(countries.map(\.articles) == [2, 1])
    #expect(countries.map(\.focusArticles) == [2, 1])
    #expect(total == 2)
    #expect(try catalog.countries(nil, limit: 1).0.count == 1)
  }

  /// Names in either script, English or the code find countries, those no article names too.
  @Test(arguments: [("韩国", "KR"), ("韓國", "KR"), ("KR", "KR"), ("korea", "KR"), ("法", "FR"), ("France", "FR")])
  func countries(_ text: String, _ code: String) throws {
    #expect(try catalog.countries(text, limit: nil).0.map(\.code).contains(code))
  }

  @Test func countriesThatAreNone() throws {
    #expect(try catalog.countries("无此国", limit: nil).0 == [])
    #expect(try catalog.countries("·", limit: nil).total == 0)
  }
}
