/// The colours of series in pictures: tableau10, which Vega uses too.
enum ChartColors {
  static let all = [
    "#4c78a8", "#f58518", "#e45756", "#72b7b2", "#54a24b", "#eeca3b", "#b279a2", "#ff9da6", "#9d755d",
    "#bab0ac",
  ]
}
