package import Articles
import Glibc

/// Why one file was not stored.
package enum IngestError: Error, Equatable, Sendable, CustomStringConvertible {
  /// It cannot be read as an article, and never will be.
  case notAnArticle(ArticleParsingError)
  /// It is a device, a FIFO or a socket, which are never opened.
  case notARegularFile(kind: String)
  /// There is nothing at a path that the user named.
  case notThere
  /// It is larger than any article may be.
  case tooLarge(bytes: Int, limit: Int)
  /// Somebody has it open for writing, or it changed while it was read.
  case beingWritten
  /// The program died whenever it read this file.
  case deadly(deaths: Int)
  /// It could not be read where its line of `dossier extract` was written, for a reason given there.
  case notExtracted(reason: String, detail: String)
  /// A line that `dossier extract` cannot have written.
  case malformedLine(ArticleLineError)
  /// The database's schema does not take the article.
  case refusedByStore(detail: String)
  /// The article could not be stored though others could: the database, not the article, is at fault.
  case notStored(detail: String)
  /// What it holds was dealt with, but the file itself could not be put away.
  case notPutAway(call: String, errno: Int32)
  /// The system refused a call on it, for a reason that may pass.
  case system(call: String, errno: Int32)

  /// Whether the file may be stored by a later run: it stays where it is and is never quarantined.
  package var isTransient: Bool {
    switch self {
    case .notAnArticle, .notARegularFile, .notThere, .tooLarge, .deadly, .malformedLine, .refusedByStore:
      false
    case .notExtracted(let reason, _): Self.transientReasons.contains(reason)
    case .beingWritten, .notStored, .notPutAway, .system: true
    }
  }

  /// The codes of errors that may pass.
  private static let transientReasons: Set = ["being-written", "permission", "system"]

  /// A stable code for programs.
  package var reason: String {
    switch self {
    case .notAnArticle(let error): error.reason
    case .notARegularFile: "not-a-regular-file"
    case .notThere: "not-there"
    case .tooLarge: "too-large"
    case .beingWritten: "being-written"
    case .deadly: "deadly"
    case .notExtracted(let reason, _): reason
    case .malformedLine: "malformed-line"
    case .refusedByStore: "refused-by-store"
    case .notStored: "not-stored"
    case .system(_, EACCES), .system(_, EPERM): "permission"
    case .notPutAway(_, EACCES), .notPutAway(_, EPERM): "permission"
    case .notPutAway: "not-put-away"
    case .system: "system"
    }
  }

  /// The line of the file that is at fault, 1-based, where there is one.
  package var line: Int? {
    if case .notAnArticle(let error) = self { error.line } else { nil }
  }

  package var description: String {
    switch self {
    case .notAnArticle(let error): error.description
    case .notARegularFile(let kind): "it is a \(kind), not a file"
    case .notThere: "there is no such file or folder"
    case .tooLarge(let bytes, let limit):
      "it holds \(bytes) bytes, more than an article may (\(limit))"
    case .beingWritten: "it is still being written, so it is left for a later run"
    case .deadly(let deaths): "the program died \(deaths) times while it read this file"
    case .notExtracted(_, let detail): detail
    case .malformedLine(let error): error.description
    case .refusedByStore(let detail): "the database does not take it: \(detail)"
    case .notStored(let detail):
      "it could not be stored (\(detail)), so it is left for a later run: 'dossier verify' tells more"
    case .notPutAway(let call, let code):
      "\(call): \(String(cString: strerror(code))): it is dealt with, but cannot be moved out of the inbox"
    case .system(_, EACCES), .system(_, EPERM):
      "permission denied, so it is left where it is: make it readable and run again"
    case .system(let call, let code):
      "\(call): \(String(cString: strerror(code))), so it is left for a later run"
    }
  }

  /// The error number of a call that the system refused.
  var systemReason: Int32? {
    if case .system(_, let reason) = self { reason } else { nil }
  }

  /// Whether the file went away by itself.
  var isAbsence: Bool {
    systemReason == ENOENT
  }
}
