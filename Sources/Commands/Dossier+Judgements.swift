import ArgumentParser
import ArticleStore
import Entities
import Identity

extension Dossier {
  /// `dossier judgements`: what was said of people.
  struct Judgements: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said("List what was judged of people, or take some of it back.", "列出对人物的判断，或撤回其中一些。"),
      discussion: """
        Judgements are kept by names and addresses, not by rows: they hold whatever is ingested, removed or
        extracted again. One about a name that several people bear applies to all of them and is marked.

          dossier judgements
          dossier judgements --undo 3
        """)

    @Option(help: ArgumentHelp("Take the judgement with this number back.", valueName: "number"))
    var undo: [Int64] = []

    @OptionGroup var options: JudgementOptions
    @OptionGroup var pager: PagerOptions

    func validate() throws {
      if options.dryRun, undo.isEmpty {
        throw ValidationError(said("--dry-run goes with --undo", "--dry-run 要与 --undo 同用"))
      }
    }

    func run() async throws {
      try await reportingErrors {
        if undo.isEmpty { return try list() }
        let store = try options.open()
        let known = Set(try store.judgements().map(\.id))
        if let unknown = undo.first(where: { !known.contains($0) }) {
          throw CommandError(
            status: .nothingFound,
            description: said(
              "there is no judgement \(unknown): see 'dossier judgements'",
              "没有编号 \(unknown) 的判断：见 dossier judgements"))
        }
        options.report(try store.undoJudgements(undo, dryRun: options.dryRun))
      }
    }

    private func list() throws {
      pager.start(options.output.format == .text)
      let store = try options.archive.openForReading()
      let judgements = try store.judgements()
      let numbers = try judgements.map { try store.people(concernedBy: $0) }
      if options.output.format == .text {
        if judgements.isEmpty {
          Terminal.note(said("no judgements", "没有判断"))
        } else {
          var table = Table([
            (said("number", "编号"), .right), (said("made", "日期"), .left), (said("kind", "种类"), .left),
            (said("name", "名字"), .left), (said("applies to", "适用于"), .left), (said("other", "另一方"), .left),
          ])
          for (judgement, number) in zip(judgements, numbers) {
            table.append([
              String(judgement.id), Listing.day(judgement.createdAt), judgement.judgement.kind.rawValue,
              judgement.name, Self.scope(number), Self.other(judgement),
            ])
          }
          table.lines(width: Listing.width, style: .output).forEach(Terminal.print)
          if numbers.contains(where: { $0 > 1 }) {
            Terminal.note(
              said(
                "an override about a name that several people bear applies to all of them: narrow it with "
                  + "'dossier split NAME --article ID' or '--latin SPELLING'",
                "关于同名者的判断对所有同名的人有效：可用 dossier split 姓名 --article 编号 或 --latin 外文名 缩小范围"))
          }
        }
      } else {
        Self.records(judgements, numbers).lines(options.output.format).forEach(Terminal.print)
      }
      if judgements.isEmpty { throw ExitStatus.nothingFound.exitCode }
    }

    private static func other(_ judgement: StoredJudgement) -> String {
      guard case .separate(let article, let label) = judgement.judgement.ruling else {
        return judgement.other ?? ""
      }
      return said("\(label) in \(article)", "\(article) 里的 \(label)")
    }

    /// The number of people, where an override applies to more of them than its user may have thought of.
    private static func scope(_ people: Int) -> String {
      people < 2 ? "" : said("\(people) people of this name", "\(people) 个同名的人")
    }

    private static func records(_ judgements: [StoredJudgement], _ people: [Int]) -> Records {
      Records(
        name: "judgements", columns: ["id", "kind", "name", "other", "article", "created_at", "applies_to"],
        rows: zip(judgements, people).map { stored, people in
          let article: String? =
            if case .separate(let address, _) = stored.judgement.ruling { address } else { nil }
          return [
            .int(Int(stored.id)), .string(stored.judgement.kind.rawValue), .string(stored.name),
            .optional(stored.other), .optional(article), .string(stored.createdAt),
            .int(people),
          ]
        })
    }
  }
}
