import ArticleStore
import Articles
import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Ingest

@Suite struct IngestionTests {
  private static let now = Timestamp(secondsSince1970: 1_732_000_000)  // 2024-11-19

  private let archive: TemporaryArchive

  init() throws {
    archive = try TemporaryArchive()
    var folders = ArchiveFolders(archive.directory)
    try folders.create()
  }

  private func drop(_ text: String, _ name: String) throws {
    try archive.folder.write(text, to: "inbox/" + name)
  }

  private func ingest(
    _ source: Ingestion.Source = .inbox, jobs: Int = 2, events: EventLog = EventLog()
  ) async throws -> RunCounts {
    try await ingestion(source, jobs: jobs, events: events).run()
  }

  private func ingestion(
    _ source: Ingestion.Source = .inbox, jobs: Int = 2, events: EventLog = EventLog()
  ) -> Ingestion {
    var ingestion = Ingestion(
      archive: archive.directory, store: archive.store, source: source,
      trial: TrialReading(command: ["/bin/true"]), now: { Self.now }, report: { events.append($0) })
    ingestion.jobs = jobs
    return ingestion
  }

  private func states() throws -> [String] {
    try archive.query("SELECT display_path || ' ' || state FROM files ORDER BY 1")
  }

  @Test func storesAndArchivesWhatTheInboxHolds() async throws {
    try drop(ArticleFile.seedLayout(title: "甲", url: "https://e.example/1"), "a.txt")
    try drop(ArticleFile.seedLayout(title: "乙", url: "https://e.example/2"), "sub/deep/b.txt")
    try drop("no article", "c.txt")
    let counts = try await ingest()
    #expect(counts.added == 2)
    #expect(counts.failed == 1)
    #expect(archive.folder.files(in: "inbox") == [])
    #expect(archive.folder.files(in: "done") == ["2024/11/19/a.txt", "2024/11/19/sub/deep/b.txt"])
    #expect(archive.folder.files(in: "failed") == ["2024-11-19/c.txt", "2024-11-19/c.txt.error.json"])
    #expect(
      try states() == ["inbox/a.txt archived", "inbox/c.txt quarantined", "inbox/sub/deep/b.txt archived"])
    let report = try JSONDecoder().decode(
      [String: JSONValue].self,
      from: Data(contentsOf: URL(filePath: archive.folder.path("failed/2024-11-19/c.txt.error.json"))))
    #expect(report["reason"] == .string("not-an-article"))
    #expect(report["file"] == .string("inbox/c.txt"))
    #expect(report["sha256"] != nil && report["way_out"] != nil)
    #expect(try archive.store.integrityProblems() == [])
  }

  @Test func aSecondRunHasNothingToDo() async throws {
    try drop(ArticleFile.seedLayout(title: "甲", url: "https://e.example/1"), "a.txt")
    _ = try await ingest()
    #expect(try await ingest().files == 0)
  }

  @Test func theSameFileDroppedAgainIsPutAwayBesideTheFirst() async throws {
    let text = ArticleFile.seedLayout(title: "甲", url: "https://e.example/1")
    try drop(text, "a.txt")
    _ = try await ingest()
    try drop(text, "a.txt")
    try drop(text, "other.txt")
    let counts = try await ingest()
    #expect(counts.unchanged == 2)
    #expect(
      archive.folder.files(in: "done")
        == ["2024/11/19/a.txt", "2024/11/19/a.txt.1", "2024/11/19/other.txt"])
    #expect(try states() == ["inbox/a.txt archived", "inbox/other.txt duplicate"])
  }

  /// A process that died between commit and move leaves a stored file in the inbox.
  @Test func aFileThatWasStoredButNotMovedIsMovedByTheNextRun() async throws {
    try drop(ArticleFile.seedLayout(title: "甲", url: "https://e.example/1"), "a.txt")
    _ = try await ingest()
    try FileManager.default.moveItem(
      atPath: archive.folder.path("done/2024/11/19/a.txt"), toPath: archive.folder.path("inbox/a.txt"))
    try archive.execute("UPDATE files SET state = 'stored'")
    let counts = try await ingest()
    #expect(counts.unchanged == 1)
    #expect(archive.folder.files(in: "done") == ["2024/11/19/a.txt"])
    #expect(try states() == ["inbox/a.txt archived"])
  }

  @Test func pathsAreReadInPlace() async throws {
    let folder = try TemporaryFolder()
    let good = try folder.write(ArticleFile.seedLayout(title: "甲", url: "https://e.example/1"), to: "x/a.txt")
    let bad = try folder.write("", to: "x/b.txt")
    let counts = try await ingest(
      .paths([FilePath(folder.url.path), FilePath(folder.path("missing"))]), jobs: 1)
    #expect(counts.added == 1)
    #expect(counts.failed == 2)
    #expect(folder.files(in: "x") == ["a.txt", "b.txt"])
    #expect(try states() == ["\(good) stored", "\(bad) failed"].sorted())
    #expect(archive.folder.files(in: "done") == [])
  }

  @Test func namesNeedNotBeText() async throws {
    let text = ArticleFile.seedLayout(title: "甲", url: "https://e.example/1")
    let path = FilePath(archive.directory.inbox).appending([0xFF, 0xFE, 0x20, 0x61])
    let descriptor = path.withCString { open($0, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644) }
    try #require(descriptor >= 0)
    _ = Array(text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    _ = OpenFiles.alone { close(descriptor) }
    #expect(try await ingest().added == 1)
    let moved = FilePath(archive.directory.done + "/2024/11/19").appending([0xFF, 0xFE, 0x20, 0x61])
    #expect(moved.exists)
  }

  @Test func devicesAndPipesAreNeverOpened() async throws {
    let pipe = archive.folder.path("inbox/pipe")
    #expect(mkfifo(pipe, 0o644) == 0)
    let counts = try await ingest()
    #expect(counts.failed == 1)
    #expect(archive.folder.files(in: "failed").contains("2024-11-19/pipe"))
  }

  @Test func filesInTheMakingStay() async throws {
    for name in [".a.txt", "a.txt~", "a.tmp", "a.part", "a.swp"] { try drop("x", name) }
    try FileManager.default.createSymbolicLink(
      atPath: archive.folder.path("inbox/link"), withDestinationPath: "/etc/hostname")
    #expect(try await ingest().files == 0)
    #expect(archive.folder.files(in: "inbox").count == 6)
    #expect(archive.folder.files(in: "failed") == [])
  }

  /// Row ids and counts are the same however many files are worked on at once.
  @Test func jobsDoNotChangeTheResult() async throws {
    let folder = try TemporaryFolder()
    for index in 0..<100 {
      let body =
        index % 10 == 9 ? "" : ArticleFile.seedLayout(title: "第\(index)条", url: "https://e.example/\(index)")
      try folder.write(body, to: String(index) + ".txt")
    }
    var results: Set<[String]> = []
    for jobs in [1, 2, 5] {
      let other = try TemporaryArchive()
      var work = ingestion(.paths([FilePath(folder.url.path)]), jobs: jobs)
      work.archive = other.directory
      work.store = other.store
      let counts = try await work.run()
      #expect(counts.added == 90 && counts.failed == 10)
      results.insert(try (1...90).map { try other.store.article(id: Int64($0))?.title ?? "–" })
    }
    #expect(results.count == 1)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read every file"))
  func anUnreadableFileStays() async throws {
    try drop(ArticleFile.seedLayout(title: "甲", url: "https://e.example/1"), "a.txt")
    chmod(archive.folder.path("inbox/a.txt"), 0)
    let counts = try await ingest()
    #expect(counts.postponed == 1)
    #expect(archive.folder.files(in: "inbox") == ["a.txt"])
    #expect(try states() == ["inbox/a.txt retry"])
  }

  /// What stays in the inbox on purpose does not wait there.
  @Test func keptFilesDoNotCountAsWaiting() async throws {
    try drop(ArticleFile.seedLayout(title: "甲", url: "https://e.example/1"), "a.txt")
    var work = ingestion()
    work.after = .keep
    work.now = { Timestamp(secondsSince1970: Int64(time(nil))) }
    _ = try await work.run()
    func waiting() throws -> ArchiveStatus.Fact.Value? {
      try ArchiveStatus(of: archive.directory, store: archive.store, at: Self.now).facts
        .first { $0.name == "waiting" }?.value
    }
    #expect(archive.folder.files(in: "inbox") == ["a.txt"])
    #expect(try waiting() == .count(0))
    try drop(ArticleFile.seedLayout(title: "乙", url: "https://e.example/2"), "b.txt")
    #expect(try waiting() == .count(1))
  }

  /// A process that reads it alone decides about a file that was open at two deaths.
  @Test(arguments: [("kill -9 $$", false), ("exit 1", true)])
  func aDeadlyFileIsQuarantinedAndAnInnocentOneIsNot(_ trial: String, isStored: Bool) async throws {
    try drop(ArticleFile.seedLayout(title: "甲", url: "https://e.example/1"), "a.txt")
    let files = [FileVersion(path: Array("inbox/a.txt".utf8), contentHash: nil, size: 1)]
    for _ in 1...2 {
      try archive.store.beginReading(files, at: Self.now)
      _ = try archive.store.countDeaths(at: Self.now)
    }
    var work = ingestion()
    work.trial = TrialReading(command: ["/bin/sh", "-c", trial])
    let counts = try await work.run()
    #expect(counts.added == (isStored ? 1 : 0) && counts.failed == (isStored ? 0 : 1))
    #expect(archive.folder.files(in: "failed").count == (isStored ? 0 : 2))
    let error = try archive.query("SELECT error FROM files WHERE error IS NOT NULL")
    #expect(error == (isStored ? [] : ["deadly: the program died 3 times while it read this file"]))
  }

  /// The database refuses one article of a batch: it goes to `failed/` with what the database said, the others in.
  @Test func anArticleThatTheDatabaseRefusesStopsNoOther() async throws {
    try archive.execute(
      """
      CREATE TRIGGER refuse BEFORE INSERT ON articles WHEN NEW.title = '乙'
      BEGIN SELECT raise(ABORT, 'not this one'); END
      """)
    for (index, title) in ["甲", "乙", "丙"].enumerated() {
      try drop(ArticleFile.seedLayout(title: title, url: "https://e.example/\(index)"), "\(index).txt")
    }
    let counts = try await ingest()
    #expect(counts.added == 2 && counts.failed == 1)
    #expect(archive.folder.files(in: "failed") == ["2024-11-19/1.txt", "2024-11-19/1.txt.error.json"])
    #expect(try archive.query("SELECT title FROM articles ORDER BY id") == ["甲", "丙"])
    #expect(try states().contains("inbox/1.txt quarantined"))
    #expect(try archive.store.integrityProblems() == [])
  }

  /// Files that come one after the other leave what was put away to a pause; a session that never gets there leaves it to
  /// the next one.
  @Test func theLedgerIsToldInAPauseWhatWasPutAway() async throws {
    var session = try IngestSession(ingestion())
    func store(_ name: String) async throws {
      try drop(ArticleFile.seedLayout(title: name, url: "https://e.example/\(name)"), name)
      session.note(.movedIn(FilePath(archive.directory.inbox).appending(name)))
      try await session.pass(.due) { false }
      #expect(archive.folder.files(in: "done").contains("2024/11/19/" + name))
    }
    try await store("a.txt")
    #expect(try states() == ["inbox/a.txt stored"])
    try await store("b.txt")
    #expect(try states() == ["inbox/a.txt archived", "inbox/b.txt stored"])
    try session.updateLedger()
    #expect(try states() == ["inbox/a.txt archived", "inbox/b.txt archived"])
    #expect(try archive.query("SELECT added FROM runs") == ["2"])
    try await store("c.txt")
    _ = try IngestSession(ingestion())
    #expect(try states().last == "inbox/c.txt archived")
  }

  /// An error is not a death: the files that were being read are not suspected.
  @Test func aRunThatFailedSuspectsNoFile() async throws {
    try drop(ArticleFile.seedLayout(title: "甲", url: "https://e.example/1"), "a.txt")
    let files = [FileVersion(path: Array("inbox/a.txt".utf8), contentHash: nil, size: 1)]
    try archive.store.beginReading(files, at: Self.now)
    _ = try IngestSession(ingestion(), isContinuation: true)
    #expect(try archive.query("SELECT count(*) FROM files WHERE deaths > 0") == ["0"])
    try archive.store.beginReading(files, at: Self.now)
    _ = try IngestSession(ingestion())
    #expect(try archive.query("SELECT deaths FROM files") == ["1"])
  }

  /// One poison file in ten stops no other.
  @Test func progressCountsEveryFile() async throws {
    for index in 0..<30 {
      try drop(
        index % 10 == 0
          ? "poison" : ArticleFile.seedLayout(title: "\(index)", url: "https://e.example/\(index)"),
        "\(index).txt")
    }
    let events = EventLog()
    _ = try await ingest(events: events)
    #expect(events.lastCounts?.added == 27)
    #expect(events.lastCounts?.failed == 3)
    #expect(events.failures.count == 3)
  }
}

/// What an ingestion reported.
final class EventLog: Sendable {
  private let events = Mutex<[Ingestion.Event]>([])

  func append(_ event: Ingestion.Event) { events.withLock { $0.append(event) } }

  var lastCounts: RunCounts? {
    events.withLock { events in
      events.compactMap { if case .progressed(let counts) = $0 { counts } else { nil } }.last
    }
  }

  var failures: [String] {
    events.withLock { events in
      events.compactMap { if case .failed(let path, _) = $0 { path } else { nil } }
    }
  }
}

/// Any JSON value, for looking into a report.
enum JSONValue: Decodable, Equatable {
  case string(String)
  case number(Double)
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else {
      self = .number(try container.decode(Double.self))
    }
  }
}
