import ArticleStore
import Articles
import Ingest
import Logging
import ServiceLifecycle

/// Serves the inbox until it is told to stop: looks where hints point and, by a timer, at everything.
struct InboxService: Service {
  /// The longest wait after the database or the archive's folders failed.
  private static let longestBackoff = Duration.seconds(60)
  /// The shortest time between two writings of the status files.
  private static let statusInterval = Duration.seconds(10)

  private let ingestion: Ingestion
  private let hints: HintQueue
  private let watcher: InboxWatcher
  private let notifier: SystemdNotifier
  private let logger: Logger

  /// A service over `ingestion`, whose reports it replaces by its log.
  init(
    ingestion: Ingestion, hints: HintQueue, watcher: InboxWatcher, notifier: SystemdNotifier, logger: Logger
  ) {
    var ingestion = ingestion
    ingestion.report = { event in
      switch event {
      case .failed(let path, let error):
        logger.warning(
          "file not stored",
          metadata: ["path": "\(path)", "reason": "\(error.reason)", "detail": "\(error)"])
      case .progressed: notifier.feedWatchdog()
      case .found, .waiting: break
      }
    }
    self.ingestion = ingestion
    self.hints = hints
    self.watcher = watcher
    self.notifier = notifier
    self.logger = logger
  }

  func run() async throws {
    await withGracefulShutdownHandler {
      await serve()
    } onGracefulShutdown: { [hints, notifier] in
      notifier.stopping()
      hints.close()
    }
    watcher.stop()
  }

  /// Trouble of the database or the disk ends a session but not the service: what was committed stays, every
  /// other file is where it was, and the next session finds it.
  private func serve() async {
    if !watcher.start() {
      logger.warning(
        "no events from the inbox: it is only scanned", metadata: ["path": "\(ingestion.archive.inbox)"])
    }
    notifier.ready()
    logger.info("watching", metadata: ["inbox": "\(ingestion.archive.inbox)"])
    var backoff = Duration.seconds(1)
    while !hints.isClosed {
      do {
        var session = try IngestSession(ingestion)
        try await serve(&session) { backoff = .seconds(1) }
        let counts = try session.finish()
        logger.info("stopped", metadata: Self.metadata(counts))
      } catch {
        logger.error(
          "ingest failed: trying again", metadata: ["error": "\(error)", "after": "\(backoff)"])
        notifier.status("trouble: \(error)")
        await wait(backoff)
        backoff = min(Self.longestBackoff, backoff * 2)
      }
    }
    StatusFiles(ingestion.archive).write(try status())
  }

  private func serve(_ session: inout IngestSession, succeeded: () -> Void) async throws {
    let interval = watcher.scanInterval
    var nextScan = ContinuousClock.now
    var nextStatus = ContinuousClock.now
    var counts = RunCounts()
    while !hints.isClosed {
      let isScan = ContinuousClock.now >= nextScan
      try await session.pass(isScan ? .everything : .due) { [hints] in hints.isClosed }
      if isScan { nextScan = ContinuousClock.now + interval }
      try ingestion.store.ping()
      notifier.feedWatchdog()
      succeeded()
      if session.counts != counts {
        counts = session.counts
        logger.info("ingested", metadata: Self.metadata(counts))
        notifier.status(
          "\(counts.added + counts.replaced) stored, \(counts.failed) no articles since the start")
      }
      if ContinuousClock.now >= nextStatus {
        StatusFiles(ingestion.archive).write(try status())
        nextStatus = ContinuousClock.now + Self.statusInterval
      }
      let wakeUps = [session.nextSettled, session.nextRetry, nextWatchdog, nextScan].compactMap(\.self)
      for hint in await hints.next(until: wakeUps.min() ?? nextScan) {
        session.note(hint)
        if hint == .everything {
          nextScan = .now
          session.retryAll()
        }
      }
    }
  }

  private var nextWatchdog: ContinuousClock.Instant? {
    notifier.watchdogInterval.map { ContinuousClock.now + $0 / 3 }
  }

  private func status() throws -> ArchiveStatus {
    try ArchiveStatus(of: ingestion.archive, store: ingestion.store, at: ingestion.now())
  }

  /// Waits after trouble; the service lives, so the watchdog is fed.
  private func wait(_ duration: Duration) async {
    let end = ContinuousClock.now + duration
    while !hints.isClosed, ContinuousClock.now < end {
      _ = await hints.next(until: min(end, nextWatchdog ?? end))
      notifier.feedWatchdog()
    }
  }

  private static func metadata(_ counts: RunCounts) -> Logger.Metadata {
    [
      "added": "\(counts.added)", "replaced": "\(counts.replaced)", "unchanged": "\(counts.unchanged)",
      "failed": "\(counts.failed)", "postponed": "\(counts.postponed)",
    ]
  }
}
