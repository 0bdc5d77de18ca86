import ArticleStore
import Foundation
import GRDB

/// The least that an archive costs: the rows of a finished one written into an empty one, with the same schema,
/// indexes, settings, batches and durability, and nothing else.
struct Floor {
  private let source: DatabaseQueue
  private let target: ArchiveDirectory
  /// The row ids of the articles that are to be written.
  private let ids: [Int64]

  /// A floor under a finished archive, or under those of its articles that come after the first `held`, which the
  /// other archive has.
  init(_ archive: ArchiveDirectory, into target: ArchiveDirectory, held: Int = 0) throws {
    self.target = target
    source = try Self.open(archive)
    ids = try source.read { db in
      try Int64.fetchAll(db, sql: "SELECT id FROM articles ORDER BY id LIMIT -1 OFFSET ?", arguments: [held])
    }
    try source.writeWithoutTransaction { [ids] db in
      try RowCopy.prepare(db, from: ids.first ?? 0, target: target.database)
    }
  }

  /// Writes the articles in batches. Each batch is read into memory before the clock runs.
  ///
  /// - Returns: what each transaction took.
  func write(batch size: Int) throws -> [Measurement] {
    let queue = try Self.open(target)
    try queue.writeWithoutTransaction { try $0.execute(sql: ArticleStore.writerSettings) }
    var measurements: [Measurement] = []
    for start in stride(from: 0, to: ids.count, by: size) {
      let range = ids[start]...ids[min(start + size, ids.count) - 1]
      let rows = try source.read { try RowCopy($0, articles: range) }
      try queue.writeWithoutTransaction { db in
        measurements.append(try Measurement.of { try rows.write(to: db) })
      }
    }
    // What is left in the write-ahead log has to get into the database for both.
    try queue.writeWithoutTransaction { db in
      measurements.append(try Measurement.of { _ = try db.checkpoint(.truncate) })
    }
    return measurements
  }

  /// Checks that the other archive holds as many rows of everything.
  func verify() throws {
    let tables = [
      "articles", "people", "bearers", "bearer_shorts", "person_forms", "article_evidence", "document_people",
      "article_people", "article_countries", "mention_rules", "mention_rows", "articles_fts_docsize",
      "people_fts_docsize",
    ]
    func counts(_ queue: DatabaseQueue) throws -> [Int] {
      try queue.read { db in try tables.map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0 } }
    }
    let (wanted, found) = (try counts(source), try counts(Self.open(target)))
    guard wanted == found else {
      throw MeasuredProcess.Failure(
        description: "the floor wrote other rows: \(zip(tables, zip(wanted, found)).map { "\($0) \($1)" })")
    }
  }

  private static func open(_ archive: ArchiveDirectory) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { $0.add(tokenizer: HanFTS5Tokenizer.self) }
    return try DatabaseQueue(path: archive.database, configuration: configuration)
  }
}
