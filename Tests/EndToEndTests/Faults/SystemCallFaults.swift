import Foundation
import Glibc
import TestSupport
import Testing

/// Ends or fails `dossier ingest --jobs 1` at every occurrence of a system call: of 40 files, two of which are no
/// articles, into an archive that is not made yet. strace counts occurrences for each thread.
@Suite(.serialized, .enabled(if: Faults.hasTracer, Faults.needsTracer))
struct SystemCallFaults {
  private static let files = 40
  /// How the program may end when a call fails: as if nothing was, or with the status for trouble.
  private static let troubleStatuses: Set<Int32> = [0, 65, 74, 75]
  private static let loaderFailed: Int32 = 127

  @Test(arguments: [
    "openat", "pwrite64", "write", "fsync", "fdatasync", "renameat2", "rename", "unlink", "mkdir",
    "ftruncate",
    "flock", "close",
  ])
  func killed(at call: String) async throws {
    let points = try await atEveryOccurrence(of: call, fault: "signal=SIGKILL", mustEnd: [9, 137])
    Faults.note("kill at \(call): \(points) points")
  }

  /// A fault from the Nth occurrence on (`+`) stands for a cause that stays, one at the Nth for one that passes.
  @Test(arguments: [
    ("fdatasync", "EIO", ""), ("fsync", "EIO", ""), ("pwrite64", "EIO", ""), ("pwrite64", "ENOSPC", "+"),
    ("write", "ENOSPC", "+"), ("ftruncate", "ENOSPC", ""), ("renameat2", "EIO", ""),
    ("renameat2", "ENOSPC", "+"),
    ("mkdir", "ENOSPC", "+"), ("pread64", "EIO", ""), ("read", "EIO", ""), ("openat", "EMFILE", ""),
    ("openat", "ENFILE", "+"), ("openat", "EROFS", "+"), ("flock", "EINTR", ""), ("getdents64", "EIO", ""),
  ])
  func failing(at call: String, error: String, staying: String) async throws {
    let points = try await atEveryOccurrence(
      of: call, fault: "error=\(error)", staying: staying, mustEnd: Self.troubleStatuses)
    Faults.note("\(error)\(staying.isEmpty ? "" : " from then on") at \(call): \(points) points")
  }

  /// Goes on until the call does not occur so often; checks the archive right after each fault, and again after a
  /// run without one.
  ///
  /// - Returns: how many faults there were.
  private func atEveryOccurrence(
    of call: String, fault: String, staying: String = "", mustEnd statuses: Set<Int32>
  ) async throws -> Int {
    var pool = ArchivePool(files: Self.files)
    var point = 0
    var beforeStart = 0
    while true {
      point += 1
      let (archive, dropped) = try await pool.next()
      let log = archive.folder.path("calls")
      let result = try await Program.run(
        Program.installed("strace") ?? "strace",
        [
          "-f", "-qq", "-o", log, "-e", "trace=\(call)", "-e",
          "inject=\(call):\(fault):when=\(point)\(staying)",
          Program.dossier, "ingest", "--jobs", "1",
        ], environment: ["DOSSIER_ARCHIVE": archive.path])
      let calls = try String(contentsOfFile: log, encoding: .utf8)
      guard calls.contains("(INJECTED)") || calls.contains("killed by SIGKILL") else { break }
      let checker = ArchiveChecker(archive: archive, dropped: dropped)
      // The dynamic loader ended: the program had not begun.
      if result.status == Self.loaderFailed { beforeStart += 1 }
      let place = "\(call) \(fault) at \(point)\(staying)"
      #expect(
        statuses.contains(result.status) || result.status == Self.loaderFailed
          || Self.isEndedByRuntime(result, calls),
        "\(place): exit \(result.status) \(result.errors)")
      #expect(try await checker.problemsAfterFault() == [], "\(place)")
      let recovery = try await archive.dossier("ingest")
      #expect([0, 65].contains(recovery.status), "\(place): \(recovery.errors)")
      #expect(try await checker.problemsWhenFinished() == [], "\(place)")
    }
    return point - 1 - beforeStart
  }

  /// Whether libdispatch ended the process: it looks at its threads now and then and traps where it cannot.
  private static func isEndedByRuntime(_ result: Finished, _ calls: String) -> Bool {
    result.status == SIGILL && calls.contains(#/"/proc/[0-9]+/stat"/#)
  }
}

/// Archives whose dropped files were left alone long enough to be ready at once, made some at a time so that the
/// wait is shared.
struct ArchivePool {
  private static let size = 48

  private let files: Int
  private var ready: [(ProgramArchive, DroppedFiles)] = []

  /// - Parameter files: how many files are dropped into each.
  init(files: Int) {
    self.files = files
  }

  mutating func next() async throws -> (ProgramArchive, DroppedFiles) {
    if ready.isEmpty {
      for _ in 0..<Self.size {
        let archive = try ProgramArchive()
        var dropped = DroppedFiles()
        try dropped.drop(0..<files, into: archive)
        ready.append((archive, dropped))
      }
      try await Task.sleep(for: .milliseconds(2100))
    }
    return ready.removeLast()
  }
}
