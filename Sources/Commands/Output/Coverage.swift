import ArticleSearch
import ArticleStore

/// What the pages of a person and of a country have in common: when, with whom, and the newest articles.
struct Coverage {
  let timeline: Timeline
  let company: Company
  let newest: [MentioningArticle]
  let style: Style

  var lines: [String] {
    var lines: [String] = []
    let chart = TimelineChart(timeline)
    if !timeline.starts.isEmpty {
      lines += ["", style.dim(chart.localHeading)]
      lines += chart.lines(width: Terminal.width - 2, style: style).map { "  " + $0 }
    }
    let columns: [(String, Table.Alignment)] = [
      (said("articles", "篇数"), .right), (said("lift", "倍数"), .right), (said("name", "名称"), .left),
    ]
    var people = Table(columns)
    for other in company.people {
      people.append([
        String(other.together.articles), Self.lift(other.together), OpenName.marked(other.name, other.isOpen),
      ])
    }
    if !company.people.isEmpty {
      lines += Self.section(said("people in the same articles, closest first", "同篇人物，最密切的在前"), people, style)
    }
    var countries = Table(columns)
    for other in company.countries {
      countries.append([
        String(other.together.articles), Self.lift(other.together), "\(other.code) \(other.nameZh)",
      ])
    }
    if !company.countries.isEmpty {
      lines += Self.section(
        said("countries in the same articles, closest first", "同篇国家，最密切的在前"), countries, style)
    }
    return lines + newestLines
  }

  /// A table below a heading.
  static func section(_ title: String, _ table: Table, _ style: Style) -> [String] {
    ["", style.dim(title)] + table.lines(width: Listing.width - 2, style: style).map { "  " + $0 }
  }

  /// A lift for people: to a tenth; none for a single article, which tells of no closeness.
  static func lift(_ together: CoMention) -> String {
    if together.articles < 2 { return "–" }
    let tenths = Int((together.lift * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private var newestLines: [String] {
    if newest.isEmpty { return [] }
    let width = newest.map { String($0.id).count }.max() ?? 0
    let indent = String(repeating: " ", count: width + 4)
    return ["", style.dim(said("newest articles", "最新文章"))]
      + newest.flatMap { article in
        let snippet = HitSnippet(of: article).pieces.map { $0.isMatch ? style.match($0.text) : $0.text }
          .joined()
        let number = DisplayWidth.rightAligned(String(article.id), to: width)
        let origin = [Listing.day(article.publishedAt), article.source ?? ""].filter { !$0.isEmpty }
        return [
          "  \(number)  " + style.bold(article.title), indent + style.dim(origin.joined(separator: "  ")),
        ]
          + (snippet.isEmpty ? [] : [indent + snippet])
      }
  }

  /// Members of the JSON object.
  var members: [(String, JSON)] {
    [
      (
        "timeline",
        .object([
          ("by", .string(timeline.grain.rawValue)), ("undated", .int(timeline.undated.reduce(0, +))),
          (
            "buckets",
            .array(
              timeline.starts.indices.map { index in
                .object([
                  ("start", .string(timeline.starts[index].text)),
                  ("end", .string(timeline.end(of: index).text)),
                  ("articles", .int(timeline.counts.reduce(0) { $0 + $1[index] })),
                ])
              })
          ),
        ])
      ),
      (
        "countries",
        .array(
          company.countries.map { other in
            .object(
              [("code", .string(other.code)), ("name_zh", .string(other.nameZh))]
                + Self.members(other.together))
          })
      ),
      (
        "people",
        .array(
          company.people.map { other in
            .object(
              [("id", .int(Int(other.id))), ("name", .string(other.name)), ("is_open", .bool(other.isOpen))]
                + Self.members(other.together))
          })
      ),
      (
        "newest",
        .array(
          newest.map { article in
            .object([
              ("id", .int(Int(article.id))), ("published_at", .optional(article.publishedAt)),
              ("source", .optional(article.source)), ("title", .string(article.title)),
              ("snippet", .string(HitSnippet(of: article).text)),
            ])
          })
      ),
    ]
  }

  /// How often two are named together, for programs: ratios to a thousandth.
  static func members(_ together: CoMention) -> [(String, JSON)] {
    func rounded(_ ratio: Double) -> JSON { .double((ratio * 1000).rounded() / 1000) }
    return [
      ("articles", .int(together.articles)), ("lift", rounded(together.lift)),
      ("least_lift", rounded(together.leastLift)),
    ]
  }
}
