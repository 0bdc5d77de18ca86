import Articles
import Entities
import GRDB
import TestSupport
import Testing

@testable import ArticleStore

@Suite struct PeopleTests {
  /// Names and counts of all people, without row ids.
  private func people(of archive: TemporaryArchive) throws -> [String] {
    try archive.store.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT p.name_key, p.name, p.latin_name, n.name, n.kind, n.articles,
            (SELECT names || '/' || latin FROM people_fts f WHERE f.rowid = p.id)
          FROM people p JOIN person_names n ON n.person_id = p.id ORDER BY p.name_key, n.kind, n.name
          """
      ).map { row in row.databaseValues.map(\.description).joined(separator: "|") }
    }
  }

  @Test func fullNamesOfOneKeyAreOnePerson() throws {
    let archive = try TemporaryArchive()
    try archive.save([
      Samples.extracted(
        url: "https://e.example/1",
        people: [("阿列克谢·沃罗宁", ["阿列克谢·沃罗宁", "沃罗宁"], ["Alexei Voronin"])]),
      Samples.extracted(
        url: "https://e.example/2", people: [("阿列克謝‧沃羅寧", ["阿列克謝‧沃羅寧"], ["Aleksei Voronin"])]),
    ])
    let found = try archive.store.people(matching: nil, limit: nil)
    #expect(found.map(\.articles) == [2])
    #expect(try archive.store.people(named: "阿列克谢沃罗宁").count == 1)
    #expect(try archive.store.people(named: "aleksei voronin").count == 1)
    #expect(try archive.store.people(named: "沃罗宁").count == 1)
    #expect(try archive.store.people(named: "罗宁").isEmpty)
  }

  /// People are a function of the set of documents: neither their order nor captures that were replaced show.
  @Test(arguments: [1, 2, 3] as [UInt64]) func orderDoesNotMatter(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let names = ["李明", "沃罗宁", "阿列克谢·沃罗宁", "阿列克謝‧沃羅寧", "朴智勋", "樸智勳"]
    let captures = (0..<40).map { index in
      let picked = names.shuffled(using: &generator).prefix(Int.random(in: 0...3, using: &generator))
      return Samples.extracted(
        url: "https://e.example/\(index % 25)", title: "稿\(index)", captured: Int64(index),
        people: picked.map { ($0, [$0, String($0.suffix(2))], $0.count > 3 ? ["Alexei V\(index % 3)"] : []) })
    }
    var results: Set<[String]> = []
    for _ in 0..<4 {
      let archive = try TemporaryArchive()
      for batch in captures.shuffled(using: &generator).split(
        maxSplits: 5,
        whereSeparator: { _ in
          Bool.random(using: &generator)
        })
      { try archive.save(Array(batch)) }
      try archive.save(captures)
      results.insert(try people(of: archive))
      #expect(try archive.store.integrityProblems() == [])
    }
    #expect(results.count == 1, "seed \(seed)")
  }
}
