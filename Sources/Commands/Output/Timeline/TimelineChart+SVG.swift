import ArticleStore

extension TimelineChart {
  /// A picture for browsers, complete in itself: bars for one series, lines for several, each place with a tip.
  var svg: [String] { SVGChart(self).lines }
}

/// The drawing of a chart, in pixels.
private struct SVGChart {
  let chart: TimelineChart
  /// The series above the plot in rows that fit, each with its place from the left.
  private let legendRows: [[(series: Int, x: Double)]]
  /// The distance of the lines behind the plot, in articles, and the greatest of them.
  private let step: Int
  private let ceiling: Int

  init(_ chart: TimelineChart) {
    self.chart = chart
    legendRows = Self.legendRows(chart.series)
    let most = chart.most
    step = Self.step(upTo: most)
    ceiling = (most + step - 1) / step * step
  }

  private static let width = 900.0
  private static let plotHeight = 280.0
  /// Room left of the plot for numbers, and right of it.
  private static let (left, right) = (60.0, 24.0)

  private var timeline: Timeline { chart.timeline }
  private var plotWidth: Double { Self.width - Self.left - Self.right }
  private var top: Double { 62 + 22 * Double(legendRows.count) }
  private var bottom: Double { top + Self.plotHeight }

  var lines: [String] {
    let height = Self.number(bottom + 36)
    let title = XMLText.escaped(DisplayWidth.truncated(chart.title, to: 84))
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Self.number(Self.width)) \(height)\" "
        + "width=\"\(Self.number(Self.width))\" height=\"\(height)\" role=\"img\" font-size=\"12\" "
        + "font-family=\"\(ChartStyle.fonts)\">",
      "<title>\(title)</title>",
      "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
      "<text x=\"16\" y=\"28\" font-size=\"18\" font-weight=\"600\" fill=\"#1b1f24\">\(title)</text>",
      "<text x=\"16\" y=\"48\" fill=\"#57606a\">\(XMLText.escaped(chart.caption))</text>",
    ]
    lines += legend
    guard let first = timeline.starts.first, !timeline.starts.isEmpty else {
      return lines + [
        "<text x=\"\(Self.number(Self.width / 2))\" y=\"\(Self.number(top + 60))\" text-anchor=\"middle\" "
          + "fill=\"#57606a\">no articles with a date</text>", "</svg>",
      ]
    }
    let range = first..<timeline.end(of: timeline.starts.count - 1)
    lines += valueAxis + timeAxis(range)
    lines += chart.series.count == 1 ? bars(range) : chart.series.indices.flatMap { line($0, range) }
    return lines + ["</svg>"]
  }

  // MARK: Scales

  private func x(_ day: CalendarDay, _ range: Range<CalendarDay>) -> Double {
    let days = Double(range.upperBound.number - range.lowerBound.number)
    return Self.left + plotWidth * Double(day.number - range.lowerBound.number) / days
  }

  private func y(_ value: Int) -> Double {
    bottom - Self.plotHeight * Double(value) / Double(max(1, ceiling))
  }

  /// The smallest of 1, 2, 5, 10, 20 … that leaves at most five lines.
  private static func step(upTo most: Int) -> Int {
    var decade = 1
    while true {
      for step in [decade, 2 * decade, 5 * decade] where (most + step - 1) / step <= 5 { return step }
      decade *= 10
    }
  }

  // MARK: Axes

  private var valueAxis: [String] {
    stride(from: 0, through: ceiling, by: step).flatMap { value in
      let height = Self.number(y(value))
      return [
        "<line x1=\"\(Self.number(Self.left))\" x2=\"\(Self.number(Self.width - Self.right))\" y1=\"\(height)\" "
          + "y2=\"\(height)\" stroke=\"\(value == 0 ? "#57606a" : "#e3e6ea")\"/>",
        "<text x=\"\(Self.number(Self.left - 8))\" y=\"\(height)\" dy=\"4\" text-anchor=\"end\" "
          + "fill=\"#57606a\">\(value)</text>",
      ]
    }
  }

  private func timeAxis(_ range: Range<CalendarDay>) -> [String] {
    let axis = TimeAxis(range, grain: timeline.grain, most: 11)
    return axis.ticks.flatMap { day, label in
      let place = Self.number(x(day, range))
      return [
        "<line x1=\"\(place)\" x2=\"\(place)\" y1=\"\(Self.number(bottom))\" y2=\"\(Self.number(bottom + 5))\" "
          + "stroke=\"#57606a\"/>",
        "<text x=\"\(place)\" y=\"\(Self.number(bottom + 19))\" text-anchor=\"middle\" "
          + "fill=\"#57606a\">\(label)</text>",
      ]
    }
  }

  // MARK: Legend

  private static func legendRows(_ series: [TimelineChart.Series]) -> [[(series: Int, x: Double)]] {
    if series.count == 1 { return [] }
    var rows: [[(series: Int, x: Double)]] = []
    var next = width
    for (number, series) in series.enumerated() {
      let needed = 42 + 6.5 * Double(DisplayWidth.columns(series.name))
      if next + needed > width - right {
        rows.append([])
        next = 16
      }
      rows[rows.count - 1].append((number, next))
      next += needed
    }
    return rows
  }

  private var legend: [String] {
    legendRows.enumerated().flatMap { row, entries in
      entries.flatMap { entry in
        let height = 70 + 22 * Double(row)
        return [
          "<rect x=\"\(Self.number(entry.x))\" y=\"\(Self.number(height - 10))\" width=\"12\" height=\"12\" "
            + "rx=\"2\" fill=\"\(color(entry.series))\"/>",
          "<text x=\"\(Self.number(entry.x + 18))\" y=\"\(Self.number(height))\" fill=\"#1b1f24\">"
            + "\(XMLText.escaped(chart.series[entry.series].name))</text>",
        ]
      }
    }
  }

  // MARK: Marks

  private func bars(_ range: Range<CalendarDay>) -> [String] {
    timeline.starts.indices.compactMap { index in
      let count = timeline.counts[0][index]
      guard count > 0 else { return nil }
      let start = x(timeline.starts[index], range)
      let width = x(timeline.end(of: index), range) - start
      // A gap between bars, where they are wide enough for one.
      let gap = width > 4 ? 1.0 : 0
      return "<rect x=\"\(Self.number(start + gap / 2))\" y=\"\(Self.number(y(count)))\" "
        + "width=\"\(Self.number(max(0.5, width - gap)))\" height=\"\(Self.number(bottom - y(count)))\" "
        + "fill=\"\(color(0))\">\(tip(0, index))</rect>"
    }
  }

  private func line(_ series: Int, _ range: Range<CalendarDay>) -> [String] {
    let points = timeline.starts.indices.map { index in
      let middle = (x(timeline.starts[index], range) + x(timeline.end(of: index), range)) / 2
      return (x: Self.number(middle), y: Self.number(y(timeline.counts[series][index])))
    }
    let path = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    // Broader below, so that a line that another covers still shows.
    let above = Double(chart.series.count - 1 - series) / Double(chart.series.count - 1)
    let breadth = Self.number(2 + 1.5 * above)
    return [
      "<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(color(series))\" stroke-width=\"\(breadth)\" "
        + "stroke-linejoin=\"round\"/>"
    ]
      + points.enumerated().map { index, point in
        "<circle cx=\"\(point.x)\" cy=\"\(point.y)\" r=\"\(points.count > 200 ? 1 : 3)\" "
          + "fill=\"\(color(series))\">\(tip(series, index))</circle>"
      }
  }

  private func tip(_ series: Int, _ index: Int) -> String {
    let name = XMLText.escaped(chart.series[series].name)
    return "<title>\(timeline.label(of: index))  \(name): \(timeline.counts[series][index])</title>"
  }

  private func color(_ series: Int) -> String { ChartStyle.colors[series % ChartStyle.colors.count] }

  /// To a tenth of a pixel.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}
