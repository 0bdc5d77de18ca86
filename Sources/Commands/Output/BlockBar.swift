/// Bars of block characters, drawn to an eighth of a column.
enum BlockBar {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// A bar for a value, where `most` takes `width` columns; a value above 0 shows at least as the thinnest bar.
  static func text(_ value: Int, of most: Int, width: Int) -> String {
    guard value > 0, most > 0, width > 0 else { return "" }
    let length = Double(value) / Double(most) * Double(width * 8)
    let parts = min(width * 8, max(1, Int(length.rounded())))
    return String(repeating: "█", count: parts / 8) + eighths[parts % 8]
  }
}
