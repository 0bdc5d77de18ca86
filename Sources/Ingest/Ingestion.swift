package import ArticleStore
package import Articles

/// What is ingested, into which archive, and how; an ``IngestSession`` does it.
package struct Ingestion: Sendable {
  /// Which files are ingested.
  package enum Source: Sendable {
    /// Everything in the archive's inbox.
    case inbox
    /// Files and folders read where they are; nothing is moved.
    case paths([FilePath])
  }

  /// What becomes of a file of the inbox whose article is durably stored. Files that are no articles go to
  /// `failed/` unless everything is kept.
  package enum After: String, CaseIterable, Sendable {
    /// It is moved to `done/YYYY/MM/DD/`.
    case move
    /// It stays.
    case keep
    /// It is deleted.
    case delete
  }

  /// What is told while it runs.
  package enum Event: Sendable {
    /// So many files are waiting.
    case found(files: Int)
    /// A file was not stored; `reportPath` names it as the user knows it.
    case failed(reportPath: String, error: IngestError)
    /// Files are still being written; the run waits for them.
    case waiting(files: Int)
    /// A batch was committed; the counts so far.
    case progressed(RunCounts)
    /// All files are stored; who is who among the people they name is computed.
    case settling
  }

  /// The archive and its database.
  package var archive: ArchiveDirectory
  package var store: ArticleStore
  /// Which files.
  package var source: Source
  /// The command's name in the table `runs`.
  package var command = "ingest"
  /// How many chunks of files are worked on at the same time; 1 keeps everything on one thread.
  package var jobs = 1
  /// What becomes of stored files of the inbox.
  package var after = After.move
  /// Whether articles that a user removed come back.
  package var restoresRemoved = false
  /// Reads a file on which the program died before in a process of its own.
  package var trial: TrialReading
  /// The clock.
  package var now: @Sendable () -> Timestamp
  /// Is told of every failure and of progress, from any thread.
  package var report: @Sendable (Event) -> Void

  /// An ingestion into `store`.
  package init(
    archive: ArchiveDirectory, store: ArticleStore, source: Source, trial: TrialReading,
    now: @escaping @Sendable () -> Timestamp, report: @escaping @Sendable (Event) -> Void
  ) {
    self.archive = archive
    self.store = store
    self.source = source
    self.trial = trial
    self.now = now
    self.report = report
  }

  /// How long a single run waits for files that are still being written.
  private static let patience = Duration.seconds(60)

  /// Runs until every file that is there has been dealt with, or `isStopping` says to end early.
  ///
  /// - Throws: ``ArticleStore/ArticleStoreError`` or ``FileMoveError`` when the database or the archive's folders fail:
  ///   what was committed stays, every other file is where it was, and the next run goes on.
  package func run(isStopping: @escaping @Sendable () -> Bool = { false }) async throws -> RunCounts {
    var session = try IngestSession(self)
    do {
      return try await run(&session, isStopping: isStopping)
    } catch {
      // The files that were open killed nobody. Where even this cannot be written, the next run tries them one
      // by one.
      try? store.endReading(at: now())
      throw error
    }
  }

  private func run(
    _ session: inout IngestSession, isStopping: @escaping @Sendable () -> Bool
  ) async throws -> RunCounts {
    let end = ContinuousClock.now + Self.patience
    try await session.pass(.everything, isStopping: isStopping)
    try session.updateLedger()
    while let next = session.nextSettled, !isStopping() {
      if next > end {
        session.giveUpWaiting()
        break
      }
      report(.waiting(files: session.settlingCount))
      try await Task.sleep(until: next, clock: .continuous)
      try await session.pass(.due, isStopping: isStopping)
      try session.updateLedger()
    }
    let counts = try session.finish()
    report(.settling)
    try store.settle(isStopping)
    return counts
  }

  /// The path under which the ledger knows a file: relative to the archive for the inbox, so that an archive
  /// can be moved; as given otherwise.
  func ledgerPath(_ path: FilePath) -> FilePath {
    source.isInbox ? path.relative(to: FilePath(archive.path)) ?? path : path
  }
}

extension Ingestion.Source {
  var isInbox: Bool { if case .inbox = self { true } else { false } }

  /// The files that are there now.
  func scan(_ archive: ArchiveDirectory) -> FolderScan {
    var scan = FolderScan()
    switch self {
    case .inbox: scan.add(FilePath(archive.inbox))
    case .paths(let paths): for path in paths { scan.add(path) }
    }
    return scan
  }
}
