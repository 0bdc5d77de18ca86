import ArgumentParser
import ArticleStore
import Articles
import Ingest

extension Dossier {
  /// `dossier status`: how the archive stands.
  struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say what the archive holds, what waits in its inbox and what failed.",
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

    private static func lines(_ status: ArchiveStatus) -> [String] {
      let width = status.facts.map { DisplayWidth.columns($0.label) }.max() ?? 0
      return status.facts.map { DisplayWidth.padded($0.label, to: width) + "  " + $0.value.text }
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
    case .seconds(let number): number.map { "\($0) s" } ?? "–"
    case .text(let text): text ?? "–"
    case .truth(let truth): truth ? "yes" : "no"
    }
  }
}
