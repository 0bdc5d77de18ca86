/// A text's units, kept for looking at more than once: for finding where a term matches, for snippets, and for
/// telling whether two texts have the same units.
package struct ScannedText: Sendable {
  /// The units in order; their offsets are those of the text that was scanned.
  package let units: [Unit]
  /// The folded bytes of all runs, one after the other.
  private let runs: [UInt8]
  /// Where each unit's bytes end in `runs`; they begin where those of the unit before end.
  private let runEnds: [Int]

  /// Scans a text in UTF-8, possibly broken.
  package init(_ text: UnsafeBufferPointer<UInt8>) {
    var units: [Unit] = []
    var runs: [UInt8] = []
    var runEnds: [Int] = []
    units.reserveCapacity(text.count / 3)
    runEnds.reserveCapacity(text.count / 3)
    var scanner = UnitScanner(text)
    while let unit = scanner.next() {
      units.append(unit)
      if unit.kind == .word || unit.kind == .number {
        unit.appendRun(from: text, to: &runs)
      }
      runEnds.append(runs.count)
    }
    self.units = units
    self.runs = runs
    self.runEnds = runEnds
  }

  /// Scans a text in UTF-8, possibly broken.
  package init(_ text: [UInt8]) {
    self = text.withUnsafeBufferPointer { ScannedText($0) }
  }

  /// Where the units of a phrase occur one after the other: exactly where FTS5 finds the phrase.
  ///
  /// - Parameters:
  ///   - phrase: the units to look for; none occur nowhere.
  ///   - isPrefix: whether the last unit, when it is a run, may go on in the text.
  /// - Returns: ranges of indices of ``units``, in order; they may overlap.
  package func matches(of phrase: ScannedText, isPrefix: Bool = false) -> [Range<Int>] {
    let length = phrase.units.count
    guard length > 0, length <= units.count else { return [] }
    var found: [Range<Int>] = []
    for start in 0...(units.count - length) {
      var matched = 0
      while matched < length,
        isUnit(start + matched, equalTo: matched, of: phrase, asPrefix: isPrefix && matched == length - 1)
      {
        matched += 1
      }
      if matched == length { found.append(start..<start + length) }
    }
    return found
  }

  /// Whether both texts have the same units: equal but for folding, blanks and ignored characters.
  package func hasSameUnits(as other: ScannedText) -> Bool {
    guard units.count == other.units.count else { return false }
    for index in units.indices where !isUnit(index, equalTo: index, of: other, asPrefix: false) {
      return false
    }
    return true
  }

  /// The byte offsets, in the text, of a range of units: from the start of its first to the end of its last.
  package func bytes(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return units[range.lowerBound].start..<units[range.upperBound - 1].end
  }

  /// The folded bytes of the run at an index of ``units``; empty for other units.
  func runBytes(of index: Int) -> ArraySlice<UInt8> { runs[run(of: index)] }

  private func run(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : runEnds[index - 1])..<runEnds[index]
  }

  private func isUnit(
    _ index: Int, equalTo otherIndex: Int, of other: ScannedText, asPrefix isPrefix: Bool
  ) -> Bool {
    let unit = units[index]
    let wanted = other.units[otherIndex]
    guard unit.kind == wanted.kind, unit.scalar == wanted.scalar else { return false }
    guard unit.kind == .word || unit.kind == .number else { return true }
    let run = run(of: index)
    let wantedRun = other.run(of: otherIndex)
    guard run.count == wantedRun.count || isPrefix && run.count > wantedRun.count else { return false }
    for offset in 0..<wantedRun.count
    where runs[run.lowerBound + offset] != other.runs[wantedRun.lowerBound + offset] {
      return false
    }
    return true
  }
}
