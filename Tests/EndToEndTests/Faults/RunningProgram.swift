import Foundation
import Glibc
import TestSupport

/// A command that goes on until it is stopped.
final class RunningProgram: Sendable {
  private let scratch: TemporaryFolder
  private let process: ChildProcess

  /// Starts a command on an archive; what it writes to standard error is kept.
  init(_ archive: ProgramArchive, _ arguments: String...) throws {
    scratch = try TemporaryFolder()
    process = try ChildProcess(
      Program.dossier, arguments,
      environment: ["PATH": "/usr/bin:/bin", "HOME": scratch.url.path, "DOSSIER_ARCHIVE": archive.path],
      errors: scratch.path("errors"))
  }

  deinit { process.send(SIGKILL) }

  /// The process.
  var id: pid_t { process.id }
  var isRunning: Bool { process.result == nil }

  /// What it wrote to standard error so far.
  var errors: String {
    FileManager.default.contents(atPath: scratch.path("errors")).map { String(decoding: $0, as: UTF8.self) }
      ?? ""
  }

  /// Sends a signal; does nothing when it has ended.
  func send(_ signal: Int32) { process.send(signal) }

  /// Waits for its end.
  ///
  /// - Returns: its exit status, or the signal's number when a signal ended it.
  func end() async throws -> Int32 {
    try await Eventually.holds("process \(id) ends") { !self.isRunning }
    return process.result ?? -1
  }
}

/// Waits for what comes about by itself.
enum Eventually {
  /// What did not come about.
  struct Timeout: Error, CustomStringConvertible {
    var description: String
  }

  /// Asks again and again, at most for `limit`: far more than it takes, so that a slow machine fails no test.
  static func holds(
    _ what: String, within limit: Duration = .seconds(240), every pause: Duration = .milliseconds(10),
    _ condition: () async throws -> Bool
  ) async throws {
    let end = ContinuousClock.now + limit
    while try await !condition() {
      if ContinuousClock.now > end { throw Timeout(description: "it never came about that \(what)") }
      try await Task.sleep(for: pause)
    }
  }
}
