import ArticleStore
import TestSupport
import Testing

@testable import ArticleSearch

/// Whom a name means.
@Suite struct EntityResolverTests {
  private let resolver: EntityResolver

  init() throws {
    let archive = try SearchedArchive([
      Samples.extracted(body: "总统普京说。", people: [("普京", ["普京"], [])]),
      Samples.extracted(body: "画家拉斯普京说。", people: [("拉斯普京", ["拉斯普京"], [])]),
      Samples.extracted(body: "众议员史密斯说。", people: [("史密斯", ["史密斯"], ["Chris Smith"])]),
      Samples.extracted(body: "主持人史密斯说。", people: [("史密斯", ["史密斯"], ["Adam Smith"])]),
    ])
    resolver = EntityResolver(store: archive.archive.store)
  }

  @Test func aNameMeansWhoeverBearsExactlyIt() throws {
    guard case .one(let person) = try resolver.person("普京") else {
      Issue.record("普京 is not one person")
      return
    }
    #expect(person.articles == 1)
    guard case .one(let same) = try resolver.person("\(person.id)") else {
      Issue.record("the number is not one person")
      return
    }
    #expect(same == person)
  }

  @Test func severalComeWithTheirRoles() throws {
    guard case .several(let people) = try resolver.person("史密斯") else {
      Issue.record("史密斯 is not several people")
      return
    }
    #expect(Set(people.map(\.roles)) == [["众议员"], ["主持人"]])
    guard case .none = try resolver.person("密斯") else {
      Issue.record("密斯 is somebody")
      return
    }
  }
}
