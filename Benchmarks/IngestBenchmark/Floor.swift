import ArticleStore
import Foundation
import GRDB

/// The least that an archive costs: the rows of a finished one written into an empty one, with the same schema,
/// indexes, settings, batches and durability, and nothing else.
struct Floor {
  /// The finished archive, read from.
  let archive: ArchiveDirectory
  private let source: DatabaseQueue

  /// A floor under a finished archive.
  init(_ archive: ArchiveDirectory) throws {
    self.archive = archive
    source = try Self.open(archive)
    try source.write { try RowCopy.prepare($0) }
  }

  /// Writes the articles from a row id on in batches. Each batch is read into memory before the clock runs.
  ///
  /// - Returns: what each transaction took.
  func write(
    to target: ArchiveDirectory, from first: Int64 = 1, batch size: Int, fullText: Bool = true
  ) throws -> [Measurement] {
    let queue = try Self.open(target)
    try queue.writeWithoutTransaction { try $0.execute(sql: ArticleStore.writerSettings) }
    let ids = try source.read { db in
      try Int64.fetchAll(db, sql: "SELECT id FROM articles WHERE id >= ? ORDER BY id", arguments: [first])
    }
    var measurements: [Measurement] = []
    for start in stride(from: 0, to: ids.count, by: size) {
      let range = ids[start]...ids[min(start + size, ids.count) - 1]
      let rows = try source.read { try RowCopy($0, articles: range, fullText: fullText) }
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

  /// The row id of the first article after the first `count`.
  func firstID(after count: Int) throws -> Int64 {
    try source.read { db in
      try Int64.fetchOne(db, sql: "SELECT id FROM articles ORDER BY id LIMIT 1 OFFSET ?", arguments: [count])
        ?? 0
    }
  }

  /// Checks that another archive holds as many rows of everything.
  func verify(_ target: ArchiveDirectory) throws {
    let tables = [
      "articles", "people", "names", "name_forms", "document_people", "article_people", "article_countries",
      "mentions", "articles_fts_docsize", "people_fts_docsize",
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
