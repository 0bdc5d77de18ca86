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
      let count = Counted.articles(series.articles)
      return self.series.count == 1 ? count : "\(series.name) (\(series.kind)) \(count)"
    }
    return counts.joined(separator: ", ") + " by \(timeline.grain.rawValue)"
  }

  /// The most that any series has in a stretch.
  var most: Int { timeline.counts.joined().max() ?? 0 }

  /// What one stretch is.
  var heading: String {
    "articles by \(timeline.grain.rawValue)\(timeline.grain == .week ? " (from Monday)" : "")"
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
