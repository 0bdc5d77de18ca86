import Foundation

/// What an archive of one size costs; kept in a file from run to run, since the sizes are measured in several.
struct Growth: Codable {
  /// How many articles.
  var articles: Int
  /// Articles a second on the wall: `dossier ingest`, and the floor.
  var ingestRate: Double
  var floorRate: Double
  /// Searches for two random Han characters, in milliseconds.
  var searchMedian: Double
  var search95: Double
  /// Bytes of the database.
  var databaseSize: Int
  /// The most memory resident while ingesting, in bytes.
  var peakMemory: Int

  /// All sizes measured so far, smallest first, this one among them.
  func recorded(in file: URL) throws -> [Growth] {
    let known = (try? JSONDecoder().decode([Growth].self, from: Data(contentsOf: file))) ?? []
    let all = (known.filter { $0.articles != articles } + [self]).sorted { $0.articles < $1.articles }
    try JSONEncoder().encode(all).write(to: file)
    return all
  }
}

/// Growth drawn as four charts side by side, an SVG that needs nothing else.
struct GrowthPlot {
  let growth: [Growth]

  private struct Chart {
    let title: String
    let lines: [(name: String, values: [Double])]
  }

  private static let (width, height, margin) = (220.0, 180.0, 46.0)
  private static let colours = ["#1f6f8b", "#c8553d"]

  /// The picture.
  var svg: String {
    let charts = [
      Chart(
        title: "articles a second",
        lines: [("ingest", growth.map(\.ingestRate)), ("floor", growth.map(\.floorRate))]),
      Chart(
        title: "search, ms",
        lines: [("median", growth.map(\.searchMedian)), ("95 %", growth.map(\.search95))]),
      Chart(
        title: "database, kB an article",
        lines: [("", growth.map { Double($0.databaseSize) / Double($0.articles) / 1000 })]),
      Chart(title: "peak memory, MB", lines: [("", growth.map { Double($0.peakMemory) / 1e6 })]),
    ]
    let total = Double(charts.count) * (Self.width + Self.margin) + 20
    let body = charts.enumerated().map { index, chart in
      "<g transform=\"translate(\(Self.margin + Double(index) * (Self.width + Self.margin)) 30)\">\(drawing(chart))</g>"
    }.joined(separator: "\n")
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(Int(total))" height="\(Int(Self.height) + 70)" \
      font-family="sans-serif" font-size="11" fill="#333">
      <rect width="100%" height="100%" fill="white"/>
      \(body)
      </svg>

      """
  }

  private func drawing(_ chart: Chart) -> String {
    let top = Self.ceiling(chart.lines.flatMap(\.values).max() ?? 1)
    var parts = [
      "<text x=\"0\" y=\"-12\" font-weight=\"bold\">\(chart.title)</text>",
      "<path d=\"M0 0V\(Self.height)H\(Self.width)\" fill=\"none\" stroke=\"#999\"/>",
    ]
    for share in [0.0, 0.5, 1.0] {
      let y = Self.height * (1 - share)
      parts.append("<text x=\"-4\" y=\"\(y + 4)\" text-anchor=\"end\">\(Self.label(top * share))</text>")
      if share > 0 { parts.append("<path d=\"M0 \(y)H\(Self.width)\" stroke=\"#eee\"/>") }
    }
    for (index, point) in growth.enumerated() {
      parts.append(
        "<text x=\"\(x(index))\" y=\"\(Self.height + 16)\" text-anchor=\"middle\">\(Self.label(Double(point.articles)))</text>"
      )
    }
    for (number, line) in chart.lines.enumerated() {
      let colour = Self.colours[number % Self.colours.count]
      let points = line.values.enumerated().map { (x($0.offset), Self.height * (1 - $0.element / top)) }
      let path = points.map { String(format: "%.1f,%.1f", $0.0, $0.1) }.joined(separator: " ")
      parts.append("<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\"/>")
      for point in points {
        parts.append(
          String(format: "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"\(colour)\"/>", point.0, point.1))
      }
      if !line.name.isEmpty {
        parts.append(
          "<text x=\"\(Self.width)\" y=\"\(-12 + 14 * Double(number))\" text-anchor=\"end\" fill=\"\(colour)\">\(line.name)</text>"
        )
      }
    }
    return parts.joined(separator: "\n")
  }

  /// Sizes lie on a logarithmic axis.
  private func x(_ index: Int) -> Double {
    guard let first = growth.first, let last = growth.last, last.articles > first.articles else {
      return Self.width / 2
    }
    let (low, high) = (log(Double(first.articles)), log(Double(last.articles)))
    return 16 + (Self.width - 32) * (log(Double(growth[index].articles)) - low) / (high - low)
  }

  /// The next number of one digit, or one and a half.
  private static func ceiling(_ value: Double) -> Double {
    let unit = pow(10, floor(log10(max(value, 1e-9))))
    return [1, 1.5, 2, 3, 4, 5, 6, 8, 10].map { $0 * unit }.first { $0 >= value } ?? value
  }

  private static func label(_ value: Double) -> String {
    if value >= 1_000_000 { return String(format: "%gM", value / 1_000_000) }
    return value >= 10_000 ? String(format: "%gk", value / 1000) : String(format: "%g", value)
  }
}
