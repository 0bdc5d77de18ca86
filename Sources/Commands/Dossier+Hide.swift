import ArgumentParser
import ArticleStore
import Articles
import Entities
import Identity

extension Dossier {
  /// `dossier hide`: no person, or one of no interest.
  struct Hide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said("Leave people out of lists and of the people of articles.", "不再在列表和文章的人物中列出某些人。"),
      discussion: """
        For what is no person, or of no interest. 'dossier unhide' takes it back.

          dossier hide 普京大帝
          dossier hide 普京大帝 --dry-run
        """)

    @Argument(
      help: ArgumentHelp("Names of the people, or numbers.", valueName: "name"),
      completion: NameCompletion.person)
    var names: [String]

    @OptionGroup var options: JudgementOptions

    func run() async throws {
      try await reportingErrors(format: options.output.format.rawValue) {
        let store = try options.open()
        let verdicts = try names.map { name in
          let key = try PersonReference(name, in: store).key(own: true)
          return ArticleStore.Verdict(
            PersonJudgement(name: key, ruling: .hide), name: Merge.written(name, key))
        }
        options.report(try store.judge(verdicts, at: .now(), dryRun: options.dryRun))
      }
    }
  }

  /// `dossier unhide`: takes `hide` back.
  struct Unhide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said("List people again that were hidden.", "重新列出隐藏的人。"),
      discussion: """
          dossier unhide 普京大帝
        """)

    @Argument(
      help: ArgumentHelp("Names by which the people were hidden, or any other.", valueName: "name"),
      completion: NameCompletion.hiddenPerson)
    var names: [String]

    @OptionGroup var options: JudgementOptions

    func run() async throws {
      try await reportingErrors(format: options.output.format.rawValue) {
        let store = try options.open()
        let ids = try names.flatMap { name in
          let found = try store.hidingJudgements(ofPersonNamed: name)
          if found.isEmpty {
            throw CommandError(
              status: .nothingFound,
              description: said("nobody called '\(name)' is hidden", "没有隐藏过叫“\(name)”的人"))
          }
          return found
        }
        options.report(try store.undoJudgements(ids, dryRun: options.dryRun))
      }
    }
  }
}
