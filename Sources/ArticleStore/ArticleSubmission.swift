package import Articles
package import Entities
import HanText

/// A file's article on its way into the store.
package struct ArticleSubmission: Sendable {
  /// The article, and its title as titles are compared.
  let article: Article
  let titleKey: String
  /// Its people and countries.
  let entities: EntityRows
  /// The bytes it was read from.
  let file: FileVersion
  /// The version of the extractor that found the people and countries.
  let extractorVersion: Int

  /// A submission of what was read from `file`.
  package init(extracted: ExtractedArticle, file: FileVersion, extractorVersion: Int) {
    article = extracted.article
    titleKey = Folding.fold(extracted.article.title)
    entities = EntityRows(extracted)
    self.file = file
    self.extractorVersion = extractorVersion
  }
}

/// What one transaction of an ingest writes.
package struct IngestBatch: Sendable {
  /// Articles to store, in this order.
  package var submissions: [ArticleSubmission] = []
  /// Files whose bytes were stored before, with the article's row id.
  package var duplicates: [(file: FileVersion, articleID: Int64)] = []
  /// Files that could not be stored.
  package var failures: [FileFailure] = []
  /// Stored files that were put away.
  package var archived: [FileVersion] = []
  /// Files that went away before they were read, by their paths.
  package var vanished: [FileVersion] = []
  /// Whether articles that a user removed come back.
  package var restoresRemoved = false

  /// Nothing yet.
  package init() {}

  /// Whether there is nothing to write.
  package var isEmpty: Bool {
    submissions.isEmpty && duplicates.isEmpty && failures.isEmpty && archived.isEmpty && vanished.isEmpty
  }
}

/// One file with the bytes it held when it was read: what a row of the ledger is about.
package struct FileVersion: Hashable, Sendable {
  /// The path as raw bytes: file names need not be text.
  package var path: [UInt8]
  /// The hash of the bytes; `nil` when the file could not be read.
  package var contentHash: ContentHash?
  /// The size in bytes; `nil` when the file could not be read.
  package var size: Int?

  /// A file and what it held.
  package init(path: [UInt8], contentHash: ContentHash?, size: Int?) {
    self.path = path
    self.contentHash = contentHash
    self.size = size
  }

  /// The path for people: bytes that are no UTF-8 are replaced.
  package var displayPath: String { String(decoding: path, as: UTF8.self) }
}

/// What became of a submission; each case carries the article's row id, by which it can be shown.
package enum SaveOutcome: Equatable, Sendable {
  /// A new article.
  case added(Int64)
  /// A newer capture of an article: replaced in place, its revision raised.
  case replaced(Int64)
  /// The same bytes as before: nothing changed.
  case duplicate(Int64)
  /// An older capture of an article: nothing changed.
  case stale(Int64)
  /// An article that a user removed: nothing changed.
  case removed
}
