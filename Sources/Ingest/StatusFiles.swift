package import ArticleStore
import Foundation

/// `status.json` and `metrics.prom` in the archive, for monitoring that reads files.
package struct StatusFiles: Sendable {
  private let archive: ArchiveDirectory

  /// The status files of an archive.
  package init(_ archive: ArchiveDirectory) {
    self.archive = archive
  }

  /// Writes both anew. That they cannot be written is no reason to stop, so errors are left to the next time.
  package func write(_ status: @autoclosure () throws -> ArchiveStatus) {
    guard let status = try? status() else { return }
    let folder = FilePath(archive.path)
    try? WholeFile.write(Self.json(status), to: folder.appending("status.json"), durably: false)
    try? WholeFile.write(Self.metrics(status), to: folder.appending("metrics.prom"), durably: false)
  }

  static func json(_ status: ArchiveStatus) -> String {
    var object: [String: StatusValue] = ["version": .count(1)]
    for fact in status.facts { object[fact.name] = StatusValue(fact.value) }
    object["problems"] = .texts(status.problems)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(object)) ?? Data("{}".utf8)
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// The numbers in the text format of Prometheus, all gauges.
  static func metrics(_ status: ArchiveStatus) -> String {
    var lines: [String] = []
    for fact in status.facts {
      let number: Int
      switch fact.value {
      case .count(let value), .bytes(let value): number = value
      case .seconds(let value): number = value ?? 0
      case .truth(let value): number = value ? 1 : 0
      case .text: continue
      }
      lines.append("# HELP dossier_\(fact.name) \(fact.label)")
      lines.append("# TYPE dossier_\(fact.name) gauge")
      lines.append("dossier_\(fact.name) \(number)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A value of `status.json`.
private enum StatusValue: Encodable {
  case count(Int), text(String), texts([String]), truth(Bool), none

  init(_ value: ArchiveStatus.Fact.Value) {
    self =
      switch value {
      case .count(let number), .bytes(let number): .count(number)
      case .seconds(let number): number.map(StatusValue.count) ?? .none
      case .text(let text): text.map(StatusValue.text) ?? .none
      case .truth(let truth): .truth(truth)
      }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .count(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    case .texts(let texts): try container.encode(texts)
    case .truth(let truth): try container.encode(truth)
    case .none: try container.encodeNil()
    }
  }
}
