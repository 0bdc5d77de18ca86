import ArticleSearch

/// The results of a search, for people and for programs.
struct SearchListing {
  let results: SearchResults

  /// Two or three lines a hit: head, snippet, who and where; a line between exact and approximate hits.
  func lines(style: Style) -> [String] {
    var lines: [String] = []
    let numberWidth = results.hits.map { String($0.id).count }.max() ?? 0
    let indent = String(repeating: " ", count: numberWidth + 2)
    for (index, hit) in results.hits.enumerated() {
      if !hit.isExact, index == 0 || results.hits[index - 1].isExact {
        lines.append(
          style.dim(said("── not exact: these hold only parts of the query ──", "── 以下不完全符合：只含查询的一部分 ──")))
      }
      let head = DisplayWidth.rightAligned(String(hit.id), to: numberWidth) + "  " + style.bold(hit.title)
      lines.append(head)
      let origin = [Listing.day(hit.publishedAt), hit.source ?? ""].filter { !$0.isEmpty }
      let people = hit.people.map { OpenName.marked($0, hit.openPeople.contains($0)) }
      let names = (people.prefix(6) + (hit.people.count > 6 ? ["…"] : [])).joined(separator: "、")
      let codes = hit.countries.joined(separator: " ")
      lines.append(
        indent + style.dim((origin + [codes, names].filter { !$0.isEmpty }).joined(separator: "  ")))
      let snippet = hit.snippet.pieces.map { $0.isMatch ? style.match($0.text) : $0.text }.joined()
      if !snippet.isEmpty { lines.append(indent + snippet) }
    }
    return lines
  }

  /// How many articles were found, in one sentence.
  var summary: String {
    let found = articleCount(results.exactTotal)
    let exactShown = results.hits.count(where: \.isExact)
    var text =
      exactShown < results.exactTotal
      ? said("\(found), \(exactShown) shown", "\(found)，显示 \(exactShown) 篇") : found
    if results.total > results.exactTotal {
      let others = results.total - results.exactTotal
      text += said(", and \(others) that hold parts", "，另有 \(others) 篇含其一部分")
    }
    if results.hasApproximateOrder {
      text += said(
        "; so many match that only those stored last were ranked", "；命中太多，只对最后收录的排序")
    }
    return text
  }

  /// The hits for programs.
  var records: Records {
    Records(
      envelope: [
        ("query", .string(results.query)), ("total", .int(results.total)),
        ("exact_total", .int(results.exactTotal)), ("approximate_order", .bool(results.hasApproximateOrder)),
      ],
      name: "hits",
      columns: [
        "id", "url", "title", "published_at", "source", "score", "exact", "snippet", "people", "countries",
        "open_people",
      ],
      rows: results.hits.map { hit in
        [
          .int(Int(hit.id)), .optional(hit.url), .string(hit.title), .optional(hit.publishedAt),
          .optional(hit.source), .double(hit.score), .bool(hit.isExact), .string(hit.snippet.text),
          .strings(hit.people), .strings(hit.countries), .strings(hit.openPeople),
        ]
      })
  }
}
