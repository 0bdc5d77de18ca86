import ArticleStore
package import Ingest
package import Logging
import ServiceLifecycle
import UnixSignals

/// `dossier watch`: its services, wired.
package enum IngestDaemon {
  /// Serves the inbox until SIGTERM or SIGINT; the open batch is committed and its files are put away first. A
  /// second one ends the process at once, which is safe at any moment. SIGHUP watches and scans anew.
  ///
  /// - Parameter ingestion: over the inbox; the caller holds the archive's lock.
  package static func run(
    _ ingestion: Ingestion, logger: Logger, notifier: SystemdNotifier = SystemdNotifier()
  ) async throws {
    // Before anything says that the daemon is ready: an untrapped SIGHUP would end the process.
    let hangups = await UnixSignalsSequence(trapping: .sighup)
    let hints = HintQueue()
    let watcher = InboxWatcher(inbox: FilePath(ingestion.archive.inbox)) { hints.add($0) }
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(
            service: InboxService(
              ingestion: ingestion, hints: hints, watcher: watcher, notifier: notifier, logger: logger)),
          .init(
            service: ReloadService(hangups: hangups, watcher: watcher, notifier: notifier, logger: logger)),
        ],
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: Logger(label: "dossier.services") { _ in SwiftLogNoOpLogHandler() }))
    // The group takes the first signal; this ends the process at the second.
    let signals = Task { await StopSignals().listen() }
    defer { signals.cancel() }
    try await group.run()
  }
}

/// Watches and scans anew at every SIGHUP.
private struct ReloadService: Service {
  let hangups: UnixSignalsSequence
  let watcher: InboxWatcher
  let notifier: SystemdNotifier
  let logger: Logger

  func run() async throws {
    for await _ in hangups.cancelOnGracefulShutdown() {
      notifier.reloading()
      logger.info("reloading")
      watcher.start()
      notifier.ready()
    }
  }
}
