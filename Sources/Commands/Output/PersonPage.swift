import ArticleStore
import Entities

/// One person for people and for programs.
struct PersonPage {
  let profile: PersonProfile
  /// Why the names are one person's, where that was asked for.
  let joins: [ExplainedJoin]?
  let style: Style

  var lines: [String] {
    let person = profile.summary
    let count = articleCount(person.articles)
    let title = [person.name, person.latinName].compactMap(\.self).filter { !$0.isEmpty }
    var lines = [
      style.bold(title.joined(separator: "  ")),
      style.dim(
        said(
          "\(count), \(Listing.day(person.firstSeen)) to \(Listing.day(person.lastSeen)), number \(person.id)",
          "\(count)，\(Listing.day(person.firstSeen)) 至 \(Listing.day(person.lastSeen))，编号 \(person.id)")),
    ]
    var names = Table([
      (said("articles", "篇数"), .right), (said("name", "名字"), .left), (said("script", "字体"), .left),
    ])
    for name in profile.names { names.append([String(name.articles), name.name, kind(name)]) }
    lines += Coverage.section(said("names", "名字"), names, style)
    lines += coverage.lines
    if let joins {
      lines += ["", style.dim(said("why", "依据"))]
      lines +=
        joins.isEmpty ? [said("  it bears one name", "  只有一个名字")] : joins.map { "  " + Self.sentence($0) }
    }
    return lines
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

  /// A join in words.
  private static func sentence(_ joined: ExplainedJoin) -> String {
    let evidence = joined.join.articles
    let (articles, other) = (articleCount(evidence), joined.other)
    let reason =
      switch joined.join.rule {
      case .merge: said("a user merged it with \(other)", "用户把它与 \(other) 合并")
      case .alias: said("a user gave it as an alias of \(other)", "用户定为 \(other) 的别名")
      case .listed: said("a known spelling of \(other)", "\(other) 的已知写法")
      case .latin:
        said(
          "the Latin spelling of \(other), \(joined.join.spelling?.text ?? ""), in \(articles)",
          "\(articles)里有 \(other) 的外文名 \(joined.join.spelling?.text ?? "")")
      case .short where NameKey(joined.name) != joined.join.name:
        said("has the short form \(other) in \(articles) that give both", "\(articles)里简称 \(other)，两者并见")
      case .short where evidence == 0: said("the short name of the well-known \(other)", "知名人物 \(other) 的简称")
      case .short:
        said("the short form of \(other) in \(articles) that give both", "\(articles)里是 \(other) 的简称，两者并见")
      }
    return said(
      "\(joined.name) (\(joined.articles)): \(reason)", "\(joined.name)（\(joined.articles)）：\(reason)")
  }

  var json: JSON {
    let person = profile.summary
    var members: [(String, JSON)] =
      [
        ("version", .int(1)), ("id", .int(Int(person.id))), ("name", .string(person.name)),
        ("latin_name", .optional(person.latinName)), ("articles", .int(person.articles)),
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
    if let joins { members.append(("joins", .array(joins.map(Self.json)))) }
    return .object(members)
  }

  private static func json(_ joined: ExplainedJoin) -> JSON {
    .object([
      ("name", .string(joined.name)), ("other", .string(joined.other)),
      ("rule", .string(joined.join.rule.rawValue)), ("spelling", .optional(joined.join.spelling?.text)),
      ("articles", .int(joined.join.articles)),
    ])
  }
}
