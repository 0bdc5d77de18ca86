import ArgumentParser
import ArticleStore
import Articles
import Ingest

extension Dossier {
  /// `dossier status`: how the archive stands.
  struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said(
        "Say what the archive holds, what waits in its inbox and what failed.", "说明档案库里有什么、收件夹里有什么待收、什么没收成。"),
      discussion: """
        Exit status 1 when the archive is not served as it should be: a file has waited for more than
        \(ArchiveStatus.longestHealthyWait / 60) minutes, files could not be read or stored, or the disk is
        nearly full.

          dossier status
          dossier status --format json
        """)

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var output: FormatOptions

    func run() async throws {
      try await reportingErrors {
        let status = try ArchiveStatus(
          of: archive.directory, store: archive.openForReading(), at: .now())
        switch output.format {
        case .text: Self.lines(status).forEach(Terminal.print)
        case .json:
          let facts = status.facts.map { ($0.name, $0.value.json) }
          Terminal.print(
            JSON.object([("version", .int(1))] + facts + [("problems", .strings(status.problems))]).text)
        case .jsonl, .csv, .tsv:
          let records = Records(
            name: "status", columns: status.facts.map(\.name), rows: [status.facts.map(\.value.json)])
          records.lines(output.format).forEach(Terminal.print)
        }
        for problem in status.problems { Terminal.warn(problem) }
        if !status.problems.isEmpty { throw ExitStatus.nothingFound.exitCode }
      }
    }

    private static func label(_ fact: ArchiveStatus.Fact) -> String {
      said(fact.label, chineseLabels[fact.name] ?? fact.label)
    }

    private static let chineseLabels = [
      "archive": "档案库", "updated_at": "查看时间", "healthy": "正常", "articles": "文章", "people": "人物",
      "pending_names": "待判定名字",
      "countries": "国家",
      "sources": "来源", "first_published": "最早", "last_published": "最新", "waiting": "待收",
      "oldest_waiting_seconds": "最长等待",
      "files_last_minute": "近一分钟", "files_last_hour": "近一小时", "files_last_day": "近一天", "failed": "不是文章",
      "retry": "待重试", "last_error": "最近错误", "last_run": "最近运行", "lock_holder": "正在收录",
      "database_bytes": "数据库",
      "free_bytes": "可用空间",
    ]

    private static func lines(_ status: ArchiveStatus) -> [String] {
      let width = status.facts.map { DisplayWidth.columns(label($0)) }.max() ?? 0
      return status.facts.map { DisplayWidth.padded(label($0), to: width) + "  " + $0.value.text }
    }
  }
}

extension ArchiveStatus.Fact.Value {
  fileprivate var json: JSON {
    switch self {
    case .count(let number), .bytes(let number): .int(number)
    case .seconds(let number): number.map(JSON.int) ?? .null
    case .text(let text): .optional(text)
    case .truth(let truth): .bool(truth)
    }
  }

  fileprivate var text: String {
    switch self {
    case .count(let number): String(number)
    case .bytes(let number): "\(number / 1_000_000).\(number / 100_000 % 10) MB"
    case .seconds(let number): number.map { said("\($0) s", "\($0) 秒") } ?? "–"
    case .text(let text): text ?? "–"
    case .truth(let truth): truth ? said("yes", "是") : said("no", "否")
    }
  }
}
