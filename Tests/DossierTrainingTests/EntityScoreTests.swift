import Articles
import Entities
import Testing

@testable import DossierTraining

@Suite struct EntityScoreTests {
  private func gold(_ people: [GoldArticle.Person], _ countries: [GoldArticle.Country] = []) -> GoldArticle {
    GoldArticle(
      url: "https://news.example.com/1", article: Article(url: nil, title: "通讯", body: ""), people: people,
      countries: countries)
  }

  private func person(_ name: String, _ forms: [String] = [], optional: Bool? = nil) -> GoldArticle.Person {
    .init(name: name, forms: forms, latin: [], optional: optional)
  }

  private func found(_ people: [[String]], _ countries: [String] = []) -> ExtractedArticle {
    ExtractedArticle(
      article: Article(url: nil, title: "通讯", body: ""),
      people: people.map { DocumentPerson(name: $0[0], forms: $0, latin: [], mentions: []) },
      countries: countries.map {
        DocumentCountry(code: $0, forms: [], kind: .name, focus: false, mentions: [])
      })
  }

  private func counts(_ tally: Tally) -> [Int] { [tally.right, tally.spurious, tally.missed] }

  @Test func anyFormIsTheSamePerson() {
    let score = EntityScore(gold([person("安娜·科斯塔", ["科斯塔"])]), found([["安娜‧科斯塔"]]))
    #expect(counts(score.people) == [1, 0, 0])
  }

  @Test func secondEntryForAPersonIsSpurious() {
    let score = EntityScore(gold([person("安娜·科斯塔", ["科斯塔"])]), found([["安娜·科斯塔"], ["科斯塔"]]))
    #expect(counts(score.people) == [1, 1, 0])
  }

  @Test func oneEntryForTwoPeopleMissesOne() {
    let score = EntityScore(gold([person("周明"), person("林远")]), found([["周明", "林远"]]))
    #expect(counts(score.people) == [1, 0, 1])
  }

  @Test func optionalEntriesDoNotCount() {
    let score = EntityScore(
      gold(
        [person("周明", optional: true)], [.init(code: "FR", optional: true), .init(code: "DE", optional: nil)]),
      found([["周明"]], ["FR", "IT"]))
    #expect(counts(score.people) == [0, 0, 0])
    #expect(counts(score.countries) == [0, 1, 1])
    #expect(score.errors.count == 2)
  }

  @Test func intervalHoldsTheFigure() {
    let right = EntityScore(gold([person("周明")]), found([["周明"]]))
    let wrong = EntityScore(gold([person("周明")]), found([]))
    let scores = (0..<100).map { $0 % 5 == 0 ? wrong : right }
    let interval = scores.interval(\.people)
    let f1 = scores.total(\.people).f1
    #expect(interval.low < f1 && f1 < interval.high)
    #expect(interval.low > 0.7 && interval.high < 0.99)
  }
}
