import ArticleStore
import Articles

/// The one writer of an ingestion: commits a batch, then moves its files, and keeps count.
struct BatchWriter {
  private let ingestion: Ingestion
  private let runID: Int64
  private var counts = RunCounts()
  private var folders: ArchiveFolders
  private var postponed: Set<FilePath> = []
  /// Files moved to `done/` of which the ledger is told with the next transaction.
  private var archived: [FileVersion] = []

  init(_ ingestion: Ingestion) throws {
    self.ingestion = ingestion
    folders = ArchiveFolders(ingestion.archive)
    runID = try ingestion.store.beginRun(command: "ingest", at: ingestion.now())
  }

  /// Stores a batch durably, then puts its files away.
  ///
  /// When the process dies between commit and move, the file is found again by the next run, recognised by
  /// its hash, and moved then.
  mutating func write(_ batch: Batch) throws {
    let now = ingestion.now()
    var rows = IngestBatch()
    rows.archived = archived
    for (_, processed) in batch.files {
      switch processed.result {
      case .article(let submission): rows.submissions.append(submission)
      case .alreadyStored(let id): rows.duplicates.append((processed.file, id))
      case .failure(let error): rows.failures.append(failure(processed.file, error))
      }
    }
    for outcome in try ingestion.store.save(rows, at: now) {
      switch outcome {
      case .added: counts.added += 1
      case .replaced: counts.replaced += 1
      case .duplicate, .stale, .removed: counts.unchanged += 1
      }
    }
    counts.unchanged += rows.duplicates.count
    archived = []
    for (found, processed) in batch.files {
      if case .failure(let error) = processed.result { note(error, at: found.path) }
    }
    if ingestion.source.isInbox { try putAway(batch, now) }
    ingestion.report(.progressed(counts))
  }

  /// Counts files and folders that cannot be read now.
  mutating func postpone(_ unreadable: [(path: FilePath, error: IngestError)]) {
    for (path, error) in unreadable where !postponed.contains(path) { note(error, at: path) }
  }

  /// Ends the run in the ledger.
  mutating func finish() throws -> RunCounts {
    var rest = IngestBatch()
    rest.archived = archived
    _ = try ingestion.store.save(rest, at: ingestion.now())
    try ingestion.store.finishRun(runID, counts: counts, at: ingestion.now())
    return counts
  }

  private mutating func note(_ error: IngestError, at path: FilePath) {
    if error.isTransient {
      counts.postponed += 1
      postponed.insert(path)
    } else {
      counts.failed += 1
    }
    ingestion.report(.failed(reportPath: path.display, error: error))
  }

  private func failure(_ file: FileVersion, _ error: IngestError) -> FileFailure {
    let state: FileState = error.isTransient ? .retry : ingestion.source.isInbox ? .quarantined : .failed
    return FileFailure(file: file, state: state, error: "\(error.reason): \(error)")
  }

  private mutating func putAway(_ batch: Batch, _ now: Timestamp) throws {
    for (found, processed) in batch.files {
      switch processed.result {
      case .article, .alreadyStored:
        try folders.archive(found.path, on: now)
        archived.append(processed.file)
      case .failure(let error) where !error.isTransient:
        try folders.quarantine(found.path, on: now) { movedTo in
          QuarantineReport(file: processed.file, error: error, movedTo: movedTo, at: now).json
        }
      case .failure:
        break
      }
    }
    try folders.sync()
  }
}
