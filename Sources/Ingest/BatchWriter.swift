import ArticleStore
import Articles

/// The one writer of an ingestion: commits a batch, then puts its files away, and keeps count.
struct BatchWriter {
  private let ingestion: Ingestion
  private(set) var counts = RunCounts()
  private var runID: Int64?
  /// The counts as the ledger has them.
  private var recordedCounts = RunCounts()
  private var folders: ArchiveFolders
  /// Files and folders that are left for a later try.
  private var postponedFiles: Set<FilePath> = []
  private var unreadableFolders: Set<FilePath> = []
  /// Files put away of which the ledger is told with the next transaction.
  private var archived: [FileVersion] = []

  init(_ ingestion: Ingestion) {
    self.ingestion = ingestion
    folders = ArchiveFolders(ingestion.archive)
  }

  /// Stores a batch durably, then puts its files away.
  ///
  /// When the process dies between commit and move, the file is found again by the next run, recognised by
  /// its hash, and moved then.
  ///
  /// - Returns: the files as they came out, each with its last result.
  mutating func write(_ batch: Batch) throws -> Batch {
    let now = ingestion.now()
    if runID == nil {
      runID = try ingestion.store.beginRun(command: ingestion.command, at: now)
    }
    var batch = try save(batch, now)
    for (found, processed) in batch.files { note(processed, at: found.path) }
    if ingestion.source.isInbox { try putAway(&batch, now) }
    ingestion.report(.progressed(counts))
    return batch
  }

  /// Counts the folders that cannot be read now.
  mutating func postpone(_ unreadable: [(path: FilePath, error: IngestError)]) {
    for (path, error) in unreadable where !unreadableFolders.contains(path) {
      if !error.isTransient { counts.failed += 1 }
      ingestion.report(.failed(reportPath: path.display, error: error))
    }
    unreadableFolders = Set(unreadable.filter(\.error.isTransient).map(\.path))
    countPostponed()
  }

  /// Counts a file that is left because it is still being written.
  mutating func postpone(_ path: FilePath, _ error: IngestError) {
    if postponedFiles.insert(path).inserted {
      ingestion.report(.failed(reportPath: path.display, error: error))
    }
    countPostponed()
  }

  /// Brings the ledger up to date with what was moved and how the run stands.
  mutating func flush(isFinished: Bool) throws {
    guard let runID, isFinished || !archived.isEmpty || counts != recordedCounts else { return }
    try ingestion.store.updateRun(
      runID, counts: counts, archived: archived, isFinished: isFinished, at: ingestion.now())
    archived = []
    recordedCounts = counts
  }

  /// Saves a batch; when the database refuses it as a whole, one file a transaction, so that one article which
  /// cannot be stored keeps no other one out.
  private mutating func save(_ batch: Batch, _ now: Timestamp) throws -> Batch {
    do {
      return try saveWhole(batch, now)
    } catch let error as ArticleStoreError where error.mayConcernOneArticle {
      var result = Batch()
      var failures = 0
      for (found, processed) in batch.files {
        var single = Batch()
        single.append(found, processed)
        do {
          for (found, processed) in try saveWhole(single, now).files { result.append(found, processed) }
        } catch let error as ArticleStoreError where error.mayConcernOneArticle {
          failures += 1
          // When nothing at all can be stored, the database is at fault and no file.
          if failures == batch.files.count, !error.isRefusal { throw error }
          var failed = processed
          let detail = error.description
          failed.result = .failure(
            error.isRefusal ? .refusedByStore(detail: detail) : .notStored(detail: detail))
          single = Batch()
          single.append(found, failed)
          for (found, processed) in try saveWhole(single, now).files { result.append(found, processed) }
        }
      }
      return result
    }
  }

  private mutating func saveWhole(_ batch: Batch, _ now: Timestamp) throws -> Batch {
    var rows = IngestBatch()
    rows.archived = archived
    rows.restoresRemoved = ingestion.restoresRemoved
    var articles: [Int] = []
    for (index, entry) in batch.files.enumerated() {
      let processed = entry.processed
      switch processed.result {
      case .article(let submission):
        rows.submissions.append(submission)
        articles.append(index)
      case .alreadyStored(let id): rows.duplicates.append((processed.file, id))
      case .vanished: rows.vanished.append(processed.file)
      case .saved: break
      case .failure(let error): rows.failures.append(failure(processed.file, error))
      }
    }
    let outcomes = try ingestion.store.save(rows, at: now)
    archived = []
    var result = batch
    for (index, outcome) in zip(articles, outcomes) { result.setResult(.saved(outcome), at: index) }
    return result
  }

  private func failure(_ file: FileVersion, _ error: IngestError) -> FileFailure {
    let isMoved = ingestion.source.isInbox && ingestion.after != .keep
    let state: FileState = error.isTransient ? .retry : isMoved ? .quarantined : .failed
    return FileFailure(file: file, state: state, error: "\(error.reason): \(error)")
  }

  private mutating func note(_ processed: ProcessedFile, at path: FilePath) {
    switch processed.result {
    case .saved(.added): counts.added += 1
    case .saved(.replaced): counts.replaced += 1
    case .saved, .alreadyStored: counts.unchanged += 1
    case .article, .vanished: break
    case .failure(let error) where error.isTransient:
      postpone(path, error)
      return
    case .failure(let error):
      counts.failed += 1
      ingestion.report(.failed(reportPath: path.display, error: error))
    }
    postponedFiles.remove(path)
    countPostponed()
  }

  private mutating func countPostponed() {
    counts.postponed = postponedFiles.count + unreadableFolders.count
  }

  /// Moves or deletes the files of a committed batch. One that cannot be moved keeps no other one from it: it
  /// gets that as its result.
  private mutating func putAway(_ batch: inout Batch, _ now: Timestamp) throws {
    for (index, (found, processed)) in batch.files.enumerated() {
      do throws(FileMoveError) {
        try putAway(found.path, processed, now)
      } catch {
        if error.concernsEveryFile { throw error }
        let failure = IngestError.notPutAway(call: error.call, errno: error.errno)
        postpone(found.path, failure)
        batch.setResult(.failure(failure), at: index)
      }
    }
    try folders.sync()
  }

  private mutating func putAway(
    _ path: FilePath, _ processed: ProcessedFile, _ now: Timestamp
  ) throws(FileMoveError) {
    switch (processed.result, ingestion.after) {
    case (.saved, .move), (.alreadyStored, .move):
      try folders.archive(path, identity: processed.identity, on: now)
      archived.append(processed.file)
    case (.saved, .delete), (.alreadyStored, .delete):
      try folders.delete(path, identity: processed.identity)
      archived.append(processed.file)
    case (.failure(let error), .move), (.failure(let error), .delete):
      if error.isTransient { return }
      // The report says a little less where the ledger cannot be read.
      let history = try? ingestion.store.file(processed.file)
      try folders.quarantine(path, identity: processed.identity, on: now) { movedTo in
        QuarantineReport(
          file: processed.file, error: error, history: history ?? nil, movedTo: movedTo, at: now
        ).json
      }
    case (_, .keep), (.article, _), (.vanished, _):
      break
    }
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

  mutating func setResult(_ result: ProcessedFile.Result, at index: Int) {
    files[index].processed.result = result
  }
}
