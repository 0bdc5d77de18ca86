package import Articles
import GRDB

extension ArticleStore {
  /// Takes an article out with its people, countries, mentions and full text, and leaves a tombstone, so that
  /// its file dropped again does not bring it back. Needs no lock: it waits for a running transaction.
  ///
  /// - Returns: whether there was an article with that row id.
  package func remove(articleID: Int64, at now: Timestamp) throws -> Bool {
    try write { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT url_key, sha256, body, title, caption FROM articles WHERE id = ?",
          arguments: [articleID])
      else { return false }
      var changes = ArchiveChanges(db)
      let text = IndexedText(body: row[2], title: row[3], caption: row[4])
      changes.fullText.articleChanged(articleID, from: text, to: nil)
      try changes.people.removePeople(of: articleID)
      try db.execute(
        sql: """
          INSERT INTO tombstones (url_key, sha256, deleted_at) VALUES (?, ?, ?)
          ON CONFLICT DO UPDATE SET sha256 = excluded.sha256, deleted_at = excluded.deleted_at
          """, arguments: [row[0] as String, row[1] as String, now.iso8601])
      try db.execute(
        sql: "UPDATE files SET state = 'removed', article_id = NULL, last_change = ? WHERE article_id = ?",
        arguments: [now.iso8601, articleID])
      try db.execute(sql: "DELETE FROM articles WHERE id = ?", arguments: [articleID])
      try changes.people.finish()
      changes.fullText.peopleChanged(try Settlement.run(db))
      try changes.fullText.flush(db)
      return true
    }
  }
}
