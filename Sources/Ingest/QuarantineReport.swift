import ArticleStore
import Articles
import Foundation

/// What `NAME.error.json` says about a quarantined file.
struct QuarantineReport: Encodable {
  let file: String
  let movedTo: String
  let reason: String
  let detail: String
  let line: Int?
  let size: Int?
  let sha256: String?
  let attempts: Int
  let firstSeen: String
  let quarantinedAt: String
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
