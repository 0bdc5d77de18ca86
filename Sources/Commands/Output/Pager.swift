import Glibc

/// The program through which a person reads what is longer than the screen.
struct Pager: Equatable {
  /// A line of the shell.
  let command: String

  /// The user's.
  static let current = Pager { getenv($0).map { String(cString: $0) } }

  /// The one that the environment names: `$DOSSIER_PAGER`, else `$PAGER`, else `less`; `nil` where that is empty or `cat`.
  init?(environment: (String) -> String?) {
    let command = environment("DOSSIER_PAGER") ?? environment("PAGER") ?? "less"
    let word = command.trimmingPrefix { $0.isWhitespace }
    if word.isEmpty || word == "cat" { return nil }
    self.command = command
  }

  /// Shows a text and waits until its reader has seen enough.
  ///
  /// - Returns: whether there was such a program.
  func show(_ text: String) -> Bool {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return false }
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    // Keys that interrupt are the pager's while it reads, and that it reads no further is no fault.
    let (interrupted, broken) = (signal(SIGINT, SIG_IGN), signal(SIGPIPE, SIG_IGN))
    defer {
      signal(SIGINT, interrupted)
      signal(SIGPIPE, broken)
    }
    guard let id = start(reading: ends[0]) else {
      ends.forEach { close($0) }
      return false
    }
    close(ends[0])
    var pipe = OutputBuffer(descriptor: ends[1])
    pipe.append(text)
    pipe.flush()
    close(ends[1])
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    // As the shell says it: 127 is a program that is not there, 126 one that may not be run.
    let exit = status & 0x7F == 0 ? status >> 8 & 0xFF : 0
    return exit != 127 && exit != 126
  }

  private func start(reading input: Int32) -> pid_t? {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO)
    posix_spawn_file_actions_addclose(&files, input)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    // Quit at once where all fits, keep colours, leave the screen as it is; and what is shown is UTF-8.
    if getenv("LESS") == nil { setenv("LESS", "FRX", 1) }
    if getenv("LESSCHARSET") == nil { setenv("LESSCHARSET", "utf-8", 1) }
    var words = ["sh", "-c", command].map { (word: String) in strdup(word) } + [nil]
    defer { words.forEach { free($0) } }
    var id = pid_t()
    return posix_spawn(&id, "/bin/sh", &files, &attributes, &words, environ) == 0 ? id : nil
  }
}
