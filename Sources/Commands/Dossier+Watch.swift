import ArgumentParser
import ArticleStore
import Ingest
import IngestDaemon
import Logging

extension Dossier {
  /// `dossier watch`: the daemon.
  struct Watch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said(
        "Store the articles of the inbox as they come, until it is told to stop.", "守候收件夹，文章随到随收，直到叫停。"),
      discussion: """
        Does what 'dossier ingest' does for every file that is dropped, as soon as it is whole: at once when it
        is renamed into the inbox, else a quarter of a second after its writer closes it, else when it has not
        changed for two seconds. Files that cannot be read now are tried again, less and less often.

          dossier watch --archive /var/lib/dossier --after delete

        SIGTERM and SIGINT end it after the open batch (exit 0), a second one at once; SIGHUP makes it watch
        and scan anew. Speaks to systemd (Type=notify, watchdog); packaging/dossier.service is a unit for it.
        """)

    /// The levels worth choosing from.
    enum LogLevel: String, CaseIterable, ExpressibleByArgument {
      case debug, info, warning, error

      var level: Logger.Level { Logger.Level(rawValue: rawValue) ?? .info }
    }

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var ingestion: IngestOptions

    @Option(help: "How the log on standard error looks: text or json.")
    var logFormat: ServiceLog.Format = .text

    @Option(help: "The least important events to log: debug, info, warning or error.")
    var logLevel: LogLevel = .info

    func run() async throws {
      try await reportingErrors {
        let directory = archive.directory
        guard let lock = try ingestion.takeLock(of: directory) else { return }
        let store = try ArticleStore.open(directory, access: .readWrite)
        var work = ingestion.ingestion(into: store, directory, source: .inbox) { _ in }
        work.command = "watch"
        let logger = Logger(label: "dossier") { _ in ServiceLog(format: logFormat, level: logLevel.level) }
        try await IngestDaemon.run(work, logger: logger)
        // The lock must live until the last file is put away.
        _ = consume lock
      }
    }
  }
}

extension ServiceLog.Format: ExpressibleByArgument {}
