import GRDB

/// An article that names a person or a country, with the places where it does.
package struct MentioningArticle: Equatable, Sendable {
  /// The row id.
  package var id: Int64
  /// The article.
  package var publishedAt: String?
  package var source: String?
  package var title: String
  package var body: String
  package var caption: String?
  /// Where body and caption name it, as code points from 0, in order.
  package var bodyPlaces: [Range<Int>]
  package var captionPlaces: [Range<Int>]

  /// The newest articles that name somebody or a country; those without a date come last.
  static func newest(
    _ db: Database, of entity: EntityReference, limit: Int
  ) throws -> [MentioningArticle] {
    let (articles, arguments) = entity.articles
    // The plus has SQLite walk the calendar back from its end instead of sorting all articles.
    let ids = try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM articles INDEXED BY articles_by_date WHERE +id IN (\(articles))
        ORDER BY published_at DESC, id DESC LIMIT ?
        """, arguments: arguments + [limit])
    return try ids.compactMap { id in
      let statement = try db.cachedStatement(
        sql: "SELECT published_at, source, title, body, caption FROM articles WHERE id = ?")
      return try Row.fetchOne(statement, arguments: [id]).map { row in
        MentioningArticle(
          id: id, publishedAt: row[0], source: row[1], title: row[2], body: row[3], caption: row[4],
          bodyPlaces: try places(db, of: entity, in: id, field: "body"),
          captionPlaces: try places(db, of: entity, in: id, field: "caption"))
      }
    }
  }

  private static func places(
    _ db: Database, of entity: EntityReference, in article: Int64, field: String
  ) throws -> [Range<Int>] {
    let (column, value): (String, any DatabaseValueConvertible) =
      switch entity {
      case .person(let id): ("person_id", id)
      case .country(let code): ("code", code)
      }
    // The plus: an article has few mentions, a person may have thousands.
    let statement = try db.cachedStatement(
      sql: """
        SELECT start, "end" FROM mentions WHERE article_id = ? AND field = ? AND +\(column) = ? ORDER BY start
        """)
    return try Row.fetchAll(statement, arguments: [article, field, value]).compactMap { row in
      let (start, end): (Int, Int) = (row[0], row[1])
      return start < end ? start..<end : nil
    }
  }
}
