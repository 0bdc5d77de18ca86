import Entities
import GRDB

extension ArticleStore {
  /// The number of articles per person that roles are read from, the newest.
  private static let roleArticles = 20
  /// The number of mentions per article that roles are read from.
  private static let roleMentions = 6

  /// Returns people with the words by which their newest articles introduce them (``Entities/RoleWords``).
  package func withRoles(_ people: [PersonSummary]) throws -> [PersonSummary] {
    try read { db in
      try people.map { person in
        var person = person
        person.roles = try Self.roles(db, of: person.id)
        return person
      }
    }
  }

  private static func roles(_ db: Database, of id: Int64) throws -> [String] {
    let newest = try db.cachedStatement(
      sql: """
        SELECT a.id FROM article_people ap JOIN articles a INDEXED BY articles_dates ON a.id = ap.article_id
        WHERE ap.person_id = ? ORDER BY a.published_at DESC, a.id DESC LIMIT \(roleArticles)
        """)
    let before = try db.cachedStatement(
      sql: """
        SELECT substr(
          CASE m.field WHEN 0 THEN a.title WHEN 1 THEN a.body ELSE a.caption END,
          max(m.start - \(RoleWords.reach), 0) + 1, min(m.start, \(RoleWords.reach)))
        FROM document_people d
        JOIN mention_rows m ON m.article_id = d.article_id AND m.ordinal = d.ordinal
        JOIN articles a ON a.id = d.article_id
        WHERE d.article_id = ? AND +d.person_id = ? ORDER BY m.position LIMIT \(roleMentions)
        """)
    let texts = try Int64.fetchAll(newest, arguments: [id]).map { article in
      try (String?).fetchAll(before, arguments: [article, id]).compactMap(\.self)
    }
    return RoleWords.words(before: texts)
  }
}
