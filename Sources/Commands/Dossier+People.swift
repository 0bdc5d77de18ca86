import ArgumentParser
import ArticleSearch
import ArticleStore

extension Dossier {
  /// `dossier people`: who is in the archive.
  struct People: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said(
        "List people, most articles first, or those whose names hold a text.", "列出人物，文章多的在前；或名字含某段文字的人物。"),
      discussion: """
        TEXT finds names in simplified or traditional script and Latin spellings, from one character up:

          dossier people 季诺维也夫
          dossier people Zinov*

        Several people may bear one name: 'role' shows the words before the name in their newest articles. A name that
        may mean several people, where articles do not say which, comes after the people, marked as open.
        """)

    @Argument(help: ArgumentHelp("A part of the name.", valueName: "text"), completion: NameCompletion.person)
    var text: String?

    @Option(help: "At most so many; 0 for all.")
    var limit = 20

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var pager: PagerOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
      try Listing.checkCount(limit, "--limit")
    }

    func run() async throws {
      try await reportingErrors {
        pager.start(output.format == .text)
        let store = try archive.openForReading()
        let catalog = EntityCatalog(store: store)
        let (found, total) = try catalog.people(text, limit: limit == 0 ? nil : limit)
        let people = try store.withRoles(found)
        try Listing.show(
          Self.records(people, total: total), table: Self.table(people), of: total, "people", "person", "个人物",
          output.format)
      }
    }

    private static func table(_ people: [PersonSummary]) -> [String] {
      if people.isEmpty { return [] }
      var table = Table([
        (said("articles", "篇数"), .right), (said("first", "最早"), .left), (said("last", "最近"), .left),
        (said("name", "姓名"), .left), (said("role", "身份"), .left), (said("also", "又作"), .left),
      ])
      for person in people {
        let also = ([person.latinName].compactMap(\.self) + person.otherNames).joined(separator: ", ")
        table.append([
          String(person.articles), Listing.day(person.firstSeen), Listing.day(person.lastSeen),
          OpenName.marked(person.name, person.isOpen), person.roles.joined(separator: " "), also,
        ])
      }
      return table.lines(width: Listing.width, style: .output)
    }

    private static func records(_ people: [PersonSummary], total: Int) -> Records {
      Records(
        envelope: [("total", .int(total))], name: "people",
        columns: [
          "id", "name", "latin_name", "other_names", "articles", "first_seen", "last_seen", "is_open",
          "roles",
        ],
        rows: people.map { person in
          [
            .int(Int(person.id)), .string(person.name), .optional(person.latinName),
            .strings(person.otherNames), .int(person.articles), .optional(person.firstSeen),
            .optional(person.lastSeen), .bool(person.isOpen), .strings(person.roles),
          ]
        })
    }
  }
}
