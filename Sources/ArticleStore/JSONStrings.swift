import Foundation

/// Lists of strings in a text column, as JSON arrays that `json_each` reads in the shell.
enum JSONStrings {
  static func encode(_ strings: [String]) -> String {
    // What needs no escapes, as names do, is written at once: making an encoder costs more than the row.
    if !strings.contains(where: { $0.utf8.contains(where: Self.mayNeedEscape) }) {
      return strings.isEmpty ? "[]" : "[\"" + strings.joined(separator: "\",\"") + "\"]"
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    // Strings always encode; the empty list is what an unreadable one would decode to.
    return (try? encoder.encode(strings)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }

  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
  }

  /// - Returns: the strings; empty when the text is no JSON array of strings (edited by hand).
  static func decode(_ text: String) -> [String] {
    (try? JSONDecoder().decode([String].self, from: Data(text.utf8))) ?? []
  }
}
