import Foundation
import GRDB
import Migrations
import TestSupport
import Testing

@testable import ArticleStore

/// Archives that older versions wrote are brought up to date when they are opened for writing.
@Suite struct UpgradeTests {
  /// The first schema: one row a full name, mentions without the place of their person.
  @Test func fromTheFirstSchema() throws {
    let folder = try TemporaryFolder()
    let directory = ArchiveDirectory(path: folder.url.path)
    let old = try DatabaseQueue(path: directory.database, configuration: Self.withTokenizer)
    var migrator = DatabaseMigrator()
    let first = try #require(Migrations.all.first)
    migrator.registerMigration(first.name) { try $0.execute(sql: first.sql) }
    try migrator.migrate(old)
    try old.write { try $0.execute(sql: Self.rows) }
    try old.close()
    #expect(throws: ArticleStoreError.olderSchema(path: directory.database)) {
      try ArticleStore.open(directory, access: .readOnly)
    }
    let store = try ArticleStore.open(directory, access: .readWrite)
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
    configuration.prepareDatabase { $0.add(tokenizer: HanFTS5Tokenizer.self) }
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
}
