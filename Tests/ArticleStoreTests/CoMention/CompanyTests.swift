import Articles
import Entities
import Identity
import TestSupport
import Testing

@testable import ArticleStore

/// Who is named with whom, against a count by hand over the same articles.
@Suite struct CompanyTests {
  @Test(arguments: [1, 2, 3] as [UInt64]) func countsAndLifts(seed: UInt64) throws {
    let news = GeneratedNews(120, seed: seed)
    let archive = try TemporaryArchive()
    try archive.save(news.articles)
    let members = news.members()
    func check(_ own: String, _ company: Company) {
      let with =
        company.people.map { ($0.name, $0.together) } + company.countries.map { ($0.code, $0.together) }
      let ownArticles = members.filter { $0.contains(own) }
      let wanted = Set(ownArticles.joined()).subtracting([own])
      #expect(Set(with.map(\.0)) == wanted, "seed \(seed)")
      for (other, together) in with {
        let both = ownArticles.count { $0.contains(other) }
        let others = members.count { $0.contains(other) }
        #expect(together.articles == both, "seed \(seed) \(own) \(other)")
        let lift = Double(both) * 120 / Double(ownArticles.count * others)
        #expect(abs(together.lift - lift) < 1e-9, "seed \(seed) \(own) \(other)")
      }
      for list in [company.people.map(\.together), company.countries.map(\.together)] {
        for (one, next) in zip(list, list.dropFirst()) {
          #expect(
            one.leastLift >= max(1, next.leastLift) || (next.leastLift < 1 && one.articles >= next.articles))
        }
      }
    }
    for name in GeneratedNews.people {
      let person = try #require(try archive.store.people(bearing: name).first)
      check(name, try #require(try archive.store.profile(of: person.id, limit: 100)).company)
    }
    for (code, _) in GeneratedNews.countries {
      check(code, try #require(try archive.store.profile(ofCountry: code, limit: 100)).company)
    }
  }

  @Test func hiddenPeopleAndLooseCountriesAreLeftOut() throws {
    let archive = try TemporaryArchive()
    var article = Samples.extracted(
      body: "李明、孙二，韩国、德国。", people: [("李明", ["李明"], []), ("孙二", ["孙二"], [])],
      countries: [("KR", "韩国"), ("DE", "德国")])
    article.countries[1].kind = .metonym
    try archive.save([article])
    _ = try archive.store.judge(
      [ArticleStore.Verdict(PersonJudgement(name: "孙二", ruling: .hide), name: "孙二")],
      at: Timestamp(secondsSince1970: 0))
    let person = try #require(try archive.store.people(bearing: "李明").first)
    let company = try #require(try archive.store.profile(of: person.id, limit: 9)).company
    #expect(company.people.isEmpty && company.countries.map(\.code) == ["KR"])
    #expect(try archive.store.profile(ofCountry: "DE", limit: 9) == nil)
    #expect(try archive.store.profile(ofCountry: "XX", limit: 9) == nil)
  }

  @Test func aCountry() throws {
    let archive = try TemporaryArchive()
    try archive.save([
      Samples.extracted(
        url: "https://e.example/1", body: "韓國。韩国，韩国。", caption: "韩国", published: 1_700_000_000,
        countries: [("KR", "韩国")]),
      Samples.extracted(
        url: "https://e.example/2", body: "在韩国。", published: 1_710_000_000, countries: [("KR", "韩国")]),
    ])
    let profile = try #require(try archive.store.profile(ofCountry: "KR", limit: 9))
    #expect(profile.summary == (try archive.store.countries(matching: nil, limit: nil)).first)
    #expect(profile.names.first == CountryProfile.NameCount(name: "韩国", articles: 2))
    #expect(profile.timeline.counts[0].reduce(0, +) == 2)
    #expect(profile.newest.map(\.id) == [2, 1])
    #expect(profile.newest.first?.bodyPlaces == [1..<3] && profile.newest.first?.captionPlaces == [])
    #expect(try archive.store.country(code: "UM")?.articles == 0)
    #expect(try archive.store.country(code: "??") == nil)
  }
}
