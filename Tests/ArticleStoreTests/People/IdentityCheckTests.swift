import Entities
import TestSupport
import Testing

@testable import ArticleStore

/// What `dossier verify` finds in the tables of who is who.
@Suite struct IdentityCheckTests {
  private let archive: TemporaryArchive

  init() throws {
    archive = try TemporaryArchive()
    var articles = GeneratedArticles(seed: 6)
    try archive.save(articles.captures(80, articles: 80))
  }

  private static let first = "(SELECT min(id) FROM people WHERE is_open = 0 AND latin_name IS NOT NULL)"

  /// Every row that is changed by hand is found, and computing everything again repairs it.
  @Test(arguments: [
    "UPDATE document_people SET person_id = (SELECT max(id) FROM people) WHERE (article_id, ordinal) = (SELECT article_id, ordinal FROM document_people ORDER BY 1, 2 LIMIT 1)",
    "UPDATE document_people SET bearer_id = (SELECT max(id) FROM bearers) WHERE (article_id, ordinal) = (SELECT article_id, ordinal FROM document_people ORDER BY 1, 2 LIMIT 1)",
    "UPDATE person_forms SET articles = articles + 1 WHERE person_id = \(first)",
    "DELETE FROM person_forms WHERE person_id = \(first) AND kind = 'latin'",
    "UPDATE people SET name = '无此人' WHERE id = \(first)",
    "UPDATE people SET latin_name = 'No Body' WHERE id = \(first)",
    "UPDATE people SET is_open = 1 WHERE id = \(first)",
    "UPDATE people SET is_open = 0 WHERE is_open = 1",
    "UPDATE people SET hidden = 1 WHERE id = \(first)",
    "UPDATE people SET shown_key = '无此人' WHERE id = \(first)",
    "UPDATE bearers SET articles = articles + 1 WHERE id = (SELECT min(id) FROM bearers)",
    "UPDATE bearers SET person_id = (SELECT max(id) FROM people) WHERE id = (SELECT min(id) FROM bearers WHERE is_core = 1)",
    "UPDATE bearers SET is_core = 1 - is_core WHERE id = (SELECT min(id) FROM bearers)",
    "UPDATE bearer_shorts SET articles = articles + 1",
    "DELETE FROM bearer_shorts WHERE bearer_id = (SELECT min(bearer_id) FROM bearer_shorts)",
    "UPDATE article_people SET mentions = mentions + 1 WHERE article_id = (SELECT min(article_id) FROM article_people)",
    "DELETE FROM article_people WHERE article_id = (SELECT min(article_id) FROM article_people)",
  ])
  func changedRowsAreFoundAndRepaired(_ sql: String) throws {
    let before = try archive.peopleState()
    #expect(try archive.store.identityProblems() == [])
    try archive.execute(sql)
    #expect(try archive.peopleState() != before)
    #expect(try !archive.store.identityProblems().isEmpty)
    try archive.store.rebuildPeople()
    #expect(try archive.store.identityProblems() == [])
    let isRepaired = try archive.peopleState() == before
    #expect(isRepaired)
  }

  @Test func missingEvidenceIsFound() throws {
    try archive.execute(
      "DELETE FROM article_evidence WHERE article_id = (SELECT min(article_id) FROM document_people)")
    #expect(try archive.store.identityProblems().contains("an article has no evidence about its people"))
  }

  @Test func peopleOfNoArticleAreFound() throws {
    try archive.execute("INSERT INTO people (name_key, name) VALUES ('无此人', '无此人')")
    #expect(try archive.store.identityProblems().contains("somebody is in no article"))
    try archive.store.rebuildPeople()
    #expect(try archive.store.identityProblems() == [])
  }

  @Test func computingEverybodyAgainChangesNothing() throws {
    let before = try archive.peopleState()
    let ids = try archive.query("SELECT id, name_key FROM people ORDER BY id")
    try archive.store.rebuildPeople()
    let isSame = try archive.peopleState() == before
    #expect(isSame)
    #expect(try archive.query("SELECT id, name_key FROM people ORDER BY id") == ids)
  }
}
