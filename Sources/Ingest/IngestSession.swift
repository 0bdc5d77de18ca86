package import ArticleStore
import Articles

/// One process's work on an archive, pass by pass: `dossier ingest` makes as many as it takes for the files that
/// are there, `dossier watch` goes on until it is stopped. The caller holds the archive's lock.
///
/// A pass looks at files, takes those that are finished, reads and extracts them on several cores, stores them in
/// batches from one writer, and puts a file away only after its article is durably committed.
package struct IngestSession {
  /// Where a pass looks.
  package enum Scope { case everything, due }

  /// How many files and bytes go to a worker at once, how many make a transaction, and how many bytes are worked on
  /// ahead of the writer; how many files are noted as being read at a time. Those that were open when the program
  /// died go in small company, so that even if each takes a trial's whole time the watchdog is fed in time.
  static let chunkFiles = 16
  private static let chunkBytes = 1 << 18
  package static let batchFiles = 512
  /// The first batch of a pass is smaller: the writer has nothing to do until it is there.
  private static let firstBatchFiles = 64
  static let batchBytes = 8 << 20
  private static let bytesAhead = 8 << 20
  static let windowFiles = 512
  private static let suspectWindowFiles = 4
  /// At which death a file is quarantined; the last one is that of a process of its own.
  private static let deadlyDeaths = 3

  private let ingestion: Ingestion
  private var settling: SettlingFiles
  private var writer: BatchWriter
  /// Files that were open when the program died, by how many times.
  private var deaths: [FilePath: Int]

  /// A session; brings the ledger in line with what an earlier process, or a session that failed, left behind.
  ///
  /// - Parameter isContinuation: whether an earlier session of this process failed: what it was reading then
  ///   killed nobody.
  package init(_ ingestion: Ingestion, isContinuation: Bool = false) throws {
    self.ingestion = ingestion
    settling = SettlingFiles(enabled: ingestion.source.isInbox)
    writer = BatchWriter(ingestion)
    if isContinuation { try ingestion.store.endReading(at: ingestion.now()) }
    let counted = try ingestion.store.countDeaths(at: ingestion.now())
    deaths = Dictionary(uniqueKeysWithValues: counted.map { (FilePath(bytes: $0.key), $0.value) })
    if ingestion.source.isInbox {
      let archive = FilePath(ingestion.archive.path)
      try ingestion.store.reconcileInbox("inbox/", at: ingestion.now()) { archive.appending($0).exists }
    }
  }

  /// What became of the files so far.
  package var counts: RunCounts { writer.counts }
  /// When the next file that may still be written must be looked at; `nil` when there is none.
  package var nextSettled: ContinuousClock.Instant? { settling.nextSettled }
  /// When the next file that could not be read is tried again; `nil` when there is none.
  package var nextRetry: ContinuousClock.Instant? { settling.nextRetry }
  /// How many files may still be written.
  package var settlingCount: Int { settling.count }

  /// Takes note of an event in the inbox.
  package mutating func note(_ hint: InboxHint) {
    settling.note(hint, at: .now)
  }

  /// Tries every file that could not be read with the next pass.
  package mutating func retryAll() {
    settling.retryAll(at: .now)
  }

  /// Looks and deals with every file that is ready. A stop comes after the open batch. What was put away last, and
  /// how the run stands, the ledger is told by ``updateLedger()``.
  package mutating func pass(_ scope: Scope, isStopping: @escaping @Sendable () -> Bool) async throws {
    let files = look(scope)
    if !files.isEmpty {
      ingestion.report(.found(files: files.count))
      try await ingest(files, isStopping: isStopping)
    }
  }

  /// Tells the ledger what was put away since the last batch and how the run stands. Files that come one after the
  /// other spare a transaction each when this waits for a pause: what the ledger has not been told when the process
  /// dies, the next session finds out.
  package mutating func updateLedger() throws {
    try writer.flush(isFinished: false)
  }

  /// Counts the files that may still be written as left for a later run.
  package mutating func giveUpWaiting() {
    for path in settling.waitingPaths { writer.postpone(path, .beingWritten) }
  }

  /// Ends the run in the ledger.
  package mutating func finish() throws -> RunCounts {
    try ingestion.store.endReading(at: ingestion.now())
    try writer.flush(isFinished: true)
    return writer.counts
  }

  private mutating func look(_ scope: Scope) -> [FolderScan.File] {
    switch scope {
    case .everything:
      let scan = ingestion.source.scan(ingestion.archive)
      writer.postpone(scan.unreadable)
      return settling.ready(among: scan.files, at: .now)
    case .due:
      let paths = settling.due(at: .now)
      var scan = FolderScan()
      for path in paths { scan.addEntry(path) }
      return settling.ready(among: scan.files, looked: paths, at: .now)
    }
  }

  private mutating func ingest(
    _ files: [FolderScan.File], isStopping: @escaping @Sendable () -> Bool
  ) async throws {
    let suspects = files.filter { deaths[ingestion.ledgerPath($0.path)] != nil }
    let others = suspects.isEmpty ? files : files.filter { deaths[ingestion.ledgerPath($0.path)] == nil }
    do {
      try await read(others, isStopping: isStopping)
      for group in suspects.chunked(by: Self.suspectWindowFiles) where !isStopping() {
        try await read(group, isStopping: isStopping)
      }
    } catch is StopRequest {
      return
    }
  }

  /// Chunks are worked on at once but written in the order of the files, so that the result, row ids
  /// included, does not depend on `jobs`.
  private mutating func read(
    _ files: [FolderScan.File], isStopping: @escaping @Sendable () -> Bool
  ) async throws {
    let processor = FileProcessor { [store = ingestion.store] in try store.storedArticles(withHashes: $0) }
    var batch = Batch()
    var batchFiles = Self.firstBatchFiles
    var noted = 0
    try await OrderedPipeline.run(
      Self.chunks(of: files), jobs: ingestion.jobs, capacity: Self.bytesAhead, weight: Self.weight(of:)
    ) { chunk in
      if chunk.endIndex <= noted { return }
      let first = max(noted, chunk.startIndex)
      noted = min(first + Self.windowFiles, files.count)
      try ingestion.store.beginReading(
        files[first..<noted].map {
          FileVersion(path: ingestion.ledgerPath($0.path).bytes, contentHash: nil, size: $0.size)
        }, at: ingestion.now())
    } work: { [ingestion, deaths] chunk in
      let deadly = chunk.filter { file in
        (deaths[ingestion.ledgerPath(file.path)] ?? 0) >= Self.deadlyDeaths - 1
          && !ingestion.trial.survives(file.path)
      }
      return (
        chunk,
        try processor.process(
          chunk, name: ingestion.ledgerPath, deadly: Set(deadly.map(\.path)), deaths: Self.deadlyDeaths)
      )
    } consume: { chunk, processed in
      for (file, result) in zip(chunk, processed) {
        batch.append(file, result)
      }
      let isStop = isStopping()
      if isStop || batch.files.count >= batchFiles || batch.bytes >= Self.batchBytes {
        try write(batch)
        batch = Batch()
        batchFiles = Self.batchFiles
        if isStop { throw StopRequest() }
      }
    }
    if !batch.files.isEmpty { try write(batch) }
  }

  /// The files in pieces for the workers.
  private static func chunks(of files: [FolderScan.File]) -> [ArraySlice<FolderScan.File>] {
    var chunks: [ArraySlice<FolderScan.File>] = []
    var start = 0
    var bytes = 0
    for (index, file) in files.enumerated() {
      if index - start == chunkFiles || index > start && bytes + file.size > chunkBytes {
        chunks.append(files[start..<index])
        (start, bytes) = (index, 0)
      }
      bytes += file.size
    }
    if start < files.count { chunks.append(files[start...]) }
    return chunks
  }

  /// What a piece takes of the memory ahead of the writer: its bytes, and what any file takes besides.
  private static func weight(of chunk: ArraySlice<FolderScan.File>) -> Int {
    chunk.reduce(0) { $0 + $1.size + 2048 }
  }

  private mutating func write(_ batch: Batch) throws {
    for (found, processed) in try writer.write(batch).files {
      let path = found.path
      deaths[ingestion.ledgerPath(path)] = nil
      switch processed.result {
      case .failure(.beingWritten): settling.takeBack(path, at: .now)
      case .failure(let error) where error.isTransient: settling.retry(path, at: .now)
      case .failure where ingestion.after == .keep: break
      case .article, .vanished, .failure: settling.forget(path)
      case .saved, .alreadyStored: if ingestion.after != .keep { settling.forget(path) }
      }
    }
  }

  /// Thrown after the open batch when the work shall stop.
  private struct StopRequest: Error {}
}
