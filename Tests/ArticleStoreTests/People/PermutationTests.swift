import Articles
import Entities
import GRDB
import Identity
import TestSupport
import Testing

@testable import ArticleStore

/// People are a function of the set of documents and of the judgements: neither order nor detours show.
@Suite struct PermutationTests {
  private static let judgements: [ArticleStore.Verdict] = [
    .init(PersonJudgement(name: "金正恩", ruling: .merge(other: "金与正")), name: "金正恩", other: "金与正"),
    .init(PersonJudgement(name: "普京", ruling: .split(other: "普丁")), name: "普京", other: "普丁"),
    .init(
      PersonJudgement(name: "王伟", ruling: .separate(article: "https://e.example/3", label: "2")), name: "王伟"),
    .init(PersonJudgement(name: "王维", ruling: .hide), name: "王维"),
    .init(PersonJudgement(name: "布什", ruling: .alias("老布什")), name: "布什", other: "老布什"),
    .init(PersonJudgement(name: "玛丽娜沃罗宁", ruling: .merge(other: "无人")), name: "甲", other: "无人"),
    .init(PersonJudgement(name: "无人", ruling: .merge(other: "安倍")), name: "无人", other: "安倍"),
    .init(PersonJudgement(name: "哈格罗夫", ruling: .split(other: "马丁哈格罗夫")), name: "哈格罗夫", other: "马丁哈格罗夫"),
    .init(
      PersonJudgement(name: "李伟", ruling: .separate(article: "https://e.example/7", label: "教练")), name: "李伟"),
    .init(PersonJudgement(name: "奎尔比", ruling: .hide), name: "奎尔比"),
  ]

  @Test(arguments: [1, 2] as [UInt64]) func orderDoesNotMatter(seed: UInt64) throws {
    var articles = GeneratedArticles(seed: seed)
    let captures = articles.captures(400, articles: 300)
    let removed = Set((290..<300).map { "https://e.example/\($0)" })
    var generator = SeededGenerator(seed: seed &+ 100)
    var results: [[String]] = []
    for _ in 0..<10 {
      let archive = try TemporaryArchive()
      // What is committed need not outlive the test.
      try archive.store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
      try play(captures, removing: removed, on: archive, &generator)
      let state = try archive.peopleState()
      let problems = try archive.store.identityProblems()
      #expect(problems == [], "seed \(seed)")
      #expect(try archive.store.integrityProblems() == [], "seed \(seed)")
      let ids = try archive.query("SELECT id, name_key FROM people ORDER BY id")
      // Open names and several people of one name are among them.
      #expect(ids.contains { $0.hasSuffix("?") } && ids.contains { $0.contains("#") }, "seed \(seed)")
      try archive.store.rebuildPeople()
      #expect(try archive.peopleState() == state, "seed \(seed)")
      #expect(try archive.query("SELECT id, name_key FROM people ORDER BY id") == ids, "seed \(seed)")
      #expect(state.count > 300)
      results.append(state)
    }
    for result in results.dropFirst() {
      // Not as an expression: both sides are thousands of lines.
      let isSame = result == results[0]
      #expect(isSame, "seed \(seed): \(difference(result, results[0]))")
    }
  }

  private func difference(_ one: [String], _ other: [String]) -> String {
    let (left, right) = (Set(one), Set(other))
    return
      "\(left.subtracting(right).sorted().prefix(5)) against \(right.subtracting(left).sorted().prefix(5))"
  }

  /// Stores all captures in a random order and in batches of random sizes; takes articles out for good and for a
  /// while, and judges in between: the judgements in their order, with others that are taken back. Who is who is
  /// computed now and then, as a whole or in part.
  private func play(
    _ captures: [ExtractedArticle], removing removed: Set<String>, on archive: TemporaryArchive,
    _ generator: inout SeededGenerator
  ) throws {
    let now = Timestamp(secondsSince1970: 1_730_000_000)
    var waiting = captures.shuffled(using: &generator)
    var verdicts = Self.judgements[...]
    var detours = 12
    while !waiting.isEmpty {
      let batch = Array(waiting.prefix(Int.random(in: 1...60, using: &generator)))
      waiting.removeFirst(batch.count)
      try archive.save(batch, settles: Bool.random(using: &generator))
      if Int.random(in: 0..<3, using: &generator) == 0 {
        _ = try archive.store.settleStep(size: Int.random(in: 1...9, using: &generator))
      }
      // Again, and something older: nothing changes.
      try archive.save(batch.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }, settles: false)
      if Bool.random(using: &generator), let verdict = verdicts.popFirst() {
        _ = try archive.store.judge([verdict], at: now)
      }
      if detours > 0, let url = batch.randomElement(using: &generator)?.article.url {
        detours -= 1
        try archive.takeOut(url)
        waiting.append(contentsOf: captures.filter { $0.article.url == url })
      }
      if Int.random(in: 0..<3, using: &generator) == 0 {
        let mistaken = ArticleStore.Verdict(
          PersonJudgement(name: "特朗普", ruling: .merge(other: "普京")), name: "特朗普", other: "普京")
        let effect = try archive.store.judge([mistaken], at: now)
        let last = try #require(try archive.store.judgements().last { $0.judgement == mistaken.judgement })
        if effect.changed > 0 { _ = try archive.store.undoJudgements([last.id]) }
      }
    }
    _ = try archive.store.judge(Array(verdicts), at: now)
    for url in removed { try archive.takeOut(url) }
    try archive.save(captures.filter { !removed.contains($0.article.url ?? "") })
  }
}

extension TemporaryArchive {
  /// Everything that is computed of people, without row ids.
  func peopleState() throws -> [String] {
    try query(
      """
      SELECT 'bearer', b.name, b.latin, b.key, b.family, b.whole, b.articles, b.is_core, p.name_key
      FROM bearers b LEFT JOIN people p ON p.id = b.person_id ORDER BY b.name, b.latin
      """)
      + query(
        """
        SELECT 'short', s.short, b.name, b.latin, s.articles
        FROM bearer_shorts s JOIN bearers b ON b.id = s.bearer_id ORDER BY b.name, b.latin, s.short
        """)
      + query(
        "SELECT 'person', name_key, name, latin_name, hidden, is_open, shown_key FROM people ORDER BY name_key"
      )
      + query(
        """
        SELECT 'form', p.name_key, f.kind, f.name, f.key, f.articles FROM person_forms f
        JOIN people p ON p.id = f.person_id ORDER BY p.name_key, f.kind, f.name
        """)
      + query(
        """
        SELECT 'name', p.name_key, n.name, n.kind, n.articles FROM person_names n
        JOIN people p ON p.id = n.person_id ORDER BY p.name_key, n.name, n.kind
        """)
      + query(
        """
        SELECT 'document', a.url_key, d.ordinal, d.sample, b.name, b.latin, p.name_key FROM document_people d
        JOIN articles a ON a.id = d.article_id JOIN bearers b ON b.id = d.bearer_id JOIN people p ON p.id = d.person_id
        ORDER BY a.url_key, d.ordinal
        """)
      + query(
        """
        SELECT 'article', a.url_key, p.name_key, ap.mentions, ap.first_start
        FROM article_people ap JOIN people p ON p.id = ap.person_id JOIN articles a ON a.id = ap.article_id
        ORDER BY a.url_key, p.name_key
        """)
      + query(
        """
        SELECT 'mention', a.url_key, m.start, m."end", p.name_key FROM mentions m
        JOIN people p ON p.id = m.person_id JOIN articles a ON a.id = m.article_id
        ORDER BY a.url_key, m.start, m."end", p.name_key
        """)
      + query(
        """
        SELECT 'evidence', a.url_key, hex(e.data) FROM article_evidence e JOIN articles a ON a.id = e.article_id
        ORDER BY a.url_key
        """)
      + store.read { db in
        try String.fetchAll(
          db,
          sql: """
            SELECT 'text' || p.name_key || '|' || f.names || '|' || f.latin
            FROM people p JOIN people_fts f ON f.rowid = p.id ORDER BY p.name_key
            """)
      }
      + query("SELECT 'judgement', kind, name_key, other_key, article_key FROM person_judgements ORDER BY id")
      + query(
        "SELECT 'pending', bearer_id FROM pending_bearers UNION ALL SELECT 'pending', person_id FROM pending_people"
      )
  }

  /// Takes an article out as a user does, but so that it may come again.
  func takeOut(_ url: String) throws {
    guard let article = try store.article(urlKey: url) else { return }
    #expect(try store.remove(articleID: article.id, at: Timestamp(secondsSince1970: 1_730_000_000)))
    try execute("DELETE FROM tombstones")
  }
}
