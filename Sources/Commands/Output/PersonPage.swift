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
    let count = Counted.articles(person.articles)
    let title = [person.name, person.latinName].compactMap(\.self).filter { !$0.isEmpty }
    var lines = [
      style.bold(title.joined(separator: "  ")),
      style.dim(
        "\(count), \(Listing.day(person.firstSeen)) to \(Listing.day(person.lastSeen)), number \(person.id)"),
    ]
    var names = Table([("articles", .right), ("name", .left), ("script", .left)])
    for name in profile.names { names.append([String(name.articles), name.name, kind(name)]) }
    lines += Coverage.section("names", names, style)
    lines += coverage.lines
    if let joins {
      lines += ["", style.dim("why")]
      lines += joins.isEmpty ? ["  it bears one name"] : joins.map { "  " + Self.sentence($0) }
    }
    return lines
  }

  private func kind(_ name: PersonProfile.NameCount) -> String {
    name.kind == "full" || name.kind == "latin"
      ? NameScript(name.name).label : "\(NameScript(name.name).label), \(name.kind)"
  }

  private var coverage: Coverage {
    Coverage(
      timeline: profile.timeline, company: profile.company, newest: profile.newest, style: style)
  }

  /// A join in words.
  private static func sentence(_ joined: ExplainedJoin) -> String {
    let evidence = joined.join.articles
    let articles = Counted.articles(evidence)
    let reason =
      switch joined.join.rule {
      case .merge: "a user merged it with \(joined.other)"
      case .alias: "a user gave it as an alias of \(joined.other)"
      case .listed: "a known spelling of \(joined.other)"
      case .latin: "the Latin spelling of \(joined.other), \(joined.join.spelling ?? ""), in \(articles)"
      case .short where NameKey.key(joined.name) != joined.join.name:
        "has the short form \(joined.other) in \(articles) that give both"
      case .short where evidence == 0: "the short name of the well-known \(joined.other)"
      case .short: "the short form of \(joined.other) in \(articles) that give both"
      }
    return "\(joined.name) (\(joined.articles)): \(reason)"
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
      ("rule", .string(joined.join.rule.rawValue)), ("spelling", .optional(joined.join.spelling)),
      ("articles", .int(joined.join.articles)),
    ])
  }
}
