import Foundation
import Glibc
import Synchronization
import TestSupport

/// A program that goes on until it is stopped.
final class RunningProgram: Sendable {
  /// The process.
  let id: pid_t
  private let scratch: TemporaryFolder
  private let process: Mutex<Process>

  /// Starts a program; what it writes is kept.
  init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    scratch = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": scratch.url.path].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(
      forWritingTo: URL(filePath: scratch.write("", to: "errors")))
    try process.run()
    id = process.processIdentifier
    self.process = Mutex(process)
  }

  /// Starts a command on an archive.
  convenience init(_ archive: ProgramArchive, _ arguments: String...) throws {
    try self.init(Program.dossier, arguments, environment: ["DOSSIER_ARCHIVE": archive.path])
  }

  deinit {
    if isRunning { kill(id, SIGKILL) }
  }

  var isRunning: Bool { process.withLock { $0.isRunning } }

  /// What it wrote to standard error so far.
  var errors: String {
    (FileManager.default.contents(atPath: scratch.path("errors"))).map { String(decoding: $0, as: UTF8.self) }
      ?? ""
  }

  /// Sends a signal; does nothing when it has ended.
  func send(_ signal: Int32) {
    if isRunning { kill(id, signal) }
  }

  /// Waits for its end.
  ///
  /// - Returns: its exit status, or the signal's number when a signal ended it.
  func end() async throws -> Int32 {
    try await Eventually.holds("process \(id) ends") { !self.isRunning }
    return process.withLock { $0.terminationStatus }
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
    _ what: String, within limit: Duration = .seconds(300), _ condition: () async throws -> Bool
  ) async throws {
    let end = ContinuousClock.now + limit
    while try await !condition() {
      if ContinuousClock.now > end { throw Timeout(description: "it never came about that \(what)") }
      try await Task.sleep(for: .milliseconds(10))
    }
  }
}
