package import ArticleStore
import Articles
import Entities

/// Loads what `dossier extract` wrote, wherever it ran, as if the files had been ingested here: the same rows in the
/// same order, keyed by address and hash, in the same batches, with the ledger's rows for the files.
///
/// What a line says of a file that could not be read is noted as a failure of that file. A line that is none is set
/// aside (``RejectedLines``) before the ledger says so, and keeps no other line out.
package struct LineIngestion: Sendable {
  /// Lines of a window are in memory at once, so their bytes bound it too.
  private static let windowBytes = 64 << 20
  /// How long the next line is waited for before those that came are stored, and before it is seen whether to stop; in
  /// milliseconds.
  private static let patience: Int32 = 250

  private var ingestion: Ingestion
  private let files: [FilePath]

  /// An ingestion of the lines of `files`, in that order; `-` is standard input. The caller holds the archive's lock.
  ///
  /// - Parameter ingestion: how; its source is not looked at.
  package init(_ ingestion: Ingestion, files: [FilePath]) {
    self.ingestion = ingestion
    // The files that lines tell of are never touched, whichever they are.
    self.ingestion.source = .paths([])
    self.files = files
  }

  /// Runs until the last line, or until `isStopping` says to end early, after the open batch.
  ///
  /// - Throws: ``ArticleStore/ArticleStoreError`` or ``FileMoveError`` when the database or the archive's folders fail:
  ///   what was committed stays, and loading the same lines again goes on from there.
  package func run(isStopping: @escaping @Sendable () -> Bool = { false }) async throws -> RunCounts {
    var reader = LineReader(files)
    var writer = BatchWriter(ingestion)
    while case let window = await Self.window(&reader, isStopping), !window.isEmpty {
      try await load(window, &writer, isStopping: isStopping)
    }
    writer.postpone(reader.unreadable)
    try writer.flush(isFinished: true)
    ingestion.report(.settling)
    try ingestion.store.settle(isStopping)
    return writer.counts
  }

  /// The lines that are there, as many as are loaded together; none at the end, or when it is time to stop.
  private static func window(
    _ reader: inout LineReader, _ isStopping: @Sendable () -> Bool
  ) async -> [LineReader.Line] {
    var window: [LineReader.Line] = []
    var bytes = 0
    while window.count < IngestSession.windowFiles, bytes < windowBytes {
      if isStopping() { return [] }
      switch reader.read(patience: patience) {
      case .line(let line):
        window.append(line)
        bytes += line.bytes.count
      case .pause where window.isEmpty:
        // Whoever listens for signals may need this thread.
        await Task.yield()
      case .pause, .end:
        return window
      }
    }
    return window
  }

  /// Lines are read on several cores but written in their order, so that the result does not depend on `jobs`.
  private func load(
    _ window: [LineReader.Line], _ writer: inout BatchWriter, isStopping: @escaping @Sendable () -> Bool
  ) async throws {
    var batch = Batch()
    var rejected: [LineReader.Line] = []
    func write() throws {
      if batch.files.isEmpty { return }
      try RejectedLines(ingestion.archive).append(rejected, on: ingestion.now())
      _ = try writer.write(batch)
      batch = Batch()
      rejected = []
    }
    let chunks = window.chunked(by: IngestSession.chunkFiles)
    try await OrderedPipeline.run(
      chunks, jobs: ingestion.jobs,
      work: { lines in (lines, try process(lines)) }
    ) { lines, processed in
      if isStopping() { return }
      for (line, file) in zip(lines, processed) {
        if case .failure(.malformedLine) = file.result, try !isKnown(file.file) { rejected.append(line) }
        let path = FilePath(bytes: file.file.path)
        batch.append(FolderScan.File(path: path, size: line.size, changedAt: 0, special: nil), file)
      }
      if batch.files.count >= IngestSession.batchFiles || batch.bytes >= IngestSession.batchBytes {
        try write()
      }
    }
    try write()
  }

  /// Whether an earlier run set the same line aside.
  private func isKnown(_ line: FileVersion) throws -> Bool {
    try ingestion.store.file(line) != nil
  }

  private func process(_ lines: [LineReader.Line]) throws -> [ProcessedFile] {
    let read = lines.map(Self.processed)
    let hashes = read.compactMap { file in
      if case .article = file.result { file.file.contentHash } else { nil }
    }
    let stored = try ingestion.store.storedArticles(withHashes: hashes)
    return read.map { file in
      guard case .article = file.result, let hash = file.file.contentHash, let id = stored[hash] else {
        return file
      }
      return ProcessedFile(file: file.file, identity: nil, result: .alreadyStored(id))
    }
  }

  private static func processed(_ line: LineReader.Line) -> ProcessedFile {
    do throws(ArticleLineError) {
      if !line.isWhole { throw .tooLong(bytes: line.size, limit: LineReader.longest) }
      let read = try ArticleLine(line.bytes, name: line.place)
      let result: ProcessedFile.Result =
        switch read.result {
        case .success(let extracted):
          .article(
            ArticleSubmission(
              extracted: extracted, file: read.file, extractorVersion: EntityExtractor.version))
        case .failure(let error): .failure(error)
        }
      return ProcessedFile(file: read.file, identity: nil, result: result)
    } catch {
      let hash = line.isWhole ? line.bytes.withUnsafeBytes { ContentHash(of: $0) } : nil
      return ProcessedFile(
        file: FileVersion(path: line.place.bytes, contentHash: hash, size: line.size), identity: nil,
        result: .failure(.malformedLine(error)))
    }
  }
}
