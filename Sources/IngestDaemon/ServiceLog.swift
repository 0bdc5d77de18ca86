import Foundation
import Glibc
package import Logging

/// Writes one line an event to standard error: text, with the journal's level marks when systemd reads it, or JSON.
package struct ServiceLog: LogHandler {
  /// How a line looks.
  package enum Format: String, CaseIterable, Sendable { case text, json }

  package var metadata: Logger.Metadata = [:]
  package var metadataProvider: Logger.MetadataProvider?
  package var logLevel: Logger.Level

  private let format: Format
  private let isReadByJournal: Bool
  private let write: @Sendable (String) -> Void

  /// - Parameters:
  ///   - isReadByJournal: whether lines get the journal's level mark instead of a time.
  ///   - write: takes a line with its end.
  package init(
    format: Format, level: Logger.Level, isReadByJournal: Bool = getenv("JOURNAL_STREAM") != nil,
    write: @escaping @Sendable (String) -> Void = ServiceLog.writeToStandardError
  ) {
    self.format = format
    logLevel = level
    self.isReadByJournal = isReadByJournal
    self.write = write
  }

  /// Writes a line by one call, so that lines of several threads do not mix.
  @Sendable package static func writeToStandardError(_ line: String) {
    let bytes = Array(line.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    let fields = metadata.merging(event.metadata ?? [:]) { $1 }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value.description) }
    let message = event.message.description
    let line =
      switch format {
      case .text: text(event.level, message, fields)
      case .json: json(event.level, message, fields)
      }
    write(line + "\n")
  }

  private func text(_ level: Logger.Level, _ message: String, _ fields: [(String, String)]) -> String {
    let head = isReadByJournal ? "<\(level.journalPriority)>" : "\(Self.now()) \(level.rawValue) "
    let tail = fields.map { " \($0)=\(Self.quoted($1))" }.joined()
    return head + Self.onOneLine(message) + tail
  }

  private func json(_ level: Logger.Level, _ message: String, _ fields: [(String, String)]) -> String {
    var object = Dictionary(fields) { $1 }
    object["time"] = Self.now()
    object["level"] = level.rawValue
    object["message"] = message
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(object)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  private static func quoted(_ value: String) -> String {
    let needsQuotes = value.isEmpty || value.contains { $0 == " " || $0 == "\"" || $0 == "=" || $0.isNewline }
    return needsQuotes ? "\"" + onOneLine(value.replacing("\"", with: "\\\"")) + "\"" : value
  }

  private static func onOneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  private static func now() -> String { Date.now.formatted(.iso8601) }
}

extension Logger.Level {
  /// The level's number in syslog, which the journal reads from `<N>` at the beginning of a line.
  fileprivate var journalPriority: Int {
    switch self {
    case .trace, .debug: 7
    case .info: 6
    case .notice: 5
    case .warning: 4
    case .error: 3
    case .critical: 2
    }
  }
}
