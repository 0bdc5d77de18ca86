import ArgumentParser
import ArticleStore
import Ingest

extension Dossier {
  /// `dossier status`: how the archive stands.
  struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say what the archive holds, what waits in its inbox and what failed.")

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var output: FormatOptions

    func run() async throws {
      try await reportingErrors {
        let directory = archive.directory
        let status = try archive.openForReading().status()
        let waiting = InboxBacklog(of: directory).files
        let fields = Self.fields(status, directory, waiting: waiting)
        if output.format == .text {
          let width = fields.map { DisplayWidth.columns($0.label) }.max() ?? 0
          for field in fields {
            Terminal.print(DisplayWidth.padded(field.label, to: width) + "  " + field.text)
          }
        } else {
          let records = Records(
            name: "status", columns: fields.map(\.name), rows: [fields.map(\.value)])
          if output.format == .json {
            Terminal.print(
              JSON.object([("version", .int(1))] + fields.map { ($0.name, $0.value) }).text)
          } else {
            records.lines(output.format).forEach(Terminal.print)
          }
        }
      }
    }

    private struct Field {
      let label: String
      let name: String
      let value: JSON
      let text: String
    }

    private static func fields(
      _ status: StoreStatus, _ directory: ArchiveDirectory, waiting: Int
    ) -> [Field] {
      func number(_ label: String, _ name: String, _ value: Int) -> Field {
        Field(label: label, name: name, value: .int(value), text: String(value))
      }
      func words(_ label: String, _ name: String, _ value: String?) -> Field {
        Field(label: label, name: name, value: .optional(value), text: value ?? "–")
      }
      let quarantined = (status.files[.quarantined] ?? 0) + (status.files[.failed] ?? 0)
      let run = status.lastRun.map { run in
        "\(run.startedAt): \(run.counts.added) new, \(run.counts.replaced) replaced, "
          + "\(run.counts.unchanged) unchanged, \(run.counts.failed) no articles, "
          + "\(run.counts.postponed) left" + (run.finishedAt == nil ? " (not finished)" : "")
      }
      let megabytes = status.databaseSize / 100_000
      return [
        words("archive", "archive", directory.path),
        number("articles", "articles", status.articles),
        number("people", "people", status.people),
        number("countries", "countries", status.countries),
        number("sources", "sources", status.sources),
        words("oldest", "first_published", status.firstPublished),
        words("newest", "last_published", status.lastPublished),
        number("waiting", "waiting", waiting),
        number("no articles", "failed", quarantined),
        number("to retry", "retry", status.files[.retry] ?? 0),
        words("last error", "last_error", status.lastError.map { "\($0.path): \($0.error)" }),
        words("last run", "last_run", run),
        Field(
          label: "database", name: "database_bytes", value: .int(status.databaseSize),
          text: "\(megabytes / 10).\(megabytes % 10) MB"),
      ]
    }
  }
}
