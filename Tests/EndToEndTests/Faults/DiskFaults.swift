import Foundation
import Glibc
import TestSupport
import Testing

/// Disks that are full or read-only, files that must not be touched, limits and missing rights: nothing is
/// quarantined, nothing lost, and all goes on when the cause is gone.
@Suite(.serialized) struct DiskFaults {
  @Test(
    .enabled(if: Faults.hasRoot, Faults.needsRoot),
    arguments: [
      // Each file takes a page: so full that no database can be made, that it cannot grow, that few can be put away.
      ("size=1700k", "size=64m", 400), ("size=2m", "size=64m", 400), ("size=3m", "size=64m", 400),
      ("size=10m", "size=64m", 2000), ("size=64m,nr_inodes=46", "size=64m,nr_inodes=5000", 40),
      ("size=64m,nr_inodes=49", "size=64m,nr_inodes=5000", 40),
      ("size=64m,nr_inodes=52", "size=64m,nr_inodes=5000", 40),
    ])
  func aFullDisk(_ small: String, _ large: String, files: Int) async throws {
    let mount = try await Mount.memory(large)
    var dropped = DroppedFiles()
    try dropped.drop(0..<files, into: mount.archive)
    try await Task.sleep(for: .milliseconds(2100))
    try await mount.remount(small)
    let full = try await mount.archive.dossier("ingest")
    #expect(full.status == 75, "\(full.errors)")
    let checker = ArchiveChecker(archive: mount.archive, dropped: dropped)
    #expect(try await checker.problemsAfterFault() == [])
    try await mount.remount(large)
    #expect(try await mount.archive.dossier("ingest").status == 65)
    #expect(try await checker.problemsWhenFinished() == [])
    Faults.note("a disk of \(small), then \(large): exit 75, then all of \(files) files")
  }

  /// The daemon needs nobody to start it again.
  @Test(
    .enabled(if: Faults.hasRoot, Faults.needsRoot),
    arguments: [("size=3m", "size=64m"), ("nr_inodes=412", "nr_inodes=5000")])
  func theDaemonGoesOnByItself(_ bad: String, _ good: String) async throws {
    let mount = try await Mount.memory("size=64m,nr_inodes=5000")
    var dropped = DroppedFiles()
    let watched = try await WatchedArchive(mount.archive)
    try dropped.drop(0..<400, into: mount.archive, folder: "drafts")
    // Before the daemon writes: a disk cannot be made smaller than what is on it.
    try await mount.remount(bad)
    try FileManager.default.removeItem(atPath: mount.archive.path + "/inbox")
    try FileManager.default.moveItem(
      atPath: mount.archive.path + "/drafts", toPath: mount.archive.path + "/inbox")
    try await Eventually.holds("it is in trouble") { watched.daemon.errors.contains("trying again") }
    try await mount.remount(good)
    try await watched.holds(380)
    #expect(try await watched.stop() == 0)
    let checker = ArchiveChecker(archive: mount.archive, dropped: dropped)
    #expect(try await checker.problemsWhenFinished() == [])
    Faults.note("a daemon on a disk of \(bad), then \(good)")
  }

  @Test(.enabled(if: Faults.hasRoot, Faults.needsRoot))
  func aReadOnlyDisk() async throws {
    let mount = try await Mount.memory("size=64m")
    var dropped = DroppedFiles()
    try dropped.drop(0..<40, into: mount.archive)
    #expect(try await mount.archive.dossier("init").status == 0)
    try await Task.sleep(for: .milliseconds(2100))
    try await mount.remount("ro")
    let refused = try await mount.archive.dossier("ingest")
    #expect(refused.status == 75, "\(refused.errors)")
    try await mount.remount("rw")
    #expect(try await mount.archive.dossier("ingest").status == 65)
    let checker = ArchiveChecker(archive: mount.archive, dropped: dropped)
    #expect(try await checker.problemsWhenFinished() == [])
    Faults.note("a read-only disk: exit 75")
  }

  /// A file that nobody may move keeps no other one waiting.
  @Test(.enabled(if: Faults.hasRoot, Faults.needsRoot), arguments: ["1.txt", "19.txt"])
  func anImmutableFile(_ name: String) async throws {
    let mount = try await Mount.disk(megabytes: 64)
    var dropped = DroppedFiles()
    try dropped.drop(0..<400, into: mount.archive)
    let chattr = try #require(Program.installed("chattr"))
    let file = mount.archive.path + "/inbox/" + name
    #expect(try await Program.run(chattr, ["+i", file]).status == 0)
    let refused = try await mount.archive.dossier("ingest")
    #expect(refused.status == 77, "\(refused.errors)")
    #expect(mount.archive.folder.files(in: "archive/inbox") == [name])
    #expect(try await Program.run(chattr, ["-i", file]).status == 0)
    #expect([0, 65].contains(try await mount.archive.dossier("ingest").status))
    let checker = ArchiveChecker(archive: mount.archive, dropped: dropped)
    #expect(try await checker.problemsWhenFinished() == [])
    Faults.note("an immutable file (\(name)) among 400: exit 77, the others stored")
  }

  /// Few file descriptors, and files that may not grow: the limits of prlimit(1).
  @Test(
    .enabled(if: Program.installed("prlimit") != nil, "needs prlimit"),
    arguments: ["--nofile=9", "--nofile=33", "--nofile=40", "--fsize=20000", "--fsize=300000"])
  func limits(_ limit: String) async throws {
    let archive = try ProgramArchive()
    var dropped = DroppedFiles()
    try dropped.drop(0..<40, into: archive)
    let limited = try await Program.run(
      Program.installed("prlimit") ?? "prlimit", [limit, Program.dossier, "ingest"],
      environment: ["DOSSIER_ARCHIVE": archive.path])
    #expect([65, 74, 75].contains(limited.status), "\(limited.status): \(limited.errors)")
    let checker = ArchiveChecker(archive: archive, dropped: dropped)
    #expect(try await checker.problemsAfterFault() == [])
    #expect([0, 65].contains(try await archive.dossier("ingest").status))
    #expect(try await checker.problemsWhenFinished() == [])
    Faults.note("prlimit \(limit): exit \(limited.status)")
  }

  /// The runtime ends a process that runs out of descriptors, so one that would is not begun; a limit that this
  /// user may raise is raised.
  @Test(.enabled(if: Program.installed("prlimit") != nil, "needs prlimit"))
  func openFilesAreCountedBeforehand() async throws {
    let archive = try ProgramArchive()
    func ingest(_ limit: String) async throws -> Finished {
      try await Program.run(
        Program.installed("prlimit") ?? "prlimit",
        ["--nofile=" + limit, Program.dossier, "ingest", Program.examples],
        environment: ["DOSSIER_ARCHIVE": archive.path])
    }
    let refused = try await ingest("20")
    #expect(refused.status == 75 && refused.errors.contains("may have 20 files open"), "\(refused.errors)")
    #expect(try await ingest("20:1000").status == 0)
  }

  /// Another user's archive, and a file that this user may not read.
  @Test(.enabled(if: Faults.isRoot && Program.installed("setpriv") != nil, "needs root and setpriv"))
  func anotherUser() async throws {
    let archive = try ProgramArchive()
    var dropped = DroppedFiles()
    try dropped.drop(0..<40, into: archive)
    #expect(try await archive.dossier("init").status == 0)
    try await Task.sleep(for: .milliseconds(2100))
    #expect(try await ingestAsNobody(archive).status == 77)
    let owned = try await Program.run("/bin/chown", ["-R", "65534:65534", archive.folder.url.path])
    #expect(owned.status == 0)
    #expect(
      chown(archive.path + "/inbox/1.txt", 0, 0) == 0 && chmod(archive.path + "/inbox/1.txt", 0o600) == 0)
    try await Task.sleep(for: .milliseconds(2100))
    let refused = try await ingestAsNobody(archive)
    #expect(refused.status == 77, "\(refused.errors)")
    #expect(archive.folder.files(in: "archive/inbox") == ["1.txt"])
    #expect(chmod(archive.path + "/inbox/1.txt", 0o644) == 0)
    try await Task.sleep(for: .milliseconds(2100))
    #expect(try await ingestAsNobody(archive).status == 0)
    let checker = ArchiveChecker(archive: archive, dropped: dropped)
    #expect(try await checker.problemsWhenFinished() == [])
    Faults.note("another user's archive, and another user's file among 40: exit 77, the others stored")
  }

  private func ingestAsNobody(_ archive: ProgramArchive) async throws -> Finished {
    try await Program.run(
      Program.installed("setpriv") ?? "setpriv",
      ["--reuid=65534", "--regid=65534", "--clear-groups", Program.dossier, "ingest"],
      environment: ["DOSSIER_ARCHIVE": archive.path])
  }
}
