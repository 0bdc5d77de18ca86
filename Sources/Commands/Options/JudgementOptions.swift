import ArgumentParser
import ArticleStore
import Identity

/// What the commands that judge people have in common.
struct JudgementOptions: ParsableArguments {
  @Flag(help: "Say what would change, and change nothing.")
  var dryRun = false

  @OptionGroup var archive: ArchiveOptions
  @OptionGroup var output: FormatOptions

  /// The archive, for writing.
  func open() throws -> ArticleStore {
    _ = try archive.openForReading()
    return try ArticleStore.open(archive.directory, access: .readWrite)
  }

  /// Tells the people concerned before and after.
  func report(_ effect: JudgementEffect) {
    if output.format == .text {
      if effect.changed == 0 {
        return Terminal.print(said("nothing changes: it was judged so before", "没有变化：此前已如此判断"))
      }
      let change = Self.line(effect.before) + " → " + Self.line(effect.after)
      Terminal.print(dryRun ? said("would change: ", "将会改变：") + change : change)
    } else {
      Self.records(effect, dryRun: dryRun).lines(output.format).forEach(Terminal.print)
    }
  }

  private static func line(_ people: [PersonSummary]) -> String {
    people.isEmpty
      ? said("nobody", "无人") : people.map { "\(name(of: $0)) (\($0.articles))" }.joined(separator: ", ")
  }

  /// The name with the label where the person was told apart from others of that name.
  private static func name(of person: PersonSummary) -> String {
    let labelled = person.otherNames.first {
      $0.contains(PersonJudgement.separator) && $0.hasPrefix(person.name)
    }
    return labelled ?? OpenName.marked(person.name, person.isOpen)
  }

  static func records(_ effect: JudgementEffect, dryRun: Bool) -> Records {
    let people = effect.before.map { ("before", $0) } + effect.after.map { ("after", $0) }
    return Records(
      envelope: [("dry_run", .bool(dryRun)), ("changed", .int(effect.changed))], name: "people",
      columns: ["when", "id", "name", "latin_name", "other_names", "articles", "is_open"],
      rows: people.map { when, person in
        [
          .string(when), .int(Int(person.id)), .string(person.name), .optional(person.latinName),
          .strings(person.otherNames), .int(person.articles), .bool(person.isOpen),
        ]
      })
  }
}
