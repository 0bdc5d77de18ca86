import Glibc

/// Reads a file in a process of its own, to learn whether the program dies of it.
///
/// A file that was open twice when the program died may be innocent: others were open beside it, or somebody
/// killed the program. What a process does that reads this file alone is proof.
package struct TrialReading: Sendable {
  /// A process that takes longer is taken for one that never ends.
  private static let limit = Duration.seconds(20)

  private let command: [String]

  /// A trial by a command that reads the file whose path is added as its last argument.
  package init(command: [String]) {
    self.command = command
  }

  /// Whether the command came to an end by itself with this file; also when it cannot be started, for that is
  /// not the file's fault.
  func survives(_ path: FilePath) -> Bool {
    var arguments = command.map { strdup($0) } + [path.withCString { strdup($0) }, nil]
    defer { arguments.forEach { free($0) } }
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_RDWR, 0)
    }
    var process = pid_t()
    guard let program = arguments[0], posix_spawn(&process, program, &files, nil, &arguments, environ) == 0
    else { return true }
    let end = ContinuousClock.now + Self.limit
    var status: Int32 = 0
    while true {
      switch waitpid(process, &status, WNOHANG) {
      case 0 where ContinuousClock.now > end:
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        return false
      case 0: usleep(2000)
      case process:
        // The low seven bits name the signal that ended it.
        return status & 0x7F == 0
      default:
        if errno != EINTR { return true }
      }
    }
  }
}
