import ArgumentParser
import ArticleStore
import Entities

extension Dossier {
  /// `dossier judgements`: what was said of people.
  struct Judgements: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said("List what was judged of people, or take some of it back.", "列出对人物的判断，或撤回其中一些。"),
      discussion: """
        Judgements are kept by names and addresses, not by rows: they hold whatever is ingested, removed or
        extracted again.

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
      let judgements = try options.archive.openForReading().judgements()
      if options.output.format == .text {
        if judgements.isEmpty {
          Terminal.note(said("no judgements", "没有判断"))
        } else {
          var table = Table([
            (said("number", "编号"), .right), (said("made", "日期"), .left), (said("kind", "种类"), .left),
            (said("name", "名字"), .left), (said("other", "另一方"), .left),
          ])
          for judgement in judgements {
            table.append([
              String(judgement.id), Listing.day(judgement.createdAt), judgement.judgement.kind.rawValue,
              judgement.name, Self.other(judgement),
            ])
          }
          table.lines(width: Listing.width, style: .output).forEach(Terminal.print)
        }
      } else {
        Self.records(judgements).lines(options.output.format).forEach(Terminal.print)
      }
      if judgements.isEmpty { throw ExitStatus.nothingFound.exitCode }
    }

    private static func other(_ judgement: StoredJudgement) -> String {
      guard case .separate(let article, let label) = judgement.judgement.ruling else {
        return judgement.other ?? ""
      }
      return said("\(label) in \(article)", "\(article) 里的 \(label)")
    }

    private static func records(_ judgements: [StoredJudgement]) -> Records {
      Records(
        name: "judgements", columns: ["id", "kind", "name", "other", "article", "created_at"],
        rows: judgements.map { stored in
          let article: String? =
            if case .separate(let address, _) = stored.judgement.ruling { address } else { nil }
          return [
            .int(Int(stored.id)), .string(stored.judgement.kind.rawValue), .string(stored.name),
            .optional(stored.other), .optional(article), .string(stored.createdAt),
          ]
        })
    }
  }
}
