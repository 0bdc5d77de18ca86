import Articles
import Entities
import GRDB
import Identity
import TestSupport
import Testing

@testable import ArticleStore

/// Who is who is computed after articles are stored, step by step.
@Suite struct SettlementTests {
  private func article(
    _ number: Int, _ name: String, _ forms: [String] = [], _ latin: [String] = [], body: String? = nil
  ) -> ExtractedArticle {
    Samples.extracted(
      url: "https://e.example/\(number)", title: "稿\(number)",
      body: body ?? ([name] + forms).joined(separator: "、"),
      people: [(name, [name] + forms, latin)])
  }

  private func id(_ name: String, _ archive: TemporaryArchive) throws -> Int64? {
    let people = try archive.store.people(bearing: name)
    #expect(people.count == 1, "\(name): \(people.map(\.name))")
    return people.first?.id
  }

  @Test func articlesAreFoundBeforeTheirPeopleAreComputed() throws {
    let archive = try TemporaryArchive()
    try archive.save([article(1, "格列布·沃罗宁", ["沃罗宁"], ["Gleb Voronin"])])
    try archive.save([article(2, "格列布·佛羅寧", [], ["Gleb Voronin"])], settles: false)
    #expect(try archive.store.pendingNames() == 1)
    #expect(try archive.store.article(id: 2)?.people.count == 1)
    #expect(try archive.query("SELECT count(*) FROM mentions WHERE article_id = 2") == ["1"])
    // What is not computed yet is no problem.
    #expect(try archive.store.identityProblems() == [])
    try archive.store.settle()
    #expect(try archive.store.pendingNames() == 0)
    #expect(try archive.store.people(matching: nil, limit: nil).map(\.articles) == [2])
    #expect(try archive.store.identityProblems() == [])
  }

  /// More articles, spellings and names of a person change nothing of its number, whichever of the names sorts first.
  @Test func theNumberOfAPersonStays() throws {
    let archive = try TemporaryArchive()
    try archive.save([article(1, "格列布·沃罗宁", ["沃罗宁"], ["Gleb Voronin"])])
    try archive.save([article(2, "克里斯·哈格罗夫", [], ["Chris Hargrove"])])
    let (voronin, hargrove) = (try id("格列布·沃罗宁", archive), try id("克里斯·哈格罗夫", archive))
    for (number, name) in ["格列布·佛羅寧", "Gleb Voronin", "佛罗宁", "格列布·沃罗宁", "龙列布·沃罗宁"].enumerated() {
      try archive.save([article(10 + number, name, [], ["Gleb Voronin"])])
      #expect(try id("格列布·沃罗宁", archive) == voronin && id(name, archive) == voronin, "\(name)")
    }
    try archive.save([
      article(20, "哈格罗夫", [], ["Chris Hargrove"]), article(21, "哈格罗夫", [], ["Adam Hargrove"]),
    ])
    #expect(try id("克里斯·哈格罗夫", archive) == hargrove)
    #expect(try archive.store.people(bearing: "哈格罗夫").count == 2)
    #expect(try archive.store.identityProblems() == [])
  }

  /// When the bearer goes that the person was called by, the number stays with the rest.
  @Test func theNumberStaysWhenANameGoes() throws {
    let archive = try TemporaryArchive()
    try archive.save((1...3).map { article($0, "格列布·沃罗宁", [], ["Gleb Voronin"]) })
    try archive.save([article(4, "格列布·佛羅寧", [], ["Gleb Voronin"])])
    let voronin = try id("格列布·沃罗宁", archive)
    try archive.takeOut("https://e.example/4")
    #expect(try id("格列布·沃罗宁", archive) == voronin)
    #expect(try archive.store.people(bearing: "格列布·佛羅寧").isEmpty)
    #expect(try archive.query("SELECT count(*) FROM bearers") == ["1"])
    #expect(try archive.store.identityProblems() == [])
  }

  private static func changes(_ archive: TemporaryArchive) -> Int {
    archive.store.database.writeWithoutTransaction { $0.totalChangesCount }
  }

  @Test func nothingIsWrittenWhereNothingChanged() throws {
    let archive = try TemporaryArchive()
    var articles = GeneratedArticles(seed: 3)
    let captures = articles.captures(60, articles: 60)
    try archive.save(captures)
    let before = Self.changes(archive)
    try archive.store.settle()
    #expect(try !archive.store.settleStep())
    #expect(Self.changes(archive) == before)
    // The same articles again change nothing either.
    try archive.save(captures, settles: false)
    #expect(try archive.store.pendingNames() == 0)
  }

  /// Steps of any size, with the archive closed between them, give the same people.
  @Test(arguments: [1, 3, 50]) func stepsMayBeInterrupted(size: Int) throws {
    var articles = GeneratedArticles(seed: 4)
    let captures = articles.captures(120, articles: 120)
    let (whole, parts) = (try TemporaryArchive(), try TemporaryArchive())
    try whole.save(captures)
    try parts.save(captures, settles: false)
    var steps = 0
    while try ArticleStore.open(parts.directory, access: .readWrite).settleStep(size: size) {
      steps += 1
      if steps % 10 == 0 { #expect(try parts.store.identityProblems() == []) }
    }
    #expect(steps >= 120 / size)
    #expect(try parts.peopleState() == whole.peopleState())
    #expect(try parts.store.identityProblems() == [] && parts.store.integrityProblems() == [])
  }

  @Test func settlingStopsWhenItIsAsked() throws {
    let archive = try TemporaryArchive()
    try archive.save([article(1, "格列布·沃罗宁")], settles: false)
    try archive.store.settle { true }
    #expect(try archive.store.pendingNames() == 1)
    try archive.store.settle { false }
    #expect(try archive.store.pendingNames() == 0)
  }

  /// A name that many bear is one row that says so, where articles do not tell whom they mean.
  @Test func openNamesAreMarked() throws {
    let archive = try TemporaryArchive()
    try archive.save([
      article(1, "亚当·哈格罗夫", ["哈格罗夫"], ["Adam Hargrove"], body: "检察官亚当·哈格罗夫在法庭说。哈格罗夫起诉。"),
      article(2, "克里斯·哈格罗夫", ["哈格罗夫"], ["Chris Hargrove"], body: "教练克里斯·哈格罗夫在球场说。哈格罗夫获胜。"),
      article(3, "哈格罗夫", body: "画家哈格罗夫展出水彩。"),
    ])
    let open = try archive.store.people(bearing: "哈格罗夫")
    #expect(open.map(\.isOpen) == [true] && open.map(\.articles) == [1])
    #expect(try archive.store.people(named: "哈格罗夫").filter { !$0.isOpen }.count == 2)
    #expect(try archive.query("SELECT name, is_open FROM people_overview WHERE is_open = 1") == ["哈格罗夫|1"])
    #expect(try archive.store.identityProblems() == [])
  }

  /// A user who hides a person of the list hides every spelling of the name.
  @Test func aPersonOfTheListCanBeHidden() throws {
    let archive = try TemporaryArchive()
    try archive.save([article(1, "川普"), article(2, "特朗普")])
    #expect(try archive.store.people(matching: nil, limit: nil).map(\.articles) == [2])
    let verdict = ArticleStore.Verdict(PersonJudgement(name: "川普", ruling: .hide), name: "川普")
    let effect = try archive.store.judge([verdict], at: Timestamp(secondsSince1970: 0))
    #expect(effect.changed == 1 && effect.after.isEmpty)
    try archive.save([article(3, "特朗普")])
    #expect(try archive.store.people(matching: nil, limit: nil).isEmpty)
    _ = try archive.store.undoJudgements(archive.store.hidingJudgements(ofPersonNamed: "特朗普"))
    #expect(try archive.store.people(matching: nil, limit: nil).map(\.articles) == [3])
  }

  /// The names that refer to a person do not refer to others, as a family name does that articles link to the person.
  @Test func linkedNamesAreNotThePersonsOwn() throws {
    let archive = try TemporaryArchive()
    try archive.save(
      (1...12).map { article($0, "亚当·哈格罗夫", ["哈格罗夫"], ["Adam Hargrove"]) } + [article(13, "哈格罗夫")])
    let person = try #require(try archive.store.people(matching: nil, limit: nil).first)
    #expect(person.articles == 13)
    #expect(try archive.store.nameKeys(of: person.id) == ["亚当哈格罗夫", "哈格罗夫"])
    #expect(try archive.store.ownNameKeys(of: person.id) == ["亚当哈格罗夫"])
    // A name that only one row bears, and nothing tells whose it is, is the row's own.
    let separate = ArticleStore.Verdict(
      PersonJudgement(name: "哈格罗夫", ruling: .separate(article: "https://e.example/13", label: "教练")),
      name: "哈格罗夫")
    _ = try archive.store.judge([separate], at: Timestamp(secondsSince1970: 0))
    let other = try #require(try archive.store.people(bearing: "哈格罗夫").first)
    #expect(
      try archive.store.ownNameKeys(of: other.id) == [PersonJudgement.separatedKey("哈格罗夫", label: "教练")])
    #expect(try archive.store.identityProblems() == [])
  }
}
