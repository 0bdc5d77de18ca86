import Foundation
import Glibc
import Synchronization
import TestSupport

/// A process of a test's own, which reads and writes files. By posix_spawn(3): Foundation's `Process` was seen
/// to crash in `run()` once in some thousand starts, and the tests of faults start thousands.
final class ChildProcess: Sendable {
  /// The process.
  let id: pid_t
  /// What it ended with, once that is known: its exit status, or the signal's number when a signal ended it.
  private let status = Mutex<Int32?>(nil)

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - input: the file it reads; nothing when it is `nil`.
  ///   - output: the files it writes results and messages to, which are made anew.
  init(
    _ program: String, _ arguments: [String], environment: [String: String], input: String? = nil,
    output: String? = nil, errors: String? = nil
  ) throws {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    let streams = [
      (input, O_RDONLY), (output, O_WRONLY | O_CREAT | O_TRUNC), (errors, O_WRONLY | O_CREAT | O_TRUNC),
    ]
    for (number, (path, flags)) in streams.enumerated() {
      posix_spawn_file_actions_addopen(&files, Int32(number), path ?? "/dev/null", flags, 0o644)
    }
    // Signals as a shell leaves them, whatever the tests' own process does with them.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var id = pid_t()
    let failure = OpenFiles.alone { posix_spawn(&id, program, &files, &attributes, &words, &variables) }
    guard failure == 0 else {
      throw CocoaError(.executableLoad, userInfo: [NSFilePathErrorKey: program])
    }
    self.id = id
  }

  /// What it ended with; `nil` while it runs.
  var result: Int32? {
    status.withLock { status in
      var raw: Int32 = 0
      if status == nil, waitpid(id, &raw, WNOHANG) == id {
        // As of wait(2): the low seven bits are the signal's number, the next byte is the exit status.
        status = raw & 0x7F == 0 ? raw >> 8 & 0xFF : raw & 0x7F
      }
      return status
    }
  }

  /// Sends a signal; does nothing when it has ended.
  func send(_ signal: Int32) {
    if result == nil { kill(id, signal) }
  }
}
