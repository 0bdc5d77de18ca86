import ArticleStore

/// One country for people and for programs.
struct CountryPage {
  let profile: CountryProfile
  let style: Style

  var lines: [String] {
    let country = profile.summary
    let count = articleCount(country.articles)
    let kind = country.kind == "state" ? "" : said(", \(country.kind)", "，\(Self.chineseKind(country.kind))")
    var names = Table([
      (said("articles", "篇数"), .right), (said("name", "名称"), .left), (said("script", "字体"), .left),
    ])
    for name in profile.names {
      names.append([String(name.articles), name.name, NameScript(name.name).label])
    }
    return [
      style.bold("\(country.code)  \(country.nameZh)  \(country.nameEn)"),
      style.dim(
        said(
          "\(count), \(Listing.day(country.firstSeen)) to \(Listing.day(country.lastSeen)), focus of "
            + "\(country.focusArticles)\(kind)",
          "\(count)，\(Listing.day(country.firstSeen)) 至 \(Listing.day(country.lastSeen))，其中 "
            + "\(country.focusArticles) 篇以它为主题\(kind)")),
    ] + Coverage.section(said("names", "名称"), names, style) + coverage.lines
  }

  private static func chineseKind(_ kind: String) -> String {
    switch kind {
    case "territory": "地区"
    case "disputed": "有争议"
    case "historical": "历史国家"
    default: kind
    }
  }

  private var coverage: Coverage {
    Coverage(
      timeline: profile.timeline, company: profile.company, newest: profile.newest, style: style)
  }

  var json: JSON {
    let country = profile.summary
    return .object(
      [
        ("version", .int(1)), ("code", .string(country.code)), ("name_zh", .string(country.nameZh)),
        ("name_en", .string(country.nameEn)), ("kind", .string(country.kind)),
        ("articles", .int(country.articles)), ("focus_articles", .int(country.focusArticles)),
        ("first_seen", .optional(country.firstSeen)), ("last_seen", .optional(country.lastSeen)),
        (
          "names",
          .array(
            profile.names.map { name in
              .object([
                ("name", .string(name.name)), ("script", .string(NameScript(name.name).rawValue)),
                ("articles", .int(name.articles)),
              ])
            })
        ),
      ] + coverage.members)
  }
}
