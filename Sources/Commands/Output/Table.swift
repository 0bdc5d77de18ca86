/// A table for people: columns as wide as their widest cell, East Asian widths counted.
struct Table {
  enum Alignment { case left, right }

  private let alignments: [Alignment]
  private var rows: [[String]]

  /// A table with a header line.
  init(_ columns: [(title: String, alignment: Alignment)]) {
    alignments = columns.map(\.alignment)
    rows = [columns.map(\.title)]
  }

  /// Adds a row; what a terminal would obey in it is replaced.
  mutating func append(_ row: [String]) {
    rows.append(row.map(ShownText.cell))
  }

  /// The lines, the header dimmed; the last column is not padded and is cut to the terminal's width.
  func lines(width: Int, style: Style) -> [String] {
    let widths = alignments.indices.map { column in
      rows.map { DisplayWidth.columns($0[column]) }.max() ?? 0
    }
    return rows.enumerated().map { index, row in
      var used = 0
      let cells = row.indices.map { column in
        if column == row.count - 1 {
          return DisplayWidth.truncated(row[column], to: max(10, width - used))
        }
        used += widths[column] + 2
        switch alignments[column] {
        case .left: return DisplayWidth.padded(row[column], to: widths[column])
        case .right: return DisplayWidth.rightAligned(row[column], to: widths[column])
        }
      }
      let line = cells.joined(separator: "  ")
      return index == 0 ? style.dim(line) : line
    }
  }
}
