import Foundation
import Glibc
import TestSupport
import Testing

/// The power fails: an ext4 file system stops at a random moment, with what the kernel had not written yet lost, and
/// is mounted again.
@Suite(.serialized, .enabled(if: Faults.hasRoot, Faults.needsRoot))
struct PowerLossFaults {
  /// EXT4_IOC_SHUTDOWN, and its flag that says not to write the journal before.
  private static let shutdown: UInt = 0x8004_587D
  private static let withoutFlush: UInt32 = 2

  /// - Parameters:
  ///   - losses: how often the power fails, each time with 300 more files.
  ///   - paragraphs: of each article; with many of them the log is copied into the database meanwhile.
  @Test(arguments: [(30, 1, 256), (10, 400, 2048)])
  func atRandomMoments(losses: Int, paragraphs: Int, megabytes: Int) async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let mount = try await Mount.disk(megabytes: megabytes)
    var dropped = DroppedFiles()
    for _ in 1...losses {
      try dropped.drop(
        dropped.count..<(dropped.count + 300), paragraphs: paragraphs, into: mount.archive)
      // The droppers' part: their files must have reached the disk for anybody to keep them.
      sync()
      let watched = try await WatchedArchive(mount.archive)
      try await Task.sleep(for: .milliseconds(Int.random(in: 1...3000, using: &random)))
      let folder = open(mount.archive.path, O_RDONLY | O_DIRECTORY)
      var flag = Self.withoutFlush
      #expect(ioctl(folder, Self.shutdown, &flag) == 0)
      close(folder)
      watched.daemon.send(SIGKILL)
      _ = try await watched.daemon.end()
      try await mount.mountAgain()
      let checker = ArchiveChecker(archive: mount.archive, dropped: dropped)
      #expect(try await checker.problemsAfterFault() == [], "seed \(seed)")
    }
    let last = try await mount.archive.dossier("ingest")
    #expect([0, 65].contains(last.status), "\(last.errors)")
    let checker = ArchiveChecker(archive: mount.archive, dropped: dropped)
    #expect(try await checker.problemsWhenFinished() == [], "seed \(seed)")
    Faults.note(
      "\(losses) power losses at random moments; \(dropped.count) files of \(paragraphs) paragraphs, seed \(seed)"
    )
  }
}
