import Foundation

/// Lists of strings in a text column, as JSON arrays that `json_each` reads in the shell.
enum JSONStrings {
  static func encode(_ strings: [String]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    // Strings always encode; the empty list is what an unreadable one would decode to.
    return (try? encoder.encode(strings)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }

  /// - Returns: the strings; empty when the text is no JSON array of strings (edited by hand).
  static func decode(_ text: String) -> [String] {
    (try? JSONDecoder().decode([String].self, from: Data(text.utf8))) ?? []
  }
}
