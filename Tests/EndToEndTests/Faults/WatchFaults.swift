import Foundation
import Glibc
import TestSupport
import Testing

/// The daemon beside slow writers, other processes, signals, and a kernel that loses events.
@Suite(.serialized) struct WatchFaults {
  private static let article = ArticleFile.seedLayout(
    title: "外交部召见大使", url: "https://news.example/1", paragraphs: (0..<200).map { "第\($0)段。" })

  @Test func aFileWrittenSlowlyIsStoredOnceAndWhole() async throws {
    let watched = try await WatchedArchive()
    let pieces = Faults.areAllWanted ? 50 : 8
    let bytes = Array(Self.article.utf8)
    let size = bytes.count / pieces + 1
    let descriptor = open(watched.archive.path + "/inbox/slow.txt", O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    for start in stride(from: 0, to: bytes.count, by: size) {
      let piece = Array(bytes[start..<min(start + size, bytes.count)])
      #expect(write(descriptor, piece, piece.count) == piece.count)
      try await Task.sleep(for: .milliseconds(200))
    }
    _ = OpenFiles.alone { close(descriptor) }
    try await watched.holds(1)
    let rows = try await watched.archive.sqlite("SELECT revision, body LIKE '%第199段%' FROM articles").lines
    #expect(rows == ["1|1"])
    #expect(watched.archive.folder.files(in: "archive/failed") == [])
    #expect(try await watched.stop() == 0)
    Faults.note("a file written in \(pieces) pieces, one every 200 ms")
  }

  @Test func aFileMovedInWithAnOldTimeIsFound() async throws {
    let watched = try await WatchedArchive()
    let draft = try watched.archive.folder.write(Self.article, to: "old.txt")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 946_684_800)], ofItemAtPath: draft)
    try FileManager.default.moveItem(atPath: draft, toPath: watched.archive.path + "/inbox/old.txt")
    try await watched.holds(1)
    #expect(try await watched.stop() == 0)
  }

  @Test func anInboxMadeAnewIsWatchedAgain() async throws {
    let watched = try await WatchedArchive()
    let inbox = watched.archive.path + "/inbox"
    try FileManager.default.removeItem(atPath: inbox)
    try FileManager.default.createDirectory(atPath: inbox + "/deep/er", withIntermediateDirectories: true)
    try watched.drop(Self.article, as: "deep/er/a.txt")
    try await watched.holds(1)
    #expect(try await watched.stop() == 0)
  }

  @Test func signals() async throws {
    let watched = try await WatchedArchive()
    watched.daemon.send(SIGHUP)
    try await Eventually.holds("it reloads") { watched.daemon.errors.contains("reloading") }
    var dropped = DroppedFiles()
    try dropped.drop(0..<300, into: watched.archive)
    let archive = watched.archive
    try await Eventually.holds("it has begun") {
      try await archive.sqlite("SELECT count(*) FROM articles").lines != ["0"]
    }
    // What it has not read yet stays; what it has begun is finished.
    #expect(try await watched.stop() == 0)
    let checker = ArchiveChecker(archive: archive, dropped: dropped)
    #expect(try await checker.problemsAfterFault() == [])
    #expect(
      try await archive.sqlite("SELECT count(*) FROM files WHERE state IN ('reading', 'stored')").lines == [
        "0"
      ])
    #expect([0, 65].contains(try await archive.dossier("ingest").status))
    #expect(try await checker.problemsWhenFinished() == [])
  }

  @Test func onlyOneProcessIngests() async throws {
    let watched = try await WatchedArchive()
    let second = try await watched.archive.dossier("watch")
    #expect(second.status == 75 && second.errors.contains("process \(watched.daemon.id)"))
    #expect(try await watched.archive.dossier("ingest").status == 75)
    let cron = try await watched.archive.dossier("ingest", "--if-locked=skip")
    #expect(cron.status == 0 && cron.output == "" && cron.errors == "")
    #expect(try await watched.archive.dossier("status").status == 0)
    #expect(try await watched.stop() == 0)
    #expect(try await watched.archive.dossier("ingest").status == 0)
  }

  /// A queue of 64 events overflows while the process is stopped.
  @Test(.enabled(if: Faults.hasRoot, Faults.needsRoot))
  func eventsThatWereLost() async throws {
    let setting = "/proc/sys/fs/inotify/max_queued_events"
    let before = try String(contentsOfFile: setting, encoding: .utf8)
    try "64".write(toFile: setting, atomically: false, encoding: .utf8)
    defer { try? before.write(toFile: setting, atomically: false, encoding: .utf8) }
    let watched = try await WatchedArchive()
    watched.daemon.send(SIGSTOP)
    var dropped = DroppedFiles()
    try dropped.drop(0..<20_000, into: watched.archive)
    watched.daemon.send(SIGCONT)
    try await watched.holds(19_000)
    #expect(try await watched.stop() == 0)
    let checker = ArchiveChecker(archive: watched.archive, dropped: dropped)
    #expect(try await checker.problemsWhenFinished() == [])
    Faults.note("20,000 files dropped with a queue of 64 events while the daemon was stopped")
  }
}
