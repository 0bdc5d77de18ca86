/// Where everything of one archive lies: a directory on one file system.
package struct ArchiveDirectory: Equatable, Sendable {
  /// The directory itself, an absolute or relative path without a trailing slash.
  package let path: String

  /// The archive in the given directory, which need not exist yet.
  package init(path: String) {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed = trimmed.dropLast() }
    self.path = String(trimmed)
  }

  /// Where files are dropped; subfolders too.
  package var inbox: String { path + "/inbox" }
  /// Where the originals of stored articles end, in `YYYY/MM/DD/`.
  package var done: String { path + "/done" }
  /// Where files that are no articles end, in `YYYY-MM-DD/`, each with a reason file beside it.
  package var failed: String { path + "/failed" }
  /// The SQLite database.
  package var database: String { path + "/dossier.db" }
  /// The file whose kernel lock the one writing process holds.
  package var lock: String { path + "/dossier.lock" }
}
