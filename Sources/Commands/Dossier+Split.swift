import ArgumentParser
import ArticleSearch
import ArticleStore
import Articles
import Entities
import Identity

extension Dossier {
  /// `dossier split`: one name, two people.
  struct Split: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said(
        "Say that a name belongs to somebody else, or that a name means somebody else in some articles.",
        "指明一个名字属于别人，或在某些文章里指别人。"),
      discussion: """
        With OTHER, that name is taken out of the person of NAME:

          dossier split 鲍里斯·约翰逊 约翰逊

        With --article, those articles name another person of the same name, listed as a person of its own and
        told apart by --label; --as says who it is. With --latin, the same holds for all articles in which that Latin
        spelling stands with the name:

          dossier split 李明 --article 17 --article https://news.example.com/a/1.html --label 教练
          dossier split 史密斯 --article 17 --as 亚当·史密斯
          dossier split 史密斯 --latin 'Chris Smith' --label 教练
        """)

    @Argument(
      help: ArgumentHelp("A name of the person, or the number.", valueName: "name"),
      completion: NameCompletion.person)
    var name: String

    @Argument(
      help: ArgumentHelp("The name that is somebody else's.", valueName: "other"),
      completion: NameCompletion.person)
    var other: String?

    @Option(help: ArgumentHelp("An article in which the name means somebody else.", valueName: "id|url"))
    var article: [String] = []

    @Option(
      help: ArgumentHelp(
        "The Latin spelling of somebody else: all articles in which it stands with the name.",
        valueName: "spelling"))
    var latin: String?

    @Option(
      help: ArgumentHelp("Who it is in those articles: a name or the number of a person.", valueName: "name"),
      completion: NameCompletion.person)
    var `as`: String?

    @Option(
      help: "What tells the other person apart (default: the name of --as, the spelling of --latin, else 2).")
    var label: String?

    @OptionGroup var options: JudgementOptions

    func validate() throws {
      let separates = !article.isEmpty || latin != nil
      if (other == nil) != separates || !article.isEmpty && latin != nil {
        throw ValidationError(
          said(
            "split takes another name, or articles with --article, or a spelling with --latin",
            "split 后面是另一个名字，或用 --article 指明文章，或用 --latin 指明外文名"))
      }
      if !separates, self.as != nil || label != nil {
        throw ValidationError(
          said("--as and --label go with --article or --latin", "--as 和 --label 要与 --article 或 --latin 同用"))
      }
      if let latin, LatinKey(latin) == nil {
        throw ValidationError(
          said(
            "--latin takes a name of two words or more, as 'Chris Smith'",
            "--latin 是两个词以上的外文名，如 'Chris Smith'"))
      }
      if let label, label.isEmpty || label.contains(PersonJudgement.separator) {
        throw ValidationError(
          said(
            "--label takes a word without '\(PersonJudgement.separator)'",
            "--label 里不能有“\(PersonJudgement.separator)”"))
      }
    }

    func run() async throws {
      try await reportingErrors(format: options.output.format.rawValue) {
        let store = try options.open()
        let verdicts =
          if let other {
            [try apart(try PersonReference(name, in: store), other, store)]
          } else {
            try separated(store)
          }
        options.report(try store.judge(verdicts, at: .now(), dryRun: options.dryRun))
      }
    }

    /// The overrides by which the name means somebody else in some articles, and the merges that say who it is.
    private func separated(_ store: ArticleStore) throws -> [ArticleStore.Verdict] {
      let target = try self.as.map { try PersonReference($0, in: store) }
      let label = label ?? (target?.person.name ?? latin).map(Self.label) ?? "2"
      let articles: [(address: String, name: NameKey)] =
        try latin.map { try self.articles(withLatin: $0, store) } ?? article.map { try place($0, store) }
      let verdicts = articles.map { article in
        ArticleStore.Verdict(
          PersonJudgement(name: article.name, ruling: .separate(article: article.address, label: label)),
          name: Merge.written(name, article.name), other: label)
      }
      guard let target, let written = self.as else { return verdicts }
      let key = try target.key()
      let names = Set(articles.map(\.name)).sorted()
      return verdicts
        + names.map { name in
          let separated = PersonJudgement.separatedKey(name, label: label)
          return ArticleStore.Verdict(
            PersonJudgement(name: key, ruling: .merge(other: separated)), name: Merge.written(written, key),
            other: separated.text)
        }
    }

    /// A label that is made of a name.
    private static func label(_ name: String) -> String {
      name.split(separator: PersonJudgement.separator).joined(separator: " ")
    }

    /// The articles in which a Latin spelling stands with the name.
    private func articles(
      withLatin latin: String, _ store: ArticleStore
    ) throws -> [(address: String, name: NameKey)] {
      let keys = try Int64(name).map { try store.nameKeys(of: $0) } ?? [NameKey(name)]
      let found = try LatinKey(latin).map { try store.articles(naming: keys, withLatin: $0) } ?? []
      if !found.isEmpty { return found }
      let spellings = try store.latinSpellings(of: keys, limit: 10).map(LatinSpelling.shown).joined(
        separator: ", ")
      throw CommandError(
        status: .nothingFound,
        description: said(
          "no article gives '\(name)' the Latin spelling '\(latin)'"
            + (spellings.isEmpty ? ": none gives it any; use --article" : "; there are: \(spellings)"),
          "没有文章给“\(name)”外文名“\(latin)”" + (spellings.isEmpty ? "，也没有别的外文名；请用 --article" : "；有：\(spellings)")))
    }

    /// An article by number or address, with the key of the name by which it names the person.
    private func place(_ reference: String, _ store: ArticleStore) throws -> (address: String, name: NameKey)
    {
      guard let stored = try store.article(named: reference) else { throw CommandError.noArticle(reference) }
      let people = try store.peopleNamed(inArticle: stored.id)
      let (key, id) = (NameKey(name), Int64(name))
      // The name itself, then a form of it, then any name of the one person who is called so.
      let named =
        try people.first { $0.personID == id || NameKey($0.name) == key }
        ?? people.first { $0.forms.contains { NameKey($0) == key } }
        ?? (id == nil ? samePerson(in: people, store) : nil)
      guard let named else {
        throw CommandError(
          status: .nothingFound,
          description: said(
            "article \(stored.id) does not name '\(name)'", "文章 \(stored.id) 没有提到“\(name)”"))
      }
      return (try store.urlKey(ofArticle: stored.id), NameKey(named.name))
    }

    private func samePerson(in people: [NamedInArticle], _ store: ArticleStore) throws -> NamedInArticle? {
      guard case .one(let person) = try EntityResolver(store: store).person(name) else { return nil }
      return people.first { $0.personID == person.id }
    }

    private func apart(
      _ reference: PersonReference, _ other: String, _ store: ArticleStore
    ) throws -> ArticleStore.Verdict {
      let key = NameKey(other)
      let keys = try store.nameKeys(of: reference.person.id)
      // The name shown for the person stands for it when the given one is the number or a form.
      let own = try? reference.key()
      let name = own == nil || own == key ? keys.first { $0 != key } : own
      guard keys.contains(key), let name, name != key else {
        throw CommandError(
          status: .usage,
          description:
            said(
              "no article calls \(reference.person.name) just '\(other)': names that can be split off "
                + "are those that 'dossier person \(reference.person.id) --why' lists; for articles there is --article",
              "没有文章把 \(reference.person.name) 单称“\(other)”：能拆出的名字见 dossier person \(reference.person.id) --why；"
                + "针对文章请用 --article")
        )
      }
      return ArticleStore.Verdict(
        PersonJudgement(name: name, ruling: .split(other: key)), name: Merge.written(self.name, name),
        other: other)
    }
  }
}
