import ArticleStore

/// A name that several people bear, for people and for programs.
struct AmbiguousName {
  /// The name as the user gave it.
  let name: String
  /// The people, most articles first.
  let people: [PersonSummary]

  /// A sentence that says what to give instead, and one line for each person: number, name, role, years, articles.
  var message: String {
    let areOpen = people.allSatisfy(\.isOpen)
    let sentence = said(
      "\(people.count) \(areOpen ? "open names" : "people") are called '\(name)'; give the number of one of them",
      "有 \(people.count) 个人叫“\(name)”，请给出其中一个的编号")
    return ([sentence + said(":", "：")] + Self.lines(people)).joined(separator: "\n")
  }

  /// One line for each person, as many as anybody reads.
  static func lines(_ people: [PersonSummary]) -> [String] {
    let shown = people.prefix(Candidates.shown)
    let cells = shown.map { person in
      [
        String(person.id),
        ([OpenName.marked(person.name, person.isOpen)] + [person.latinName].compactMap(\.self)).joined(
          separator: " "),
        person.roles.joined(separator: " "), years(person),
      ].map(ShownText.cell)
    }
    let widths = (0..<4).map { column in cells.map { DisplayWidth.columns($0[column]) }.max() ?? 0 }
    let lines = zip(cells, shown).map { row, person in
      let columns = row.indices.filter { widths[$0] > 0 }.map { column in
        column == 0
          ? DisplayWidth.rightAligned(row[column], to: widths[column])
          : DisplayWidth.padded(row[column], to: widths[column])
      }
      return "  " + (columns + [articleCount(person.articles)]).joined(separator: "  ")
    }
    let rest = people.count - shown.count
    return rest > 0 ? lines + [said("  … and \(rest) more", "  …… 另有 \(rest) 个")] : lines
  }

  /// The years of the first and the last article.
  static func years(_ person: PersonSummary) -> String {
    guard let first = person.firstSeen?.prefix(4), let last = person.lastSeen?.prefix(4) else { return "–" }
    return first == last ? String(first) : "\(first)–\(last)"
  }

  /// The error for programs.
  var json: JSON {
    .object([
      ("version", .int(1)), ("error", .string("ambiguous")), ("name", .string(name)),
      ("candidates", .array(people.map(Self.json))),
    ])
  }

  /// A person whom a name may mean, for programs.
  static func json(_ person: PersonSummary) -> JSON {
    .object([
      ("id", .int(Int(person.id))), ("name", .string(person.name)),
      ("latin_name", .optional(person.latinName)),
      ("roles", .strings(person.roles)), ("first_seen", .optional(person.firstSeen)),
      ("last_seen", .optional(person.lastSeen)), ("articles", .int(person.articles)),
      ("is_open", .bool(person.isOpen)),
    ])
  }
}
