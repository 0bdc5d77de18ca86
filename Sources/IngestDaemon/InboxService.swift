import ArticleStore
import Articles
import Ingest
import Logging
import ServiceLifecycle

/// Serves the inbox until it is told to stop: looks where hints point and, by a timer, at everything.
struct InboxService: Service {
  /// The longest wait after the database or the archive's folders failed.
  private static let longestBackoff = Duration.seconds(60)
  /// How long after a file was stored the ledger is brought up to date at the latest.
  private static let ledgerDelay = Duration.milliseconds(200)
  /// How long nothing was stored before the index is tidied up.
  private static let idleTime = Duration.seconds(2)
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
      case .found, .waiting, .settling: break
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
    watcher.start()
    notifier.ready()
    logger.info("watching", metadata: ["inbox": "\(ingestion.archive.inbox)"])
    var backoff = Duration.seconds(1)
    var isContinuation = false
    while !hints.isClosed {
      do {
        var session = try IngestSession(ingestion, isContinuation: isContinuation)
        isContinuation = true
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
    var nextScan = ContinuousClock.now
    var nextStatus = ContinuousClock.now
    // What an upgrade or an interrupted run left to do is done in the first pause.
    var nextMerge: ContinuousClock.Instant? = .now
    var nextLedgerUpdate: ContinuousClock.Instant?
    var isStatusStale = true
    var isWatched = true
    var counts = RunCounts()
    while !hints.isClosed {
      let isScan = ContinuousClock.now >= nextScan
      if isScan {
        // Before the scan: of what comes after it events tell.
        let wasWatched = isWatched
        isWatched = watcher.renew()
        if wasWatched != isWatched { logWatching(isWatched) }
        nextScan = ContinuousClock.now + (isWatched ? watcher.scanInterval : InboxWatcher.blindScanInterval)
      }
      try await session.pass(isScan ? .everything : .due) { [hints] in hints.isClosed }
      try ingestion.store.ping()
      notifier.feedWatchdog()
      succeeded()
      if session.counts != counts {
        counts = session.counts
        nextMerge = .now + Self.idleTime
        nextLedgerUpdate = nextLedgerUpdate ?? .now + Self.ledgerDelay
        isStatusStale = true
        logger.info("ingested", metadata: Self.metadata(counts))
        notifier.status(
          "\(counts.added + counts.replaced) stored, \(counts.failed) no articles since the start")
      }
      let isStatusDue = (isScan || isStatusStale) && ContinuousClock.now >= nextStatus
      if let due = nextLedgerUpdate, isStatusDue || due <= .now {
        try session.updateLedger()
        nextLedgerUpdate = nil
      }
      if isStatusDue {
        StatusFiles(ingestion.archive).write(try status())
        nextStatus = ContinuousClock.now + Self.statusInterval
        isStatusStale = false
      }
      let wakeUps = [
        session.nextSettled, session.nextRetry, nextWatchdog, isStatusStale ? nextStatus : nil, nextScan,
        nextMerge, nextLedgerUpdate,
      ]
      let arrived = await hints.next(until: wakeUps.compactMap(\.self).min() ?? nextScan)
      if arrived.isEmpty, !hints.isClosed, let due = nextMerge, due <= .now {
        // Who is who first: people look for it, while only the time of a search depends on the index.
        let isUnfinished = try ingestion.store.settleStep() || ingestion.store.mergeFullText()
        nextMerge = isUnfinished ? .now : nil
      }
      for hint in arrived {
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

  private func logWatching(_ isWatched: Bool) {
    let inbox: Logger.Metadata = ["path": "\(ingestion.archive.inbox)"]
    if isWatched {
      logger.info("events from the inbox come again", metadata: inbox)
    } else {
      logger.warning("no events from the inbox: it is scanned often instead", metadata: inbox)
    }
  }

  private static func metadata(_ counts: RunCounts) -> Logger.Metadata {
    [
      "added": "\(counts.added)", "replaced": "\(counts.replaced)", "unchanged": "\(counts.unchanged)",
      "failed": "\(counts.failed)", "postponed": "\(counts.postponed)",
    ]
  }
}
