package import ArticleStore
package import Articles

/// One pass over the inbox or over given files: reads and extracts on several cores, stores in batches from
/// one writer, and moves a file only after its article is durably committed.
package struct Ingestion: Sendable {
  /// Which files are ingested.
  package enum Source: Sendable {
    /// Everything in the archive's inbox; files end in `done/` or `failed/`.
    case inbox
    /// Files and folders read where they are; nothing is moved.
    case paths([FilePath])
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
  }

  /// How many files go to a worker at once, and how many bytes and files make a transaction.
  private static let chunkFiles = 16
  private static let batchFiles = 256
  private static let batchBytes = 8 << 20

  let archive: ArchiveDirectory
  let store: ArticleStore
  let source: Source
  let jobs: Int
  let now: @Sendable () -> Timestamp
  let report: @Sendable (Event) -> Void

  /// An ingestion into `store`.
  ///
  /// - Parameters:
  ///   - jobs: how many chunks of files are worked on at the same time; 1 keeps everything on one thread.
  ///   - now: the clock.
  ///   - report: is told of every failure and of progress, from any thread.
  package init(
    archive: ArchiveDirectory, store: ArticleStore, source: Source, jobs: Int,
    now: @escaping @Sendable () -> Timestamp, report: @escaping @Sendable (Event) -> Void
  ) {
    self.archive = archive
    self.store = store
    self.source = source
    self.jobs = max(1, jobs)
    self.now = now
    self.report = report
  }

  /// Runs until every file that is there has been dealt with.
  ///
  /// - Throws: ``ArticleStore/ArticleStoreError`` or ``FileMoveError`` when the database or the archive's folders fail:
  ///   what was committed stays, every other file is where it was, and the next run goes on.
  package func run() async throws -> RunCounts {
    var writer = try BatchWriter(self)
    var settling = SettlingFiles(enabled: source.isInbox)
    while true {
      let scan = source.scan(archive)
      writer.postpone(scan.unreadable)
      let ready = settling.ready(among: scan.files)
      if !ready.isEmpty {
        report(.found(files: ready.count))
        try await ingest(ready, writer: &writer)
      }
      guard settling.isWaiting else { break }
      report(.waiting(files: settling.count))
      try await Task.sleep(for: SettlingFiles.interval)
    }
    return try writer.finish()
  }

  /// The path under which the ledger knows a file: relative to the archive for the inbox, so that an archive
  /// can be moved; as given otherwise.
  func ledgerPath(_ path: FilePath) -> FilePath {
    source.isInbox ? path.relative(to: FilePath(archive.path)) ?? path : path
  }

  /// Chunks are worked on at once but written in the order of the files, so that the result, row ids
  /// included, does not depend on `jobs`.
  private func ingest(_ files: [FolderScan.File], writer: inout BatchWriter) async throws {
    let processor = FileProcessor { [store] in try store.storedArticles(withHashes: $0) }
    let chunks = files.chunked(by: Self.chunkFiles)
    var batch = Batch()
    try await OrderedPipeline.run(chunks, jobs: jobs) { chunk in
      (chunk, try processor.process(chunk, name: ledgerPath))
    } consume: { chunk, processed in
      for (file, result) in zip(chunk, processed) {
        batch.append(file, result)
        if batch.files.count >= Self.batchFiles || batch.bytes >= Self.batchBytes {
          try writer.write(batch)
          batch = Batch()
        }
      }
    }
    if !batch.files.isEmpty { try writer.write(batch) }
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

/// Files whose outcome is written in one transaction.
struct Batch {
  private(set) var files: [(found: FolderScan.File, processed: ProcessedFile)] = []
  /// Size of the files together, in bytes.
  private(set) var bytes = 0

  mutating func append(_ file: FolderScan.File, _ processed: ProcessedFile) {
    files.append((file, processed))
    bytes += processed.file.size ?? 0
  }
}
