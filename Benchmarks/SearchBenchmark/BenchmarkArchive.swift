import ArticleStore
import Articles
import BenchmarkSupport
import Entities
import Foundation
import GRDB
import HanText
import TestSupport

/// A temporary archive of a size, with a trigram table over the same articles beside its own.
struct BenchmarkArchive {
  let size: Int
  let store: ArticleStore
  /// Bytes of all searchable text.
  let textBytes: Int
  private let directory: ArchiveDirectory
  private let database: DatabaseQueue

  /// Opens the archive of the first `size` articles of a corpus, row ids counting from 1; makes it where it is
  /// missing, since the largest takes minutes.
  ///
  /// - Parameters:
  ///   - folder: where archives are kept.
  ///   - bodiesOnly: titles and captions are left out, so that only bodies are searched.
  init(_ corpus: BenchmarkCorpus, size: Int, in folder: URL, bodiesOnly: Bool = false) throws {
    self.size = size
    let path = folder.appending(path: bodiesOnly ? "sampled-bodies-\(size)" : "articles-\(size)").path
    directory = ArchiveDirectory(path: path)
    let isNew = !FileManager.default.fileExists(atPath: directory.database)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    if isNew {
      let store = try ArticleStore.open(directory, access: .readWrite)
      try Self.fill(store, corpus, size: size, bodiesOnly: bodiesOnly)
    }
    store = try ArticleStore.open(directory, access: .readOnly)
    database = try DatabaseQueue(path: directory.database)
    textBytes =
      try database.read { db in
        try Int.fetchOne(
          db,
          sql:
            "SELECT sum(length(CAST(title AS BLOB)) + length(CAST(body AS BLOB)) + ifnull(length(CAST(caption AS BLOB)), 0)) FROM articles"
        )
      } ?? 0
  }

  private static func fill(
    _ store: ArticleStore, _ corpus: BenchmarkCorpus, size: Int, bodiesOnly: Bool
  ) throws {
    for start in stride(from: 0, to: size, by: 1000) {
      let articles = (start..<min(start + 1000, size)).map { index in
        var article = corpus.article(at: index)
        article.url = "https://example.com/\(index)"
        if bodiesOnly {
          article.title = "·"
          article.caption = nil
        }
        return ExtractedArticle(article: article, people: [], countries: [])
      }
      _ = try store.save(
        Samples.batch(articles) { $0.article.url ?? "" }, at: Timestamp(secondsSince1970: 1_730_000_000))
    }
  }

  /// Makes FTS5's own trigram index, empty as yet.
  func makeTrigramTable() throws {
    try database.write { db in
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE IF NOT EXISTS trigram_fts USING fts5 (
            body, title, caption, content = 'articles', content_rowid = 'id', tokenize = 'trigram')
          """)
    }
  }

  /// Builds a full-text table anew from the articles, both with the same memory for what is not yet written.
  ///
  /// - Returns: how long it took, and the bytes of the index.
  func rebuild(_ table: String) throws -> (milliseconds: Double, bytes: Int) {
    let time = try Statistics.milliseconds {
      if table == "articles_fts" {
        try ArticleStore.open(directory, access: .readWrite).reindex()
      } else {
        try database.write { db in
          try db.execute(sql: "INSERT INTO \(table) (\(table), rank) VALUES ('hashsize', 67108864)")
          try db.execute(sql: "INSERT INTO \(table) (\(table)) VALUES ('rebuild')")
        }
      }
    }
    let bytes = try database.read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT (SELECT sum(length(block)) FROM \(table)_data) + (SELECT sum(length(term)) FROM \(table)_idx)
            + (SELECT sum(length(sz)) FROM \(table)_docsize)
          """)
    }
    return (time, bytes ?? 0)
  }

  /// The best 20 articles with a snippet, by bm25.
  func searchTrigram(_ text: String) throws {
    _ = try database.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT rowid, title, snippet(trigram_fts, 0, '[', ']', '…', 40) FROM trigram_fts
          WHERE trigram_fts MATCH ? ORDER BY bm25(trigram_fts, 1.0, 6.0, 1.5) LIMIT 20
          """, arguments: ["\"\(text)\""])
    }
  }

  /// The best ten articles that hold any pair of a text's characters, by bm25 alone.
  func searchAnyPair(_ text: String) throws -> [Int64] {
    guard let query = HanQuery(text, columns: [])?.loosened else { return [] }
    let matches = try store.snapshot { try $0.scores(query.matchExpression, filter: ArticleFilter()) }
    return matches.sorted { ($0.score, $0.id) > ($1.score, $1.id) }.prefix(10).map(\.id)
  }

  /// The first 20 articles that hold the text.
  func searchLike(_ text: String) throws {
    _ = try database.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, title FROM articles WHERE body LIKE ?1 OR title LIKE ?1 OR caption LIKE ?1 LIMIT 20
          """, arguments: ["%\(text)%"])
    }
  }
}
