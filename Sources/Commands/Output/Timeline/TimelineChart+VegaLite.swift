import ArticleStore

extension TimelineChart {
  /// A specification for Vega-Lite 5 with its data in it: bars for one series, lines for several.
  var vegaLite: JSON {
    let records = records
    return .object([
      ("$schema", .string("https://vega.github.io/schema/vega-lite/v5.json")),
      (
        "title",
        .object([
          ("text", .string(title)), ("subtitle", .string(caption)), ("anchor", .string("start")),
        ])
      ),
      ("width", .int(760)), ("height", .int(300)),
      ("data", .object([("values", .array(records.rows.map { .object(Array(zip(records.columns, $0))) }))])),
      ("mark", mark),
      (
        "encoding",
        .object(
          [
            // Days without a time are UTC to Vega, and are to be shown so wherever the reader is.
            ("x", time),
            (
              "y",
              .object([
                ("field", .string("articles")), ("type", .string("quantitative")),
                ("title", .string("articles")), ("axis", .object([("tickMinStep", .int(1))])),
              ])
            ),
          ]
            + (series.count == 1
              ? [("x2", .object([("field", .string("end"))])), ("y2", .object([("datum", .int(0))]))]
              : [("color", color)])
            + [("tooltip", tooltip)])
      ), ("config", .object([("font", .string(ChartStyle.fonts))])),
    ])
  }

  private var mark: JSON {
    if series.count > 1 { return .object([("type", .string("line")), ("point", .bool(true))]) }
    // A gap between bars, where they are wide enough for one.
    let gap: [(String, JSON)] = timeline.starts.count > 200 ? [] : [("x2Offset", .int(-1))]
    return .object([("type", .string("bar")), ("color", .string(ChartStyle.colors[0]))] + gap)
  }

  private var time: JSON {
    let format =
      switch timeline.grain {
      case .day, .week: "%Y-%m-%d"
      case .month: "%Y-%m"
      case .year: "%Y"
      }
    return .object([
      ("field", .string("start")), ("type", .string("temporal")), ("title", .null),
      ("scale", .object([("type", .string("utc"))])),
      (
        "axis",
        .object([("format", .string(format)), ("labelOverlap", .bool(true)), ("labelFlush", .bool(false))])
      ),
    ])
  }

  private var color: JSON {
    .object([
      ("field", .string("series")), ("type", .string("nominal")), ("title", .null),
      (
        "scale",
        .object([
          ("domain", .strings(series.map(\.name))),
          ("range", .strings(series.indices.map { ChartStyle.colors[$0 % ChartStyle.colors.count] })),
        ])
      ),
    ])
  }

  private var tooltip: JSON {
    .array([
      .object([
        ("field", .string("start")), ("type", .string("temporal")), ("title", .string("from")),
        ("format", .string("%Y-%m-%d")), ("timeUnit", .string("utcyearmonthdate")),
      ]),
      .object([("field", .string("series")), ("type", .string("nominal"))]),
      .object([("field", .string("articles")), ("type", .string("quantitative"))]),
    ])
  }
}
