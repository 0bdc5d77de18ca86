import ArticleStore

extension TimelineChart {
  /// A row for each series and stretch, in the order of time.
  var records: Records {
    let envelope: [(String, JSON)] = [
      ("title", .string(title)), ("by", .string(timeline.grain.rawValue)),
      (
        "series",
        .array(
          series.enumerated().map { number, series in
            .object([
              ("name", .string(series.name)), ("kind", .string(series.kind)),
              ("articles", .int(series.articles)), ("undated", .int(timeline.undated[number])),
            ])
          })
      ),
    ]
    return Records(
      envelope: envelope, name: "buckets", columns: ["start", "end", "series", "articles"],
      rows: timeline.starts.indices.flatMap { index in
        series.enumerated().map { number, series in
          [
            .string(timeline.starts[index].text), .string(timeline.end(of: index).text),
            .string(series.name), .int(timeline.counts[number][index]),
          ]
        }
      })
  }
}
