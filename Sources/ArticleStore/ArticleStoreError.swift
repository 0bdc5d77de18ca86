import GRDB
import Glibc

/// Why the store could not do what was asked.
package enum ArticleStoreError: Error, Equatable, CustomStringConvertible {
  /// There is no database at the path.
  case noArchive(path: String)
  /// The file is there, but it is no Dossier database.
  case notAnArchive(path: String)
  /// The database was written by a newer version, whose schema this one does not know.
  case newerSchema(path: String)
  /// The database was written by an older version and is opened for reading only.
  case olderSchema(path: String)
  /// Another process holds the database's write lock for longer than the store waits.
  case busy(path: String)
  /// The full-text index was built with other folding tables than this program's.
  case otherTokenizer(path: String)
  /// The disk is full.
  case diskFull(path: String)
  /// The file system is mounted read-only.
  case readOnly(path: String)
  /// The database could not be opened for want of something that may come back, as file descriptors.
  case unavailable(path: String, detail: String)
  /// The disk or the memory failed.
  case io(path: String, detail: String)
  /// The schema refuses a row: the data is at fault, not the database.
  case refused(path: String, detail: String)
  /// The database or its folder may not be written or read by this user.
  case permission(path: String, detail: String)
  /// Any other failure of SQLite, with its message.
  case database(path: String, detail: String)

  /// Whether one article of a batch may be the reason, so that the others are worth another try.
  package var mayConcernOneArticle: Bool {
    switch self {
    case .refused, .database: true
    default: false
    }
  }

  /// Whether the data is at fault and will be refused again.
  package var isRefusal: Bool {
    if case .refused = self { true } else { false }
  }

  package var description: String {
    switch self {
    case .noArchive(let path):
      "there is no archive at \(path): make one with 'dossier init', or name another with --archive"
    case .notAnArchive(let path):
      "\(path) is not a Dossier archive: name another with --archive"
    case .newerSchema(let path):
      "\(path) was written by a newer version of dossier: install that version to use it; nothing was changed"
    case .olderSchema(let path):
      "\(path) was written by an older version of dossier: run 'dossier init' on it once to bring it up to date"
    case .busy(let path):
      "another program is writing to \(path): try again when it has finished"
    case .otherTokenizer(let path):
      "the full-text index of \(path) was built with other character tables than this version's"
    case .diskFull(let path):
      "no space is left for \(path): free some and run the same command again; nothing was lost"
    case .readOnly(let path):
      "\(path) lies on a file system that is read-only now: make it writable; nothing was lost"
    case .unavailable(let path, let detail):
      "\(path) cannot be opened now (\(detail)): run the same command again; nothing was lost"
    case .permission(let path, let detail):
      "\(path) cannot be used by this user (\(detail)): check its owner and mode"
    case .io(let path, let detail), .refused(let path, let detail), .database(let path, let detail):
      "\(path): \(detail)"
    }
  }

  init(_ error: DatabaseError, path: String) {
    let detail = error.message ?? error.resultCode.description
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notAnArchive(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_CANTOPEN:
      self = Self.unusable(path: path, detail: detail)
    case .SQLITE_IOERR, .SQLITE_NOMEM:
      self = .io(path: path, detail: detail)
    case .SQLITE_CONSTRAINT, .SQLITE_TOOBIG:
      self = .refused(path: path, detail: detail)
    case .SQLITE_ERROR where detail.contains("error in tokenizer constructor"):
      self = .otherTokenizer(path: path)
    default: self = .database(path: path, detail: detail)
    }
  }

  /// SQLite does not say why a file cannot be opened or written; the system does.
  private static func unusable(path: String, detail: String) -> ArticleStoreError {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    for (name, mode) in [(folder, R_OK | W_OK | X_OK), (path, R_OK | W_OK)] where access(name, mode) != 0 {
      switch errno {
      case EROFS: return .readOnly(path: path)
      case EACCES, EPERM: return .permission(path: path, detail: detail)
      default: continue
      }
    }
    return .unavailable(path: path, detail: detail)
  }
}
