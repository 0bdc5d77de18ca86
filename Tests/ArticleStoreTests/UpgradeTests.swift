import Entities
import Foundation
import GRDB
import Identity
import Migrations
import TestSupport
import Testing

@testable import ArticleStore

/// Archives that older versions wrote are brought up to date when they are opened for writing.
@Suite struct UpgradeTests {
  /// An archive as the first `count` migrations left it, with rows.
  private func archive(migrations count: Int, rows: String) throws -> (TemporaryFolder, ArchiveDirectory) {
    let folder = try TemporaryFolder()
    let directory = ArchiveDirectory(path: folder.url.path)
    let old = try DatabaseQueue(path: directory.database, configuration: Self.withTokenizer)
    var migrator = DatabaseMigrator()
    for migration in Migrations.all.prefix(count) {
      migrator.registerMigration(migration.name) { try $0.execute(sql: migration.sql) }
    }
    try migrator.migrate(old)
    try old.write { try $0.execute(sql: rows) }
    try old.close()
    return (folder, directory)
  }

  /// The first schema: one row a full name, mentions without the place of their person.
  @Test func fromTheFirstSchema() throws {
    let (folder, directory) = try archive(migrations: 1, rows: Self.rows)
    defer { withExtendedLifetime(folder) {} }
    #expect(throws: ArticleStoreError.olderSchema(path: directory.database)) {
      try ArticleStore.open(directory, access: .readOnly)
    }
    let store = try ArticleStore.open(directory, access: .readWrite)
    try store.settle()
    #expect(try store.pendingNames() == 0)
    #expect(try store.identityProblems() == [])
    #expect(try store.integrityProblems() == [])
    let people = try store.people(matching: nil, limit: nil)
    #expect(people.map { "\($0.id) \($0.name) \($0.articles)" } == ["2 弗拉基米尔·普京 2", "3 李明 1"])
    #expect(people.first?.otherNames == ["普京"])
    #expect(try store.people(named: "普丁").isEmpty)
    #expect(try store.snapshot { try $0.articleIDs(titleKey: "乙") } == [2])
    #expect(try store.article(id: 1)?.people.map(\.mentions) == [1, 1])
    #expect(
      try store.read { try String.fetchOne($0, sql: "SELECT group_concat(ordinal) FROM mentions") } == "0,1,0"
    )
  }

  private static var withTokenizer: Configuration {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      db.add(tokenizer: HanFTS5Tokenizer.self)
      db.add(function: HanFTS5Tokenizer.foldFunction)
    }
    return configuration
  }

  private static let rows = """
    INSERT INTO articles (id, url, url_key, title, body, sha256, extractor_version, created_at, updated_at)
    VALUES (1, 'u1', 'u1', '甲', '普京见李明', 'h1', 1, 't', 't'), (2, 'u2', 'u2', '乙', '弗拉基米尔·普京', 'h2', 1, 't', 't');
    INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
    INSERT INTO people (id, name_key, name) VALUES (1, '普京', '普京'), (2, '弗拉基米尔普京', '弗拉基米尔·普京'), (3, '李明', '李明');
    INSERT INTO people_fts (rowid, names, latin) VALUES (1, '普京', ''), (2, '弗拉基米尔·普京', ''), (3, '李明', '');
    INSERT INTO person_names VALUES (1, '普京', 'full', 1), (2, '弗拉基米尔·普京', 'full', 1), (3, '李明', 'full', 1);
    INSERT INTO document_people VALUES (1, 0, '普京', '["普京"]', '[]', 1), (1, 1, '李明', '["李明"]', '[]', 3),
      (2, 0, '弗拉基米尔·普京', '["弗拉基米尔·普京"]', '[]', 2);
    INSERT INTO article_people VALUES (1, 1, 1, 0), (1, 3, 1, 3), (2, 2, 1, 0);
    INSERT INTO mentions VALUES (1, 'body', 0, 2, '普京', 'person', 1, NULL, 'r', 1),
      (1, 'body', 3, 5, '李明', 'person', 3, NULL, 'r', 1), (2, 'body', 0, 8, '弗拉基米尔·普京', 'person', 2, NULL, 'r', 1);
    """

  /// The fourth schema: people from names alone, and what users said of them. Who is who is computed in steps, between
  /// which the archive may be closed.
  @Test(arguments: [false, true]) func fromTheFourthSchema(isInterrupted: Bool) throws {
    let (folder, directory) = try archive(migrations: 4, rows: Self.fourthRows)
    defer { withExtendedLifetime(folder) {} }
    var store = try ArticleStore.open(directory, access: .readWrite)
    #expect(try store.pendingNames() == 1_208)
    // Nothing is lost before the first step: mentions, people, what is hidden.
    #expect(try Self.mentions(store) == Self.wantedMentions)
    #expect(try store.people(named: "Gleb Voronin").map(\.id) == [1])
    #expect(try store.article(id: 7)?.people == [])
    #expect(try store.identityProblems() == [])
    var steps = 0
    while try store.settleStep() {
      steps += 1
      if isInterrupted { store = try ArticleStore.open(directory, access: .readWrite) }
      #expect(try Self.mentions(store) == Self.wantedMentions, "after step \(steps)")
    }
    // Three batches of articles, the counting, and people.
    #expect(steps >= 5)
    #expect(try store.pendingNames() == 0)
    #expect(try store.identityProblems() == [])
    #expect(try store.integrityProblems() == [])
    #expect(try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM article_evidence") } == 1_208)
    // The number of each person is what it was; the one that a user hid is not listed.
    let people = try store.people(matching: nil, limit: nil).sorted { $0.id < $1.id }
    #expect(
      people.map { "\($0.id) \($0.name) \($0.articles)" } == [
        "1 格列布·沃罗宁 3", "2 孙珩璟 2", "3 亚当·哈格罗夫 1", "4 亚当·哈葛罗夫 1", "5 闵珩明 1", "6 闵珩明 1", "8 吴珩 1",
      ])
    #expect(try store.people(named: "老吴").map(\.id) == [8])
    #expect(try store.people(named: "闵珩璟").map(\.id) == [2])
    #expect(
      try store.judgements().map(\.judgement.kind) == [.merge, .split, .split, .hide, .alias])
    // Undone, the overrides leave no trace.
    _ = try store.undoJudgements(store.judgements().map(\.id))
    #expect(try store.people(named: "闵珩璟").map(\.name) == ["闵珩璟"])
    #expect(try store.people(named: "Adam Hargrove").map(\.articles) == [2])
    #expect(try store.people(named: "闵珩明").map(\.articles) == [2])
    #expect(try store.people(named: "周珩").map(\.id) == [7])
    #expect(try store.identityProblems() == [])
  }

  /// The mentions as the view gives them, without the person.
  private static func mentions(_ store: ArticleStore) throws -> [String] {
    try store.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT article_id || '|' || field || '|' || start || '|' || "end" || '|' || text || '|' || entity || '|'
            || ifnull(code || '|', '') || rule || '|' || confidence || ifnull('|' || ordinal, '')
          FROM mentions WHERE entity = 'country' OR person_id IS NOT NULL ORDER BY article_id, position
          """)
    }
  }

  private static let wantedMentions =
    persons.map { person in
      let (article, ordinal, name) = (person.article, person.ordinal, person.name)
      return "\(article)|body|0|\(name.unicodeScalars.count)|\(name)|person|r|1.0|\(ordinal)"
    }.filter { !$0.hasPrefix("11|") }
    + ["10|title|1|2|韩|country|KR|c|0.5", "11|body|0|3|闵珩明|person|r|1.0|0"]

  private struct Person {
    let article: Int
    let ordinal: Int
    let name: String
    let latin: String
    let id: Int
    let key: String
  }

  private static let persons = [
    ("格列布·沃罗宁", "Gleb Voronin", 1, "格列布沃罗宁"), ("格列布·沃罗宁", "", 1, "格列布沃罗宁"),
    ("格列布·沃罗宁", "Gleb Voronin", 1, "格列布沃罗宁"), ("闵珩璟", "", 2, "闵珩璟"), ("孙珩璟", "", 2, "孙珩璟"),
    ("亚当·哈格罗夫", "Adam Hargrove", 3, "亚当哈格罗夫"), ("周珩", "", 7, "周珩"),
    ("亚当·哈葛罗夫", "Adam Hargrove", 4, "亚当哈葛罗夫"), ("吴珩", "", 8, "吴珩"), ("闵珩明", "", 5, "闵珩明"),
    ("闵珩明", "", 6, "闵珩明/教练"),
  ].enumerated().map { number, person in
    Person(article: number + 1, ordinal: 0, name: person.0, latin: person.1, id: person.2, key: person.3)
  }

  /// Articles that name one person each, and more than a thousand that name nobody.
  private static let fourthRows: String = {
    var sql = """
      INSERT INTO settings (key, value) VALUES ('identity_version', '1');
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1208)
      INSERT INTO articles (id, url, url_key, title, body, sha256, extractor_version, created_at, updated_at)
      SELECT n, 'u' || n, 'u' || n, '在韩国', '正文', 'h' || n, 1, 't', 't' FROM numbers;
      INSERT INTO people (id, name_key, name, latin_name, hidden) VALUES
        (1, '格列布沃罗宁', '格列布·沃罗宁', 'Gleb Voronin', 0), (2, '孙珩璟', '孙珩璟', NULL, 0),
        (3, '亚当哈格罗夫', '亚当·哈格罗夫', 'Adam Hargrove', 0), (4, '亚当哈葛罗夫', '亚当·哈葛罗夫', 'Adam Hargrove', 0),
        (5, '闵珩明', '闵珩明', NULL, 0), (6, '闵珩明/教练', '闵珩明', NULL, 0), (7, '周珩', '周珩', NULL, 1),
        (8, '吴珩', '吴珩', NULL, 0);
      INSERT INTO people_fts (rowid, names, latin) SELECT id, name, ifnull(latin_name, '') FROM people;
      INSERT INTO person_judgements (id, kind, name_key, name, other_key, other, article_key, created_at) VALUES
        (1, 'merge', '孙珩璟', '孙珩璟', '闵珩璟', '闵珩璟', NULL, 't'),
        (2, 'split', '亚当哈格罗夫', '亚当·哈格罗夫', '亚当哈葛罗夫', '亚当·哈葛罗夫', NULL, 't'),
        (3, 'split', '闵珩明', '闵珩明', '闵珩明/教练', '教练', 'u11', 't'), (4, 'hide', '周珩', '周珩', NULL, NULL, NULL, 't'),
        (5, 'alias', '吴珩', '吴珩', '老吴', '老吴', NULL, 't');
      INSERT INTO countries (id, code, name_zh, name_en, kind) VALUES (1, 'KR', '韩国', 'South Korea', 'state');
      """
    for person in persons {
      let latin = person.latin.isEmpty ? "[]" : "[\"\(person.latin)\"]"
      let count = person.name.unicodeScalars.count
      sql += """
        UPDATE articles SET body = '\(person.name)说。' WHERE id = \(person.article);
        INSERT INTO document_people (article_id, ordinal, name, forms, latin, person_id, name_key, mentions, first_start)
        VALUES (\(person.article), \(person.ordinal), '\(person.name)', '["\(person.name)"]', '\(latin)', \(person.id),
          '\(person.key)', 1, 0);
        INSERT INTO article_people VALUES (\(person.article), \(person.id), 1, 0);
        INSERT INTO mentions (article_id, field, start, "end", text, entity, person_id, rule, confidence, ordinal)
        VALUES (\(person.article), 'body', 0, \(count), '\(person.name)', 'person', \(person.id), 'r', 1, \(person.ordinal));
        INSERT INTO names (key, person_id, articles, core) VALUES ('\(person.key)', \(person.id), 1, '\(person.key)')
          ON CONFLICT DO UPDATE SET articles = articles + 1;
        INSERT INTO name_forms (name_key, kind, text, articles) VALUES ('\(person.key)', 'full', '\(person.name)', 1)
          ON CONFLICT DO UPDATE SET articles = articles + 1;
        """
      if !person.latin.isEmpty {
        sql += """
          INSERT INTO name_forms (name_key, kind, text, form_key, articles)
          VALUES ('\(person.key)', 'latin', '\(person.latin)', '\(NameKey(person.latin))', 1)
          ON CONFLICT DO UPDATE SET articles = articles + 1;
          """
      }
    }
    return sql + """
      INSERT INTO article_countries VALUES (10, 'KR', 1, 'name', 1);
      INSERT INTO mentions (article_id, field, start, "end", text, entity, code, rule, confidence)
      VALUES (10, 'title', 1, 2, '韩', 'country', 'KR', 'c', 0.5);
      INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
      """
  }()
}
