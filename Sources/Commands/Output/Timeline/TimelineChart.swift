import ArticleStore

/// Articles over time with what the series are called; its extensions draw and write it.
struct TimelineChart {
  /// One of the series.
  struct Series {
    var name: String
    /// `articles` for the only one, else `query`, `person` or `country`.
    var kind: String
    /// How many articles it has in all.
    var articles: Int
  }

  /// What is counted, for a heading.
  let title: String
  /// At least one.
  let series: [Series]
  let timeline: Timeline

  /// How many articles all series have together, an article of two series counted twice.
  var total: Int { series.reduce(0) { $0 + $1.articles } }

  /// How many articles each series has and how its name was understood, in one sentence.
  var summary: String {
    let counts = series.map { series in
      let count = articleCount(series.articles)
      if self.series.count == 1 { return count }
      return said(
        "\(series.name) (\(series.kind)) \(count)", "\(series.name)（\(Self.chineseKind(series.kind))）\(count)"
      )
    }
    return said(
      counts.joined(separator: ", ") + " by \(timeline.grain.rawValue)",
      counts.joined(separator: "，") + "，按\(timeline.grain.chinese)")
  }

  /// The most that any series has in a stretch.
  var most: Int { timeline.counts.joined().max() ?? 0 }

  /// What one stretch is.
  var heading: String {
    "articles by \(timeline.grain.rawValue)\(timeline.grain == .week ? " (from Monday)" : "")"
  }

  /// The same for a page, in the user's language.
  var localHeading: String {
    said(heading, "按\(timeline.grain.chinese)统计的文章\(timeline.grain == .week ? "（周一起）" : "")")
  }

  private static func chineseKind(_ kind: String) -> String {
    switch kind {
    case "person": "人物"
    case "country": "国家"
    default: "查询"
    }
  }

  /// The same for a picture, with what it leaves out.
  var caption: String {
    let undated = timeline.undated.reduce(0, +)
    return undated == 0 ? heading : "\(heading); \(undated) without a date are left out"
  }
}

extension TimelineChart {
  /// A timeline of one series that needs no name.
  init(_ timeline: Timeline) {
    title = ""
    series = [Series(name: "", kind: "articles", articles: timeline.counts.joined().reduce(0, +))]
    self.timeline = timeline
  }

  /// The articles of one selection.
  init(title: String, _ counts: DayCounts, by grain: TimeGrain?) {
    self.title = title
    series = [Series(name: title, kind: "articles", articles: counts.total)]
    timeline = Timeline([counts], by: grain)
  }

  /// Several series; those that share a name are told apart by number, code, or as a query.
  init(title: String, _ series: [(reference: SeriesReference, counts: DayCounts)], by grain: TimeGrain?) {
    self.title = title
    self.series = series.map { reference, counts in
      let isShared = series.count { $0.reference.name == reference.name } > 1
      return Series(
        name: isShared ? "\(reference.name) (\(reference.key))" : reference.name,
        kind: reference.kind.rawValue, articles: counts.total)
    }
    timeline = Timeline(series.map(\.counts), by: grain)
  }
}

extension TimeGrain {
  /// A stretch, in Chinese.
  var chinese: String {
    switch self {
    case .day: "日"
    case .week: "周"
    case .month: "月"
    case .year: "年"
    }
  }

  /// Several, after a number.
  var chineseCount: String {
    switch self {
    case .day: "天"
    case .week: "周"
    case .month: "个月"
    case .year: "年"
    }
  }
}
