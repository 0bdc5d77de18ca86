package import Articles
package import Entities
import GRDB

/// A stored article whose people and countries are to be found anew.
package struct ArticleToExtract: Sendable {
  /// The row id and the revision that was read.
  package var id: Int64
  package var revision: Int
  /// Its canonical address.
  package var address: String
  /// Its text, source and time of publication.
  package var article: Article
}

/// An article with what was found in it anew.
package struct ReextractedArticle: Sendable {
  let id: Int64
  let revision: Int
  let address: String
  let entities: EntityRows

  /// What was found in a stored article.
  package init(_ stored: ArticleToExtract, _ extracted: ExtractedArticle) {
    id = stored.id
    revision = stored.revision
    address = stored.address
    entities = EntityRows(extracted)
  }
}

extension ArticleStore {
  /// Articles in the order of their row ids.
  ///
  /// - Parameters:
  ///   - version: leaves out articles that this version of the extractor read; `nil` takes all.
  ///   - after: only articles with greater row ids.
  package func articlesToExtract(
    unless version: Int?, after id: Int64, limit: Int
  ) throws -> [ArticleToExtract] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, revision, url, title, body, caption, image_url, source, language, published_at, url_key
          FROM articles
          WHERE id > ?1 AND (?2 IS NULL OR extractor_version <> ?2) ORDER BY id LIMIT ?3
          """, arguments: [id, version, limit]
      ).map { row in
        ArticleToExtract(
          id: row[0], revision: row[1], address: row[10],
          article: Article(
            url: row[2], title: row[3], body: row[4], caption: row[5], imageURL: row[6],
            publishedAt: (row[9] as String?).flatMap(Timestamp.init(iso8601:)), source: row[7],
            language: row[8]))
      }
    }
  }

  /// Replaces the people and countries of articles, in one transaction. One that was removed or replaced by a
  /// newer capture meanwhile is left alone.
  ///
  /// - Returns: how many were replaced.
  package func saveExtraction(_ articles: [ReextractedArticle], version: Int) throws -> Int {
    try write { db in
      var changes = ArchiveChanges(db)
      var count = 0
      let update = try db.cachedStatement(
        sql: "UPDATE articles SET extractor_version = ? WHERE id = ? AND revision = ?")
      for article in articles {
        try update.execute(arguments: [version, article.id, article.revision])
        if db.changesCount == 0 { continue }
        let writer = ArticleWriter(db: db, now: "", restoresRemoved: false)
        try writer.removeEntities(of: article.id, &changes)
        try writer.writeEntities(article.entities, of: article.id, address: article.address, &changes)
        count += 1
      }
      try changes.people.finish()
      return count
    }
  }
}
