import Articles
import Entities
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ArticleStore

@Suite struct SaveTests {
  let archive: TemporaryArchive

  init() throws {
    archive = try TemporaryArchive()
  }

  private func rows(_ sql: String) throws -> [String] {
    try archive.store.read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { String.fromDatabaseValue($0) ?? $0.description }.joined(separator: "|")
      }
    }
  }

  @Test func theSameBytesChangeNothing() throws {
    let article = Samples.extracted(people: [("张三", ["张三"], [])])
    #expect(try archive.save([article]) == [.added(1)])
    let before = try rows("SELECT * FROM articles")
    #expect(try archive.save([article], at: Timestamp(secondsSince1970: 1_999_999_999)) == [.duplicate(1)])
    #expect(try rows("SELECT * FROM articles") == before)
    #expect(try archive.store.integrityProblems() == [])
  }

  @Test func aNewerCaptureReplacesInPlace() throws {
    let first = Samples.extracted(
      body: "沃罗宁说。", captured: 100, people: [("沃罗宁", ["沃罗宁"], [])], countries: [("RU", "沃罗宁")])
    let second = Samples.extracted(body: "李明说。", captured: 200, people: [("李明", ["李明"], [])])
    #expect(try archive.save([first]) == [.added(1)])
    #expect(try archive.save([second]) == [.replaced(1)])
    #expect(try rows("SELECT id, body, revision FROM articles") == ["1|李明说。|2"])
    #expect(try rows("SELECT name FROM people") == ["李明"])
    #expect(try rows("SELECT count(*) FROM article_countries") == ["0"])
    #expect(try rows("SELECT rowid FROM articles_fts WHERE articles_fts MATCH '沃罗宁'") == [])
    #expect(try rows("SELECT rowid FROM articles_fts WHERE articles_fts MATCH '李'") == ["1"])
    #expect(try rows("SELECT rowid FROM people_fts WHERE people_fts MATCH '沃罗宁'") == [])
    #expect(try archive.store.integrityProblems() == [])
  }

  @Test func anOlderCaptureChangesNothing() throws {
    let newer = Samples.extracted(body: "新。", captured: 200)
    let older = Samples.extracted(body: "旧。", captured: 100)
    #expect(try archive.save([newer]) == [.added(1)])
    #expect(try archive.save([older]) == [.stale(1)])
    #expect(try rows("SELECT body, revision FROM articles") == ["新。|1"])
  }

  /// At equal capture times the greater hash wins, so the order of files does not matter.
  @Test func equalCapturesDoNotDependOnOrder() throws {
    let one = Samples.extracted(body: "甲。", captured: 100)
    let two = Samples.extracted(body: "乙。", captured: 100)
    try archive.save([one, two])
    let other = try TemporaryArchive()
    try other.save([two, one])
    let body = try rows("SELECT body FROM articles")
    let otherBody = try other.store.read { try String.fetchAll($0, sql: "SELECT body FROM articles") }
    #expect(body == otherBody)
  }

  /// Several captures of one article in one transaction: the index starts from what it held before it.
  @Test func aBatchMayHoldAnArticleTwice() throws {
    let captures = (1...5).map { number in
      Samples.extracted(
        body: "第\(number)版。", captured: Int64(number), people: [("王五\(number)", ["王五\(number)"], [])])
    }
    try archive.save([captures[0]])
    #expect(
      try archive.save([captures[2], captures[1], captures[4], captures[3]])
        == [.replaced(1), .stale(1), .replaced(1), .stale(1)])
    #expect(try rows("SELECT body, revision FROM articles") == ["第5版。|3"])
    #expect(try rows("SELECT name FROM people") == ["王五5"])
    #expect(try archive.store.integrityProblems() == [])
  }

  @Test func anArticleWithoutAddressIsKeyedByItsBytes() throws {
    let article = Samples.extracted(url: nil)
    #expect(try archive.save([article], bytes: "a") == [.added(1)])
    #expect(try archive.save([article], bytes: "a") == [.duplicate(1)])
    #expect(try archive.save([article], bytes: "b") == [.added(2)])
  }

  @Test func aRemovedArticleStaysAway() throws {
    let article = Samples.extracted()
    let key = article.article.key(contentHash: ContentHash(hex: ""))
    try archive.store.write { db in
      try db.execute(sql: "INSERT INTO tombstones VALUES (?, '', '2024-01-01T00:00:00Z')", arguments: [key])
    }
    #expect(try archive.save([article]) == [.removed])
    #expect(try rows("SELECT count(*) FROM articles") == ["0"])
  }

  @Test func knownBytesAreRecognisedWithoutParsing() throws {
    try archive.save([Samples.extracted()], bytes: "a")
    let known = ["a", "b"].map { text in Array(text.utf8).withUnsafeBytes { ContentHash(of: $0) } }
    #expect(try archive.store.storedArticles(withHashes: known) == [known[0]: 1])
  }

  @Test func mentionsGiveTheirTextBack() throws {
    try archive.save([
      Samples.extracted(
        body: "𠮷野说：😀沃罗宁与沃罗宁会面。", people: [("沃罗宁", ["沃罗宁"], []), ("𠮷野", ["𠮷野"], [])])
    ])
    let texts = try rows(
      """
      SELECT m.text, substr(a.body, m.start + 1, m.end - m.start)
      FROM mentions m JOIN articles a ON a.id = m.article_id ORDER BY m.start
      """)
    #expect(texts == ["𠮷野|𠮷野", "沃罗宁|沃罗宁", "沃罗宁|沃罗宁"])
  }

  @Test func viewsAnswerTheShell() throws {
    try archive.save([
      Samples.extracted(
        url: "https://e.example/1", body: "韩国李明、沃罗宁，俄罗斯。",
        people: [("李明", ["李明"], []), ("沃罗宁", ["沃罗宁"], [])],
        countries: [("KR", "韩国"), ("RU", "俄罗斯")]),
      Samples.extracted(
        url: "https://e.example/2", body: "韩国李明。", published: 1_735_000_000,
        people: [("李明", ["李明"], [])], countries: [("KR", "韩国")]),
    ])
    #expect(
      try rows("SELECT month, count(*) FROM country_pairs WHERE a = 'KR' AND b = 'RU' GROUP BY month")
        == ["2024-10|1"])
    #expect(try rows("SELECT b FROM person_pairs WHERE a = '李明'") == ["沃罗宁"])
    #expect(
      try rows("SELECT name, month, articles FROM person_months WHERE name = '李明' ORDER BY month")
        == ["李明|2024-10|1", "李明|2024-12|1"])
    #expect(
      try rows("SELECT people, countries FROM article_overview ORDER BY id")
        == ["李明, 沃罗宁|KR, RU", "李明|KR"])
  }
}
