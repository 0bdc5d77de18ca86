import ArgumentParser
import ArticleStore
import Articles
import Entities
import Identity

extension Dossier {
  /// `dossier merge`: two names, one person.
  struct Merge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said(
        "Say that people are one person; the first name is the one shown.", "指明几个人是同一人；显示第一个名字。"),
      discussion: """
        NAME is any name of the person, or the number that 'dossier people --format json' shows. The judgement is
        kept by names, so it holds for articles that come later; 'dossier judgements' lists and undoes it.

          dossier merge 唐纳德·特朗普 特郎普
        """)

    @Argument(
      help: ArgumentHelp("The name that is kept.", valueName: "name"), completion: NameCompletion.person)
    var name: String

    @Argument(
      help: ArgumentHelp("Other names of the same person.", valueName: "other"),
      completion: NameCompletion.person)
    var others: [String]

    @OptionGroup var options: JudgementOptions

    func run() async throws {
      try await reportingErrors(format: options.output.format.rawValue) {
        let store = try options.open()
        let kept = try PersonReference(name, in: store)
        let keptKey = try kept.key()
        let verdicts = try others.map { other in
          let key = try PersonReference(other, in: store).key()
          if key == keptKey {
            throw CommandError(
              status: .usage,
              description: said(
                "'\(name)' and '\(other)' are the same name of \(kept.person.name)",
                "“\(name)”和“\(other)”是 \(kept.person.name) 的同一个名字")
            )
          }
          return ArticleStore.Verdict(
            PersonJudgement(name: keptKey, ruling: .merge(other: key)), name: Self.written(name, keptKey),
            other: Self.written(other, key))
        }
        options.report(try store.judge(verdicts, at: .now(), dryRun: options.dryRun))
      }
    }

    /// The name as the user wrote it; the key that stands for it where the user gave a number or another name.
    static func written(_ text: String, _ key: NameKey) -> String {
      PersonJudgement.key(ofWritten: text) == key ? text : key.text
    }
  }

  /// `dossier alias`: a name that no article need give.
  struct Alias: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said(
        "Give a person another name, by which it is found; who bears that name is the same person.",
        "给一个人另一个名字，可用它查找；叫这名字的就是此人。"),
      discussion: """
          dossier alias 唐纳德·特朗普 懂王
        """)

    @Argument(
      help: ArgumentHelp("A name of the person, or the number.", valueName: "name"),
      completion: NameCompletion.person)
    var name: String

    @Argument(help: ArgumentHelp("The other name.", valueName: "alias"))
    var alias: String

    @OptionGroup var options: JudgementOptions

    func validate() throws {
      if NameKey(alias).isEmpty { throw ValidationError(said("an alias is a name", "别名须是名字")) }
    }

    func run() async throws {
      try await reportingErrors(format: options.output.format.rawValue) {
        let store = try options.open()
        let key = try PersonReference(name, in: store).key(own: true)
        let verdict = ArticleStore.Verdict(
          PersonJudgement(name: key, ruling: .alias(alias)), name: Merge.written(name, key), other: alias)
        options.report(try store.judge([verdict], at: .now(), dryRun: options.dryRun))
      }
    }
  }
}
