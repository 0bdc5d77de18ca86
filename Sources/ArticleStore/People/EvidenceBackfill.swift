import Articles
import Entities
import GRDB
import Identity

/// Gives the persons of stored articles the bearers and the evidence that an older version did not keep, batch by
/// batch, and counts names again at the end.
struct EvidenceBackfill {
  private let db: Database
  private static let articles = 500

  init(_ db: Database) {
    self.db = db
  }

  /// Works on the next articles; after the last ones, all names are counted.
  func run(after id: Int64) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, url, title, body, caption, source, published_at FROM articles WHERE id > ? ORDER BY id LIMIT ?
        """, arguments: [id, Self.articles])
    guard let last = rows.last else {
      try recount()
      return try Settings(db).remove("identity_evidence_after")
    }
    for row in rows {
      let id: Int64 = row[0]
      let article = Article(
        url: row[1], title: row[2], body: row[3], caption: row[4],
        publishedAt: (row[6] as String?).flatMap(Timestamp.init(iso8601:)), source: row[5])
      let stored = try StoredEntities(db, of: id)
      let extracted = ExtractedArticle(article: article, people: stored.people, countries: stored.countries)
      try PeopleWriter.writeEvidence(ArticleEvidence(extracted).encoded, of: id, db)
    }
    try Settings(db).set("identity_evidence_after", String(last[0] as Int64))
  }

  /// Counts bearers and the names of people from the persons of all documents, and marks everything as changed. Each
  /// person of an article stays whose it is until that is computed.
  func recount() throws {
    try db.execute(
      sql: """
        DELETE FROM pending_bearers;
        DELETE FROM pending_people;
        DELETE FROM bearer_shorts;
        DELETE FROM person_forms;
        UPDATE bearers SET articles = 0;
        """)
    let articles = try RepeatedStatement(db, "SELECT id, url_key FROM articles ORDER BY id").all {
      (id: $0.integer(0), address: $0.text(1) ?? "")
    }
    for chunk in stride(from: 0, to: articles.count, by: 5_000) {
      var writer = PeopleWriter(db)
      for article in articles[chunk..<min(chunk + 5_000, articles.count)] {
        try writer.countAgain(article.id, address: article.address)
      }
      try writer.finish()
    }
    try db.execute(
      sql: """
        DELETE FROM article_people;
        INSERT INTO article_people \(PersonMoves.rows("1"));
        INSERT OR IGNORE INTO pending_bearers SELECT id FROM bearers;
        INSERT OR IGNORE INTO pending_people SELECT id FROM people;
        """)
  }
}
