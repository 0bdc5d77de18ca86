import ArticleStore
import Entities
import Identity

/// One person for people and for programs.
struct PersonPage {
  let profile: PersonProfile
  /// Why the names are one person's, and who else bears the name, where that was asked for.
  let explanation: PersonExplanation?
  let style: Style

  var lines: [String] {
    let person = profile.summary
    let count = articleCount(person.articles)
    let title = [OpenName.marked(person.name, person.isOpen), person.latinName].compactMap(\.self).filter {
      !$0.isEmpty
    }
    var lines = [
      style.bold(title.joined(separator: "  ")),
      style.dim(
        said(
          "\(count), \(Listing.day(person.firstSeen)) to \(Listing.day(person.lastSeen)), number \(person.id)",
          "\(count)，\(Listing.day(person.firstSeen)) 至 \(Listing.day(person.lastSeen))，编号 \(person.id)")),
    ]
    if !person.roles.isEmpty {
      lines.append(style.dim(said("role: ", "身份：") + person.roles.joined(separator: ", ")))
    }
    var names = Table([
      (said("articles", "篇数"), .right), (said("name", "名字"), .left), (said("script", "字体"), .left),
    ])
    for name in Self.distinct(profile.names) { names.append([String(name.articles), name.name, kind(name)]) }
    lines += Coverage.section(said("names", "名字"), names, style)
    lines += coverage.lines
    if let explanation { lines += why(explanation) }
    return lines
  }

  /// The names, each once: what stands alone in some articles and beside the full name in others is a short form.
  private static func distinct(_ names: [PersonProfile.NameCount]) -> [PersonProfile.NameCount] {
    var distinct: [PersonProfile.NameCount] = []
    for name in names {
      if let index = distinct.firstIndex(where: { $0.name == name.name }) {
        distinct[index].articles += name.articles
        if name.kind == "short" { distinct[index].kind = "short" }
      } else {
        distinct.append(name)
      }
    }
    return distinct
  }

  private func kind(_ name: PersonProfile.NameCount) -> String {
    let script = NameScript(name.name).label
    switch name.kind {
    case "short": return said("\(script), short", "\(script)，简称")
    case "variant": return said("\(script), variant", "\(script)，异译")
    default: return script
    }
  }

  private var coverage: Coverage {
    Coverage(
      timeline: profile.timeline, company: profile.company, newest: profile.newest, style: style)
  }

  private func why(_ explanation: PersonExplanation) -> [String] {
    var lines = ["", style.dim(said("why", "依据"))]
    if profile.summary.isOpen {
      lines.append(
        said(
          "  the name may mean several people, and these articles do not say which",
          "  这个名字可能指好几个人，这些文章看不出是谁"))
    } else if explanation.joins.isEmpty {
      lines.append(said("  it bears one name", "  只有一个名字"))
      if !explanation.others.isEmpty {
        lines.append(
          said(
            "  the words, people and countries around the name tell it from others of this name",
            "  与其他同名者由上下文（职务、同篇人物和国家）区分"))
      }
    } else {
      lines += explanation.joins.map { "  " + Self.sentence($0) }
    }
    if !explanation.others.isEmpty {
      let title = profile.summary.isOpen ? said("may be", "可能是") : said("others of this name", "同名的人")
      lines += ["", style.dim(title)] + AmbiguousName.lines(explanation.others)
    }
    return lines
  }

  /// A join in words.
  private static func sentence(_ joined: ExplainedJoin) -> String {
    let (evidence, other) = (joined.join.articles, joined.other)
    let reason =
      switch joined.join.rule {
      case .merge: said("merged with \(other) by an override", "用户把它与 \(other) 合并")
      case .alias: said("an alias of \(other), by an override", "用户定为 \(other) 的别名")
      case .listed:
        said("another name of \(other), from the list of well-known people", "\(other) 的另一个名字（知名人物表）")
      case .latin:
        said(
          "articles give it a Latin spelling that agrees with that of \(other)",
          "文章给出的外文名与 \(other) 的一致") + spelling(joined.join)
      case .name: said("the same full name as \(other)", "与 \(other) 全名相同")
      case .spelling: said("another transliteration of \(other)", "\(other) 的另一种译法")
      case .context: joined.link.map { link($0, joined) } ?? context(evidence, other)
      }
    let count = joined.articles > 0 ? articleCount(joined.articles) : said("in no article", "没有文章提到")
    return said("\(joined.name) (\(count)): \(reason)", "\(joined.name)（\(count)）：\(reason)")
  }

  private static func spelling(_ join: NameJoin) -> String {
    join.spelling.map { said(": ", "：") + LatinSpelling.shown($0) } ?? ""
  }

  private static func context(_ evidence: Int, _ other: String) -> String {
    said(
      "used alone; the words, people and countries around it mean \(other)",
      "单独使用；上下文（职务、同篇人物和国家）表明指 \(other)")
  }

  /// Why a name that stands alone means somebody, in words.
  private static func link(_ link: ExplainedLink, _ joined: ExplainedJoin) -> String {
    let other = joined.other
    if link.candidates == 1 {
      return said(
        "used alone; \(other) is the only candidate whom articles name in full (\(articleCount(link.inFull)))",
        "单独使用；文章写出全名的可能人选只有 \(other)（\(articleCount(link.inFull))）")
    }
    let share = said(
      "of the \(link.inFullOfAll) articles that name one of \(link.candidates) candidates in full, \(link.inFull) name "
        + other,
      "在写出 \(link.candidates) 个可能人选之一全名的 \(link.inFullOfAll) 篇文章里，\(link.inFull) 篇指 \(other)")
    if link.reasons.isEmpty { return said("used alone; ", "单独使用；") + share }
    let reasons = link.reasons.map(label).joined(separator: said(", ", "、"))
    return said(
      "used alone; of \(articleCount(link.alone)) that use it so, \(joined.articles) mean \(other), judging by \(reasons); "
        + share,
      "单独使用；这样使用的 \(articleCount(link.alone))里 \(joined.articles) 篇指 \(other)，依据：\(reasons)；\(share)")
  }

  private static func label(_ feature: LinkFeature) -> String {
    switch feature {
    case .prior: said("frequency", "出现次数")
    case .roles: said("titles at the name", "名字前后的职务")
    case .words: said("words around the name", "名字周围的词")
    case .topics: said("topic", "文章主题")
    case .people: said("people in the same article", "同篇人物")
    case .countries: said("countries in the same article", "同篇国家")
    case .source: said("source", "来源")
    case .time: said("date", "日期")
    case .somebody: said("other evidence", "其他")
    }
  }

  var json: JSON {
    let person = profile.summary
    var members: [(String, JSON)] =
      [
        ("version", .int(1)), ("id", .int(Int(person.id))), ("name", .string(person.name)),
        ("latin_name", .optional(person.latinName)), ("is_open", .bool(person.isOpen)),
        ("roles", .strings(person.roles)), ("articles", .int(person.articles)),
        ("first_seen", .optional(person.firstSeen)), ("last_seen", .optional(person.lastSeen)),
        (
          "names",
          .array(
            profile.names.map { name in
              .object([
                ("name", .string(name.name)), ("kind", .string(name.kind)),
                ("script", .string(NameScript(name.name).rawValue)), ("articles", .int(name.articles)),
              ])
            })
        ),
      ] + coverage.members
    if let explanation {
      members.append(("joins", .array(explanation.joins.map(Self.json))))
      let name = person.isOpen ? "candidates" : "namesakes"
      members.append((name, .array(explanation.others.map(AmbiguousName.json))))
    }
    return .object(members)
  }

  private static func json(_ joined: ExplainedJoin) -> JSON {
    .object([
      ("name", .string(joined.name)), ("other", .string(joined.other)),
      ("rule", .string(joined.join.rule.rawValue)), ("spelling", .optional(joined.join.spelling)),
      ("articles", .int(joined.join.articles)), ("link", joined.link.map(Self.json) ?? .null),
    ])
  }

  private static func json(_ link: ExplainedLink) -> JSON {
    .object([
      ("alone", .int(link.alone)), ("candidates", .int(link.candidates)), ("in_full", .int(link.inFull)),
      ("in_full_of_all", .int(link.inFullOfAll)), ("reasons", .strings(link.reasons.map(\.rawValue))),
    ])
  }
}
