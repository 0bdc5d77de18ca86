import ArticleStore
import Articles
import BenchmarkSupport
import Foundation
import Ingest

/// One file at a time, as the daemon stores them: from the hint that it was renamed into the inbox until it lies in
/// `done/` and everything is durable.
struct Trickle {
  let archive: ArchiveDirectory

  /// Stores files of the corpus that the archive does not hold.
  ///
  /// - Returns: what each file took; the last one with the pause in which the ledger is brought up to date.
  func store(_ corpus: BenchmarkCorpus, indices: Range<Int>) async throws -> [Measurement] {
    let store = try ArticleStore.open(archive, access: .readWrite)
    let drafts = archive.path + "/drafts"
    for folder in [archive.inbox, drafts] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    for index in indices { try corpus.file(at: index).write(to: URL(filePath: "\(drafts)/\(index).txt")) }
    sync()
    var ingestion = Ingestion(
      archive: archive, store: store, source: .inbox, trial: TrialReading(command: []),
      now: { Timestamp(secondsSince1970: Int64(Date().timeIntervalSince1970)) }, report: { _ in })
    ingestion.jobs = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var session = try IngestSession(ingestion)
    var measurements: [Measurement] = []
    for index in indices {
      let path = archive.inbox + "/\(index).txt"
      rename("\(drafts)/\(index).txt", path)
      let (wall, cpu) = (
        Measurement.seconds(CLOCK_MONOTONIC), Measurement.seconds(CLOCK_PROCESS_CPUTIME_ID)
      )
      session.note(.movedIn(FilePath(path)))
      try await session.pass(.due) { false }
      measurements.append(
        Measurement(
          wall: Measurement.seconds(CLOCK_MONOTONIC) - wall,
          cpu: Measurement.seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu))
    }
    // Part of what the files cost, and no file of its own.
    let pause = try Measurement.of { try session.updateLedger() }
    if let last = measurements.popLast() { measurements.append(last + pause) }
    let counts = try session.finish()
    guard counts.added == indices.count else {
      throw MeasuredProcess.Failure(description: "only \(counts.added) of \(indices.count) files were stored")
    }
    return measurements
  }
}

/// What files took that were stored one at a time, in milliseconds a file.
struct TrickleRun {
  /// Everything together, divided by the files: merges of the index, which come now and then, are part of it.
  let mean: Double
  let cpuMean: Double
  let median: Double
  let p95: Double

  /// - Parameter files: not empty.
  init(_ files: [Measurement]) {
    let wall = Statistics(milliseconds: files.map { $0.wall * 1000 })
    let all = files.reduce(Measurement(), +)
    mean = all.wall / Double(files.count) * 1000
    cpuMean = all.cpu / Double(files.count) * 1000
    median = wall.percentile(0.5)
    p95 = wall.percentile(0.95)
  }
}
