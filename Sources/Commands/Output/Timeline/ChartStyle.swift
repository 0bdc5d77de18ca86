/// What pictures of charts look like.
enum ChartStyle {
  /// The colours of series: tableau10, which Vega uses too.
  static let colors = [
    "#4c78a8", "#f58518", "#e45756", "#72b7b2", "#54a24b", "#eeca3b", "#b279a2", "#ff9da6", "#9d755d",
    "#bab0ac",
  ]

  /// Fonts that have Chinese characters on Linux, macOS and Windows, after the system's own.
  static let fonts =
    "system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Zen Hei', sans-serif"
}
