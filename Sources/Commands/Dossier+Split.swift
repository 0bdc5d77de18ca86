import ArgumentParser
import ArticleStore
import Articles
import Entities

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
        told apart by --label:

          dossier split 李明 --article 17 --article https://news.example.com/a/1.html --label 教练
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

    @Option(help: "What tells the other person apart.")
    var label = "2"

    @OptionGroup var options: JudgementOptions

    func validate() throws {
      if (other == nil) == article.isEmpty {
        throw ValidationError(
          said("split takes another name, or articles with --article", "split 后面是另一个名字，或用 --article 指明文章"))
      }
      if label.isEmpty || label.contains(PersonJudgement.separator) {
        throw ValidationError(
          said(
            "--label takes a word without '\(PersonJudgement.separator)'",
            "--label 里不能有“\(PersonJudgement.separator)”"))
      }
    }

    func run() async throws {
      try await reportingErrors {
        let store = try options.open()
        let reference = try PersonReference(name, in: store)
        let verdicts =
          if let other {
            [try apart(reference, other, store)]
          } else {
            try article.map { try separate(reference, $0, store) }
          }
        options.report(try store.judge(verdicts, at: .now(), dryRun: options.dryRun))
      }
    }

    private func apart(
      _ reference: PersonReference, _ other: String, _ store: ArticleStore
    ) throws -> ArticleStore.Verdict {
      let key = NameKey(other)
      let keys = try store.nameKeys(of: reference.person.id)
      // The name shown for the person stands for it when the given one is the number or a form.
      let name = reference.key == key ? keys.first : reference.key
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
        PersonJudgement(name: name, ruling: .split(other: key)), name: self.name, other: other)
    }

    private func separate(
      _ reference: PersonReference, _ article: String, _ store: ArticleStore
    ) throws -> ArticleStore.Verdict {
      guard let stored = try store.article(named: article) else {
        throw CommandError.noArticle(article)
      }
      guard let named = stored.people.first(where: { $0.id == reference.person.id }) else {
        throw CommandError(
          status: .nothingFound,
          description: said(
            "article \(stored.id) does not name \(reference.person.name)",
            "文章 \(stored.id) 没有提到 \(reference.person.name)"))
      }
      let address = try store.urlKey(ofArticle: stored.id)
      return ArticleStore.Verdict(
        PersonJudgement(
          name: NameKey(named.nameInArticle), ruling: .separate(article: address, label: label)),
        name: name, other: label)
    }
  }
}
