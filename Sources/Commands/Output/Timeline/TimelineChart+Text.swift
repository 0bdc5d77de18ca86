import ArticleStore

extension TimelineChart {
  /// So many empty stretches in a row are told in one line.
  private static let longGap = 4
  /// So many columns an article at most: a few articles are no wall of bars.
  private static let columnsPerArticle = 8

  /// A line a stretch: when, and for each series how many and a bar. All bars are to one scale.
  func lines(width: Int, style: Style) -> [String] {
    let labels = timeline.starts.indices.map(timeline.label)
    let undated = timeline.undated.contains { $0 > 0 } ? said("undated", "无日期") : ""
    let labelWidth = (labels + [undated]).map(DisplayWidth.columns).max() ?? 0
    let numberWidth = String(max(most, timeline.undated.max() ?? 0)).count
    let column = max(numberWidth + 5, (width - labelWidth) / series.count - 2)
    let barWidth = min(column - numberWidth - 1, most * Self.columnsPerArticle)
    func line(_ label: String, _ counts: [Int], withBars: Bool) -> String {
      let cells = counts.enumerated().map { number, count in
        let bar = withBars ? BlockBar.text(count, of: most, width: barWidth) : ""
        let text = DisplayWidth.rightAligned(String(count), to: numberWidth) + (bar.isEmpty ? "" : " ")
        let rest = number == counts.count - 1 ? 0 : column - DisplayWidth.columns(text + bar)
        return (count == 0 ? style.dim(text) : text) + style.series(number, bar)
          + String(repeating: " ", count: rest)
      }
      return DisplayWidth.padded(label, to: labelWidth) + "  " + cells.joined(separator: "  ")
    }
    var lines = series.count == 1 ? [] : [header(labelWidth, column, style)]
    var index = 0
    while index < labels.count {
      let gap = timeline.starts.indices[index...].prefix { place in
        timeline.counts.allSatisfy { $0[place] == 0 }
      }.count
      if gap >= Self.longGap {
        lines.append(
          style.dim(
            DisplayWidth.padded("⋮", to: labelWidth)
              + said(
                "  none for \(gap) \(timeline.grain.rawValue)s", "  \(gap) \(timeline.grain.chineseCount)没有"))
        )
        index += gap
      } else {
        lines.append(line(labels[index], timeline.counts.map { $0[index] }, withBars: true))
        index += 1
      }
    }
    if !undated.isEmpty { lines.append(line(undated, timeline.undated, withBars: false)) }
    return lines
  }

  private func header(_ labelWidth: Int, _ column: Int, _ style: Style) -> String {
    let names = series.enumerated().map { number, series in
      let name = DisplayWidth.truncated(series.name, to: column)
      let rest = number == self.series.count - 1 ? 0 : column - DisplayWidth.columns(name)
      return style.series(number, name) + String(repeating: " ", count: rest)
    }
    return String(repeating: " ", count: labelWidth + 2) + names.joined(separator: "  ")
  }
}
