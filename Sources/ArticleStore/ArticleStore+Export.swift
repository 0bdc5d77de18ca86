package import Articles
package import Entities
import GRDB

/// A stored article as it leaves the archive: what the extractor found in it, and whom the archive takes its people for.
package struct ExportedArticle: Sendable {
  /// A person of the article, and of the archive.
  package struct Person: Sendable {
    /// The person as the article names them.
    package var person: DocumentPerson
    /// The row in `people`, and the names by which the archive knows that person.
    package var personID: Int64
    package var name: String
    package var latinName: String?
    /// Whether the name may mean several people, and the article does not say which.
    package var isOpen: Bool
  }

  /// The row id.
  package var id: Int64
  /// How many captures changed it; 1 for the first.
  package var revision: Int
  /// The file it was read from: its path as the ledger knows it, SHA-256 in hexadecimal, size in bytes. Path and size
  /// are `nil` where the ledger does not know the file.
  package var path: String?
  package var sha256: String
  package var size: Int?
  /// The version of the extractor that found people and countries.
  package var extractorVersion: Int
  /// The article.
  package var article: Article
  /// Its people and countries, each in the order of first mention; people whom a user hid are left out.
  package var people: [Person]
  package var countries: [DocumentCountry]
}

extension ArticleStore {
  /// Gives articles to `body` one after the other, in the order of their row ids: one snapshot of the archive, in
  /// memory that does not grow with it.
  package func exportArticles(
    _ selection: ArticleSelection, _ body: (ExportedArticle) throws -> Void
  ) throws {
    let (condition, arguments) = selection.condition(on: "a.id")
    try read { db in
      // Pages that are mapped would be counted as memory of this process, until it had all of the archive.
      try db.execute(sql: "PRAGMA mmap_size = 0")
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT a.id, a.revision, a.sha256, a.extractor_version, a.url, a.title, a.body, a.caption, a.image_url,
            a.published_at, a.captured_at, a.source, a.language,
            (SELECT f.id FROM files f WHERE f.sha256 = a.sha256 AND f.article_id = a.id ORDER BY f.id LIMIT 1) AS file
          FROM articles a WHERE 1\(condition) ORDER BY a.id
          """, arguments: arguments)
      let reader = ExportReader(db: db)
      while let row = try rows.next() { try body(try reader.article(row)) }
    }
  }
}

/// Reads what belongs to a row of `articles`.
private struct ExportReader {
  let db: Database

  func article(_ row: Row) throws -> ExportedArticle {
    let id: Int64 = row[0]
    let file = try (row["file"] as Int64?).flatMap(ledgerFile)
    let entities = try StoredEntities(db, of: id)
    let article = Article(
      url: row[4], title: row[5], body: row[6], caption: row[7], imageURL: row[8],
      publishedAt: (row[9] as String?).flatMap(Timestamp.init(iso8601:)),
      capturedAt: (row[10] as String?).flatMap(Timestamp.init(iso8601:)), source: row[11], language: row[12])
    return ExportedArticle(
      id: id, revision: row[1], path: file?.path, sha256: row[2], size: file?.size, extractorVersion: row[3],
      article: article, people: try people(of: id, entities.people), countries: entities.countries)
  }

  private func ledgerFile(_ id: Int64) throws -> (path: String, size: Int?)? {
    let statement = try db.cachedStatement(sql: "SELECT display_path, size FROM files WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map { ($0[0], $0[1]) }
  }

  /// The people as the archive knows them; those whom a user hid are left out.
  private func people(of id: Int64, _ found: [DocumentPerson]) throws -> [ExportedArticle.Person] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT d.ordinal, p.id, p.name, p.latin_name, p.is_open
        FROM document_people d JOIN people p ON p.id = d.person_id
        WHERE d.article_id = ? AND p.hidden = 0 ORDER BY d.ordinal
        """)
    return try Row.fetchAll(statement, arguments: [id]).compactMap { row in
      guard found.indices.contains(row[0]) else { return nil }
      return ExportedArticle.Person(
        person: found[row[0]], personID: row[1], name: row[2], latinName: row[3], isOpen: row[4])
    }
  }
}
