import GRDB
import TestSupport
import Testing

@testable import ArticleStore

@Suite struct MergeTests {
  @Test func idleStepsMergeWhatSingleArticlesLeft() throws {
    let archive = try TemporaryArchive()
    for number in 0..<30 {
      try archive.save([
        Samples.extracted(
          url: "https://news.example.com/\(number)", title: "第\(number)篇", body: "渔船第\(number)次出海。")
      ])
    }
    let before = try segments(archive)
    var steps = 0
    while steps < 1000, try archive.store.mergeFullText() { steps += 1 }
    #expect(steps < 1000)
    #expect(try segments(archive) < before)
    #expect(try archive.store.mergeFullText() == false)
    #expect(try archive.store.integrityProblems() == [])
    #expect(
      try archive.store.read { db in
        try Int.fetchOne(db, sql: "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH '渔船'")
      } == 30)
  }

  @Test func theTableKeepsItsSettingsThroughReindexing() throws {
    let archive = try TemporaryArchive()
    let settings = "SELECT k, v FROM articles_fts_config ORDER BY k"
    let before = try archive.query(settings)
    #expect(before.contains { $0.hasPrefix("hashsize|") })
    try archive.store.reindex()
    #expect(try archive.query(settings) == before)
  }

  private func segments(_ archive: TemporaryArchive) throws -> Int {
    try archive.store.read { db in
      try Int.fetchOne(db, sql: "SELECT count(DISTINCT segid) FROM articles_fts_idx") ?? 0
    }
  }
}
