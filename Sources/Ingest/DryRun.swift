package import ArticleStore

/// What an ingestion would make of its files, as far as that can be told without the database: every file is
/// read and parsed, nothing is written or moved.
package struct DryRun: Sendable {
  private let source: Ingestion.Source
  private let archive: ArchiveDirectory
  private let jobs: Int
  private let report: @Sendable (Ingestion.Event) -> Void

  /// A dry run over `source`.
  package init(
    source: Ingestion.Source, archive: ArchiveDirectory, jobs: Int,
    report: @escaping @Sendable (Ingestion.Event) -> Void
  ) {
    self.source = source
    self.archive = archive
    self.jobs = jobs
    self.report = report
  }

  /// Reads everything.
  ///
  /// - Returns: how many files are articles (as `added`), are none, and could not be read.
  package func run() async throws -> RunCounts {
    let scan = source.scan(archive)
    let extractor = FileExtractor()
    var counts = RunCounts()
    func note(_ error: IngestError, _ path: FilePath) {
      if error.isTransient { counts.postponed += 1 } else { counts.failed += 1 }
      report(.failed(reportPath: path.display, error: error))
    }
    report(.found(files: scan.files.count))
    for (path, error) in scan.unreadable { note(error, path) }
    try await OrderedPipeline.run(scan.files, jobs: jobs) { file in
      (file.path, extractor.extract(file).result)
    } consume: { path, result in
      switch result {
      case .success: counts.added += 1
      case .failure(let error): note(error, path)
      }
      report(.progressed(counts))
    }
    return counts
  }
}
