import Foundation
import Glibc
import TestSupport
import Testing

/// `kill -9` at random moments, with two daemons and a cron job on the same archive, each started again as soon as it
/// is gone, while files are dropped.
@Suite(.serialized) struct KillFaults {
  /// The processes that share the archive: two daemons, of which one has the lock, and the job of cron.
  private enum Role: CaseIterable {
    case daemon, secondDaemon, cron

    func start(_ archive: ProgramArchive) throws -> RunningProgram {
      switch self {
      case .daemon, .secondDaemon: try RunningProgram(archive, "watch")
      case .cron: try RunningProgram(archive, "ingest", "--if-locked=skip")
      }
    }
  }

  @Test func killedAtRandomMoments() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let kills = Faults.areAllWanted ? 500 : 15
    let archive = try ProgramArchive()
    var dropped = DroppedFiles()
    try dropped.drop(0..<40, into: archive)
    var running: [Role: RunningProgram] = [:]
    var ingesting = 0
    for number in 1...kills {
      for role in Role.allCases where running[role]?.isRunning != true {
        running[role] = try role.start(archive)
      }
      // More than are dealt with before the next kill, so that there is always work.
      try dropped.drop(dropped.count..<(dropped.count + 8), into: archive)
      try await Task.sleep(for: .milliseconds(Int.random(in: 1...400, using: &random)))
      let holder = lockHolder(archive)
      let living = Role.allCases.compactMap { running[$0] }.filter(\.isRunning)
      // Most kills hit the one that works.
      let victim =
        living.first { $0.id == holder && number % 4 != 0 } ?? living.randomElement(using: &random)
      if victim?.id == holder { ingesting += 1 }
      victim?.send(SIGKILL)
      _ = try await victim?.end()
    }
    for program in running.values { program.send(SIGTERM) }
    for program in running.values { _ = try await program.end() }
    try await finish(archive)
    let checker = ArchiveChecker(archive: archive, dropped: dropped)
    #expect(try await checker.problemsWhenFinished() == [], "seed \(seed)")
    Faults.note(
      "\(kills) kills, \(ingesting) of the process that held the lock; \(dropped.count) files, seed \(seed)")
  }

  /// The process that holds the archive's lock, as the kernel tells.
  private func lockHolder(_ archive: ProgramArchive) -> pid_t? {
    var info = stat()
    guard stat(archive.path + "/dossier.lock", &info) == 0,
      let locks = FileManager.default.contents(atPath: "/proc/locks")
    else { return nil }
    for line in String(decoding: locks, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count > 5, words[1] == "FLOCK", words[5].hasSuffix(":\(info.st_ino)") {
        return pid_t(words[4])
      }
    }
    return nil
  }

  /// Ingests what is left.
  private func finish(_ archive: ProgramArchive) async throws {
    let last = try await archive.dossier("ingest")
    #expect([0, 65].contains(last.status), "\(last.errors)")
  }
}
