/// The line above an article that says when it was published.
enum Dateline {
  /// Whether a line is nothing but a date: one that ``DateText`` reads, or digits with marks of dates between them
  /// (`14/08/2020 - 13:50`), which do not say which number is the month.
  static func isDateAlone(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.count <= 64 else { return false }
    if DateText.whole(line) != nil { return true }
    let marks: [UInt8] = [0x20, 0x2D, 0x2E, 0x2F, 0x3A]
    return line.count { $0.isDigit } >= 6 && line.contains { $0 == 0x2F || $0 == 0x2E || $0 == 0x2D }
      && line.allSatisfy { $0.isDigit || marks.contains($0) }
  }
}
