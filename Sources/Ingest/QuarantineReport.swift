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
  let quarantinedAt: String
  let wayOut: String

  init(file: FileVersion, error: IngestError, movedTo: FilePath, at now: Timestamp) {
    self.file = file.displayPath
    self.movedTo = movedTo.display
    reason = error.reason
    detail = error.description
    line = error.line
    size = file.size
    sha256 = file.contentHash?.hex
    quarantinedAt = now.iso8601
    wayOut = "mend the file and drop it into the inbox again; delete both files when it is not wanted"
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
