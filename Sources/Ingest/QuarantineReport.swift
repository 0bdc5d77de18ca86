import ArticleStore
import Articles
import Foundation

/// What `NAME.error.json` says about a quarantined file. Times are ISO 8601 UTC text.
package struct QuarantineReport: Codable {
  /// Where the file was, relative to the archive, and where it lies now; for people, as names need not be text.
  package let file: String
  package let movedTo: String
  /// Why it could not be stored: a code for programs, a sentence, and the line at fault (1-based).
  package let reason: String
  package let detail: String
  package let line: Int?
  /// What was read of it: bytes, and their SHA-256 in hexadecimal; `nil` when it was not read.
  package let size: Int?
  package let sha256: String?
  /// How many times it was opened, when it was first seen, and when it was put aside.
  package let attempts: Int
  package let firstSeen: String
  package let quarantinedAt: String
  let wayOut: String

  /// - Parameter history: what the ledger knows of the file.
  init(
    file: FileVersion, error: IngestError, history: LedgerFile?, movedTo: FilePath, at now: Timestamp
  ) {
    self.file = file.displayPath
    self.movedTo = movedTo.display
    reason = error.reason
    detail = error.description
    line = error.line
    size = file.size
    sha256 = file.contentHash?.hex
    attempts = history?.attempts ?? 1
    firstSeen = history?.firstSeen ?? now.iso8601
    quarantinedAt = now.iso8601
    wayOut = "mend the file and run 'dossier failed retry', or delete both files when it is not wanted"
  }

  /// The report that some JSON holds; `nil` when it holds none.
  init?(json: String) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let report = try? decoder.decode(QuarantineReport.self, from: Data(json.utf8)) else { return nil }
    self = report
  }

  /// The report as indented JSON with a line end.
  var json: String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Strings and numbers always encode; an empty report still marks the file beside it.
    let data = (try? encoder.encode(self)) ?? Data("{}".utf8)
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
