import Articles

/// Text of others on its way to a terminal, which obeys control characters.
enum ShownText {
  /// The text on one line, with U+FFFD for each control character.
  static func cell(_ text: String) -> String { replaced(text) { $0.isControl } }

  /// The text with U+FFFD for each control character but line ends and tabs.
  static func message(_ text: String) -> String {
    replaced(text) { $0.isControl && $0 != "\n" && $0 != "\t" }
  }

  private static func replaced(_ text: String, where isUnfit: (Unicode.Scalar) -> Bool) -> String {
    guard text.unicodeScalars.contains(where: isUnfit) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isUnfit($0) ? "\u{FFFD}" : $0 }))
  }
}
