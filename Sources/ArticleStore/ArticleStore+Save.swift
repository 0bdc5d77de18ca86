package import Articles
import Entities
import GRDB
import HanText

extension ArticleStore {
  /// Stores a batch in one durable transaction, in the order given.
  ///
  /// An article is keyed by its canonical URL (``Articles/Article/key(contentHash:)``). The same bytes change
  /// nothing, a newer capture replaces the article in place, an older one is ignored; at equal capture times
  /// the greater hash wins, so that the result does not depend on the order of files. The ledger gets its rows
  /// in the same transaction.
  ///
  /// - Parameter entering: is told of each step, for measurements.
  /// - Returns: one outcome a submission, in their order.
  /// - Throws: ``ArticleStoreError``; then nothing of the batch was stored.
  package func save(
    _ batch: IngestBatch, at now: Timestamp, entering: (SaveStep) -> Void = { _ in }
  ) throws -> [SaveOutcome] {
    if batch.isEmpty { return [] }
    return try write { db in
      entering(.rows)
      var changes = ArchiveChanges(db)
      let writer = ArticleWriter(db: db, now: now.iso8601, restoresRemoved: batch.restoresRemoved)
      // No savepoint a file: a statement that fails takes back the whole batch, and the caller saves its files one
      // by one.
      let outcomes = try batch.submissions.map { try writer.save($0, &changes) }
      let ledger = FileLedger(db: db, now: now.iso8601)
      for (file, articleID) in batch.duplicates { try ledger.record(file, outcome: .duplicate(articleID)) }
      for failure in batch.failures {
        try ledger.record(failure.file, state: failure.state, articleID: nil, error: failure.error)
      }
      for file in batch.archived { try ledger.recordArchived(file) }
      for file in batch.vanished { try ledger.forgetUnread(file) }
      entering(.people)
      try changes.people.finish()
      entering(.fullText)
      try changes.fullText.flush(db)
      entering(.commit)
      return outcomes
    }
  }

  /// Which of the hashes belong to files whose article the store holds: those files need not be read again.
  package func storedArticles(withHashes hashes: [ContentHash]) throws -> [ContentHash: Int64] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT coalesce((SELECT id FROM articles WHERE sha256 = ?1),
            (SELECT article_id FROM files WHERE sha256 = ?1 AND article_id IS NOT NULL))
          """)
      var stored: [ContentHash: Int64] = [:]
      for hash in hashes {
        if let id = try Int64.fetchOne(statement, arguments: [hash.hex]) { stored[hash] = id }
      }
      return stored
    }
  }
}

/// The steps of saving a batch.
package enum SaveStep: String, CaseIterable, Sendable {
  /// The ordinary rows of articles and the ledger.
  case rows
  /// The counts of names. Who is who is computed later (``ArticleStore/settle(_:)``).
  case people
  /// The texts are cut into tokens and gathered.
  case fullText
  /// FTS5 writes and merges what it gathered; everything goes to the disk.
  case commit
}

/// Writes the ordinary rows of one article after the other, within a transaction of the caller.
struct ArticleWriter {
  let db: Database
  let now: String
  let restoresRemoved: Bool

  /// What the store holds of an article that is submitted again.
  private struct Stored {
    let id: Int64
    let hash: String
    let capturedAt: String?
    let text: IndexedText
  }

  func save(_ submission: ArticleSubmission, _ changes: inout ArchiveChanges) throws -> SaveOutcome {
    let article = submission.article
    guard let hash = submission.file.contentHash else {
      preconditionFailure("an article is read from bytes, which have a hash")
    }
    let key = article.key(contentHash: hash)
    let outcome: SaveOutcome
    if let stored = try find(key: key) {
      if stored.hash == hash.hex {
        outcome = .duplicate(stored.id)
      } else if (article.capturedAt?.iso8601 ?? "", hash.hex) > (stored.capturedAt ?? "", stored.hash) {
        try replace(stored.id, with: submission, hash: hash)
        changes.fullText.articleChanged(stored.id, from: stored.text, to: IndexedText(article))
        try removeEntities(of: stored.id, &changes)
        try writeEntities(submission.entities, of: stored.id, address: key, &changes)
        outcome = .replaced(stored.id)
      } else {
        outcome = .stale(stored.id)
      }
    } else if try !restoresRemoved && isRemoved(key: key) {
      outcome = .removed
    } else {
      try RepeatedStatement(db, "DELETE FROM tombstones WHERE url_key = ?").run(key)
      let id = try insert(submission, key: key, hash: hash)
      changes.fullText.articleChanged(id, from: nil, to: IndexedText(article))
      try writeEntities(submission.entities, of: id, address: key, &changes)
      outcome = .added(id)
    }
    try FileLedger(db: db, now: now).record(submission.file, outcome: outcome)
    return outcome
  }

  private func find(key: String) throws -> Stored? {
    let statement = try RepeatedStatement(
      db, "SELECT id, sha256, captured_at, body, title, caption FROM articles WHERE url_key = ?")
    return try statement.first(key) { row in
      Stored(
        id: row.integer(0), hash: row.text(1) ?? "", capturedAt: row.text(2),
        text: IndexedText(body: row.text(3) ?? "", title: row.text(4) ?? "", caption: row.text(5)))
    }
  }

  private func isRemoved(key: String) throws -> Bool {
    try RepeatedStatement(db, "SELECT 1 FROM tombstones WHERE url_key = ?").first(key) { _ in true } ?? false
  }

  private func insert(_ submission: ArticleSubmission, key: String, hash: ContentHash) throws -> Int64 {
    let statement = try RepeatedStatement(
      db,
      """
      INSERT INTO articles (url, title, title_key, body, caption, image_url, published_at, captured_at, source,
        language, sha256, extractor_version, updated_at, url_key, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    try run(statement, submission, hash, key, now)
    return db.lastInsertedRowID
  }

  private func replace(_ id: Int64, with submission: ArticleSubmission, hash: ContentHash) throws {
    let statement = try RepeatedStatement(
      db,
      """
      UPDATE articles SET url = ?, title = ?, title_key = ?, body = ?, caption = ?, image_url = ?,
        published_at = ?, captured_at = ?, source = ?, language = ?, sha256 = ?, extractor_version = ?,
        updated_at = ?, revision = revision + 1
      WHERE id = ?
      """)
    try run(statement, submission, hash, id)
  }

  /// Runs a statement with the columns of an article, and what comes after them.
  private func run<each Value: StatementValue>(
    _ statement: RepeatedStatement, _ submission: ArticleSubmission, _ hash: ContentHash,
    _ others: repeat each Value
  ) throws {
    let article = submission.article
    try statement.run(
      article.url, article.title, submission.titleKey, article.body, article.caption,
      article.imageURL, article.publishedAt?.iso8601, article.capturedAt?.iso8601, article.source,
      article.language, hash.hex, submission.extractorVersion, now, repeat each others)
  }

  /// Takes the article's people, countries and mentions out.
  func removeEntities(of articleID: Int64, _ changes: inout ArchiveChanges) throws {
    for table in ["mention_rows", "article_countries"] {
      try RepeatedStatement(db, "DELETE FROM \(table) WHERE article_id = ?").run(articleID)
    }
    try changes.people.removePeople(of: articleID)
  }

  /// Writes the people, countries and mentions of an article that has none.
  ///
  /// - Parameter address: the canonical address of the article.
  func writeEntities(
    _ rows: EntityRows, of articleID: Int64, address: String, _ changes: inout ArchiveChanges
  ) throws {
    try changes.people.addPeople(rows, to: articleID, address: address)
    let countries = try RepeatedStatement(
      db, "INSERT INTO article_countries (article_id, code, mentions, kind, focus) VALUES (?, ?, ?, ?, ?)")
    for country in rows.countries {
      try countries.run(articleID, country.code, country.mentions.count, country.kind.rawValue, country.focus)
    }
    try MentionRow.insert(rows.mentions, articleID: articleID, rules: changes.rules, db)
  }
}

/// What a transaction changes beside the rows of articles, gathered while they are written and applied at its end.
struct ArchiveChanges {
  /// The persons of articles.
  var people: PeopleWriter
  /// The full-text tables, which are written last.
  var fullText = FullTextChanges()
  /// The rules that found the mentions.
  let rules: MentionRules

  init(_ db: Database) {
    people = PeopleWriter(db)
    rules = MentionRules(db)
  }
}
