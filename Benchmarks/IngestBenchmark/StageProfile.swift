import ArticleStore
import Articles
import Entities
import Foundation
import Ingest

/// Where the CPU of an ingest goes: the same steps one after the other on one thread, with a clock between them.
struct StageProfile {
  /// The stages in the order of the way of an article.
  static let stages = [
    "reading, hashing", "parsing", "people and countries", "rows", "identity of people",
    "full text: tokens", "commit: index, log, disk",
  ]

  /// CPU seconds of each stage, all threads.
  private(set) var seconds = [Double](repeating: 0, count: stages.count)

  /// Ingests files into an empty archive.
  init(_ files: [URL], into archive: ArchiveDirectory) throws {
    let store = try ArticleStore.open(archive, access: .readWrite)
    let (parser, extractor) = (ArticleParser(), EntityExtractor())
    for start in stride(from: 0, to: files.count, by: IngestSession.batchFiles) {
      var batch = IngestBatch()
      for file in files[start..<min(start + IngestSession.batchFiles, files.count)] {
        var clock = StageClock()
        let bytes = try Data(contentsOf: file)
        let hash = bytes.withUnsafeBytes { ContentHash(of: $0) }
        seconds[0] += clock.lap()
        guard let article = try? bytes.withUnsafeBytes({ try parser.parse($0) }) else { continue }
        seconds[1] += clock.lap()
        let extracted = extractor.extract(article)
        batch.submissions.append(
          ArticleSubmission(
            extracted: extracted,
            file: FileVersion(path: Array(file.path.utf8), contentHash: hash, size: bytes.count),
            extractorVersion: EntityExtractor.version))
        // With the rows that are made of it, as workers do.
        seconds[2] += clock.lap()
      }
      var clock = StageClock()
      var stage = 3
      _ = try store.save(batch, at: Timestamp(secondsSince1970: 1_730_000_000)) { step in
        seconds[stage] += clock.lap()
        stage = 3 + (SaveStep.allCases.firstIndex(of: step) ?? 0)
      }
      seconds[stage] += clock.lap()
    }
    var clock = StageClock()
    try store.settle()
    seconds[4] += clock.lap()
  }

  private struct StageClock {
    private var last = Measurement.seconds(CLOCK_PROCESS_CPUTIME_ID)

    /// CPU seconds since the last lap.
    mutating func lap() -> Double {
      let now = Measurement.seconds(CLOCK_PROCESS_CPUTIME_ID)
      defer { last = now }
      return now - last
    }
  }
}
