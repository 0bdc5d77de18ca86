package import ArticleStore
import Articles

/// The originals in `done/`, checked against the ledger.
package enum DoneFiles {
  /// One line for every file whose bytes the ledger does not know, or that cannot be read.
  package static func problems(_ archive: ArchiveDirectory, store: ArticleStore) throws -> [String] {
    var scan = FolderScan()
    scan.add(FilePath(archive.done))
    var problems = scan.unreadable.map { "\($0.path.display): \($0.error)" }
    for file in scan.files {
      do {
        let hash = try FileReader.read(file.path, limit: .max).bytes.withUnsafeBytes { ContentHash(of: $0) }
        if try !store.knowsFile(withHash: hash) {
          problems.append("\(file.path.display): the ledger does not know these bytes")
        }
      } catch let error as IngestError {
        problems.append("\(file.path.display): \(error)")
      }
    }
    return problems
  }
}
