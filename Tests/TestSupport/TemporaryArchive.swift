package import ArticleStore
package import Articles
package import Entities
import Foundation
import GRDB

/// An archive of a test's own, in a temporary folder.
package struct TemporaryArchive: Sendable {
  /// The folder, which goes when the archive does.
  package let folder: TemporaryFolder
  /// The archive in it.
  package let directory: ArchiveDirectory
  /// Its database, open for writing.
  package let store: ArticleStore

  /// A new, empty archive.
  package init() throws {
    folder = try TemporaryFolder()
    directory = ArchiveDirectory(path: folder.url.path)
    store = try ArticleStore.open(directory, access: .readWrite)
  }

  /// Stores articles as if each were a file whose bytes are `bytes` (default: its title and body).
  ///
  /// - Parameter settles: `false` leaves who is who to be computed later.
  @discardableResult
  package func save(
    _ articles: [ExtractedArticle], bytes: String? = nil,
    at now: Timestamp = Timestamp(secondsSince1970: 1_730_000_000), settles: Bool = true
  ) throws -> [SaveOutcome] {
    let outcomes = try store.save(
      Samples.batch(articles) { bytes ?? $0.article.title + "\n" + $0.article.body }, at: now)
    if settles { try store.settle() }
    return outcomes
  }

  /// Rows of a query, their columns joined by `|`, as a shell user would see them.
  package func query(_ sql: String) throws -> [String] {
    try database.read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        row.databaseValues.map { String.fromDatabaseValue($0) ?? $0.description }.joined(separator: "|")
      }
    }
  }

  /// Runs statements, as a shell user would.
  package func execute(_ sql: String) throws {
    try database.write { try $0.execute(sql: sql) }
  }

  private var database: DatabaseQueue {
    get throws { try DatabaseQueue(path: directory.database) }
  }
}
