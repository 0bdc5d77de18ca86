import ArgumentParser
import ArticleStore

extension Dossier {
  /// `dossier person`: one person.
  struct Person: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said(
        "Show one person: names, articles over time, company, newest articles.",
        "显示一个人：名字、各时期文章数、同篇人物和国家、最新文章。"),
      discussion: """
        NAME is a name in either script, a Latin spelling, or the number that 'dossier people --format json' shows.

          dossier person 普京
          dossier person 'Vladimir Putin' --why
        """)

    @Argument(
      help: ArgumentHelp("A name of the person, or the number.", valueName: "name"),
      completion: NameCompletion.person)
    var name: String

    @Flag(help: "Also explain with evidence why the names are one person's, and who else bears the name.")
    var why = false

    @Option(help: "At most so many countries, people and articles each.")
    var limit = 10

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var pager: PagerOptions

    @Option(help: "text or json.")
    var format: OutputFormat = .text

    func validate() throws {
      try Listing.checkCount(limit, "--limit")
      try Listing.checkPageFormat(format, of: "person")
    }

    func run() async throws {
      try await reportingErrors(format: format.rawValue) {
        pager.start(format == .text)
        let store = try archive.openForReading()
        let id = try PersonReference(name, in: store).person.id
        guard var profile = try store.profile(of: id, limit: limit) else {
          throw CommandError.nobody(called: name)
        }
        profile.summary = try store.withRoles([profile.summary])[0]
        let explanation = try why ? store.explanation(of: id) : nil
        let page = PersonPage(profile: profile, explanation: explanation, style: .output)
        Listing.showPage(page.lines, json: page.json, format)
      }
    }
  }
}
