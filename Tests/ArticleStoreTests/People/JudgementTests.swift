import Articles
import Entities
import Identity
import TestSupport
import Testing

@testable import ArticleStore

/// What users say of people, as rows that hold whatever happens to articles.
@Suite struct JudgementTests {
  private let archive: TemporaryArchive
  private let now = Timestamp(secondsSince1970: 1_730_000_000)

  init() throws {
    archive = try TemporaryArchive()
    try archive.save(Self.articles)
  }

  private static let articles = [
    article(1, [("格列布·沃罗宁", ["沃罗宁"], ["Gleb Voronin"])]), article(2, [("格列布·佛羅寧", [], ["Gleb Voronin"])]),
    article(3, [("李明", [], []), ("孙二", [], [])]), article(4, [("李明", [], [])]),
  ]

  private static func article(
    _ number: Int, _ people: [(name: String, forms: [String], latin: [String])]
  ) -> ExtractedArticle {
    let people = people.map { ($0.name, [$0.name] + $0.forms, $0.latin) }
    return Samples.extracted(
      url: "https://e.example/\(number)", body: people.flatMap(\.1).joined(separator: "、"), people: people)
  }

  private func verdict(_ name: String, _ ruling: PersonJudgement.Ruling) -> ArticleStore.Verdict {
    ArticleStore.Verdict(PersonJudgement(name: NameKey(name), ruling: ruling), name: name, other: "其他")
  }

  private func judge(_ name: String, _ ruling: PersonJudgement.Ruling, dryRun: Bool = false) throws
    -> JudgementEffect
  {
    let effect = try archive.store.judge([verdict(name, ruling)], at: now, dryRun: dryRun)
    #expect(try archive.store.identityProblems() == [])
    #expect(try archive.store.integrityProblems() == [])
    return effect
  }

  private func listed() throws -> [String] {
    try archive.store.people(matching: nil, limit: nil).map { "\($0.name) \($0.articles)" }
  }

  @Test func aDryRunTellsAndChangesNothing() throws {
    let before = try archive.peopleState()
    let effect = try judge("李明", .merge(other: "孙二"), dryRun: true)
    #expect(effect.changed == 1)
    #expect(effect.before.map(\.name) == ["李明", "孙二"])
    #expect(effect.after.map { "\($0.name) \($0.articles)" } == ["李明 2"])
    #expect(try archive.peopleState() == before)
    #expect(try archive.store.judgements().isEmpty)
  }

  @Test func mergeAndUndo() throws {
    let before = try archive.peopleState()
    #expect(try judge("孙二", .merge(other: "李明")).changed == 1)
    // The judgement's own name is shown although fewer articles give it.
    #expect(try listed() == ["孙二 2", "格列布·沃罗宁 2"])
    #expect(try archive.store.people(named: "李明").map(\.name) == ["孙二"])
    #expect(try judge("孙二", .merge(other: "李明")).changed == 0)
    let stored = try #require(try archive.store.judgements().first)
    #expect(stored.createdAt == now.iso8601 && stored.name == "孙二")
    #expect(try archive.store.undoJudgements([stored.id]).changed == 1)
    #expect(try archive.peopleState() == before)
  }

  @Test func splitTakesBackWhatARuleJoined() throws {
    #expect(try listed() == ["李明 2", "格列布·沃罗宁 2", "孙二 1"])
    _ = try judge("格列布沃罗宁", .split(other: "格列布佛罗宁"))
    #expect(try listed() == ["李明 2", "孙二 1", "格列布·佛羅寧 1", "格列布·沃罗宁 1"])
    // A merge of the same names replaces it.
    _ = try judge("格列布沃罗宁", .merge(other: "格列布佛罗宁"))
    #expect(try archive.store.judgements().map(\.judgement.kind) == [.merge])
    #expect(try listed() == ["李明 2", "格列布·沃罗宁 2", "孙二 1"])
  }

  @Test func someArticlesMayMeanSomebodyElse() throws {
    _ = try judge("李明", .separate(article: "https://e.example/4", label: "教练"))
    #expect(
      try archive.query("SELECT name_key, name FROM people WHERE name = '李明' ORDER BY name_key")
        == ["李明|李明", "李明/教练|李明"])
    // It holds for a newer capture of the article too.
    try archive.save([
      Samples.extracted(
        url: "https://e.example/4", title: "新", body: "李明", captured: 1_800_000_000,
        people: [("李明", ["李明"], [])])
    ])
    #expect(
      try archive.query(
        "SELECT p.name_key FROM article_people ap JOIN people p ON p.id = ap.person_id WHERE ap.article_id = 4"
      )
        == ["李明/教练"])
    let ids = try archive.store.judgements().map(\.id)
    _ = try archive.store.undoJudgements(ids)
    #expect(try archive.store.people(named: "李明").map(\.articles) == [2])
    #expect(try archive.store.identityProblems() == [])
  }

  @Test func hiddenPeopleAreNotListed() throws {
    let effect = try judge("孙二", .hide)
    #expect(effect.before.map(\.name) == ["孙二"] && effect.after.isEmpty)
    #expect(try listed() == ["李明 2", "格列布·沃罗宁 2"])
    #expect(try archive.store.article(id: 3)?.people.map(\.name) == ["李明"])
    #expect(try archive.store.hidingJudgements(ofPersonNamed: "孫二").count == 1)
    _ = try archive.store.undoJudgements(archive.store.hidingJudgements(ofPersonNamed: "孙二"))
    #expect(try archive.store.article(id: 3)?.people.map(\.name) == ["李明", "孙二"])
  }

  @Test func anAliasIsFoundAndJoinsWhoBearsIt() throws {
    _ = try judge("李明", .alias("小李子"))
    #expect(try archive.store.people(named: "小李子").map(\.name) == ["李明"])
    #expect(
      try archive.query("SELECT name, kind, articles FROM person_names WHERE name = '小李子'") == [
        "小李子|variant|0"
      ])
    try archive.save([Self.article(5, [("小李子", [], [])])])
    #expect(try listed().first == "李明 3")
    #expect(
      try archive.query("SELECT name, kind, articles FROM person_names WHERE name = '小李子'") == [
        "小李子|variant|1"
      ])
  }

  /// Judgements refer to names and addresses: taking everything out and in again changes nothing.
  @Test func judgementsSurviveRemovalAndIngest() throws {
    _ = try judge("李明", .merge(other: "孙二"))
    _ = try judge("李明", .separate(article: "https://e.example/4", label: "2"))
    _ = try judge("格列布沃罗宁", .hide)
    let before = try archive.peopleState()
    for article in Self.articles { try archive.takeOut(article.article.url ?? "") }
    #expect(try archive.query("SELECT count(*) FROM people") == ["0"])
    try archive.save(Self.articles.reversed())
    #expect(try archive.peopleState() == before)
    #expect(try archive.store.identityProblems() == [])
  }

  @Test func whyNamesAreOnePersons() throws {
    _ = try judge("李明", .merge(other: "孙二"))
    let person = try #require(try archive.store.people(bearing: "李明").first)
    let joins = try archive.store.joins(of: person.id)
    #expect(joins.map { "\($0.name) \($0.other) \($0.join.rule)" } == ["孙二 李明 merge"])
    let voronin = try #require(try archive.store.people(bearing: "格列布沃罗宁").first)
    let reason = try #require(try archive.store.joins(of: voronin.id).first)
    #expect(reason.join.rule == .latin && reason.join.spelling == "gleb voronin" && reason.join.articles == 1)
  }

  @Test func profile() throws {
    let person = try #require(try archive.store.people(bearing: "格列布·沃罗宁").first)
    let profile = try #require(try archive.store.profile(of: person.id, limit: 5))
    #expect(
      profile.names.map { "\($0.name) \($0.kind) \($0.articles)" } == [
        "格列布·沃罗宁 full 1", "Gleb Voronin latin 2", "格列布·佛羅寧 variant 1", "沃罗宁 short 1",
      ])
    #expect(profile.newest.map(\.id) == [2, 1])
    #expect(try archive.store.profile(of: 999, limit: 5) == nil)
    let li = try #require(try archive.store.people(bearing: "李明").first)
    #expect(try archive.store.profile(of: li.id, limit: 5)?.company.people.map(\.name) == ["孙二"])
  }
}
