import Foundation

/// Figures as text.
enum Report {
  /// Writes a line to standard output at once: somebody may be watching.
  static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

  /// A row of the table of one size.
  static func line(_ name: String, _ measured: Measurements, _ files: ArticleFolder) -> String {
    let wall = measured.median(\.wall)
    let spread = measured.spread(\.wall)
    let memory = measured.all.map(\.peakMemory).max() ?? 0
    return "| \(name) | \(Int(Double(files.size) / wall)) | \(seconds(Double(files.bytes) / 1e6 / wall)) | "
      + "\(seconds(wall)) (\(seconds(spread.least)) to \(seconds(spread.greatest))) | "
      + "\(seconds(measured.median(\.cpu))) | \(memory == 0 ? "" : String(memory / 1_000_000)) |"
  }

  /// The median of some values, with the least and the greatest.
  static func spread(_ values: [Double]) -> String {
    let sorted = values.sorted()
    guard let least = sorted.first, let greatest = sorted.last else { return "" }
    return "\(two(sorted[sorted.count / 2])) (\(two(least)) to \(two(greatest)))"
  }

  static func seconds(_ value: Double) -> String { String(format: "%.1f", value) }
  static func two(_ value: Double) -> String { String(format: "%.2f", value) }
  static func ratio(_ value: Double) -> String { String(format: "%.2f", value) }
}
