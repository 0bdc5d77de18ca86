/// A list of results for programs: the same records as JSON, JSON lines, CSV or TSV.
struct Records {
  /// Members of the JSON object around the list; they are not part of the other formats.
  var envelope: [(String, JSON)] = []
  /// The list's name in the JSON object.
  var name: String
  /// The names of the members of every record.
  var columns: [String]
  /// The records, each with one value a column.
  var rows: [[JSON]]

  /// The lines of the list in a format for programs.
  func lines(_ format: OutputFormat) -> [String] {
    switch format {
    case .json, .text:
      let list = JSON.array(rows.map(object))
      return [JSON.object([("version", .int(1))] + envelope + [(name, list)]).text]
    case .jsonl:
      return rows.map { object($0).text }
    case .csv:
      return ([columns.map(JSON.string)] + rows).map(Self.csv)
    case .tsv:
      return ([columns] + rows.map { $0.map(Self.cell) }).map { line in
        line.map(Self.withoutTabs).joined(separator: "\t")
      }
    }
  }

  /// A record as RFC 4180 has it, without a line end.
  static func csv(_ row: [JSON]) -> String {
    row.map { quoted(cell($0)) }.joined(separator: ",")
  }

  private func object(_ row: [JSON]) -> JSON { .object(Array(zip(columns, row))) }

  /// A value as one cell; lists are joined by semicolons.
  private static func cell(_ value: JSON) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    case .array(let values): values.map(cell).joined(separator: "; ")
    case .bool, .int, .double, .object: value.text
    }
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return cell }
    // Scalars, not characters: a quote with a combining mark is doubled too.
    let parts = cell.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
    return "\"" + parts.joined(separator: "\"\"") + "\""
  }

  private static func withoutTabs(_ cell: String) -> String {
    String(cell.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}
