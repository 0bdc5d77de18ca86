import Glibc
import Synchronization

/// Standard output and standard error, and what the terminal behind them can show.
enum Terminal {
  private static let output = Mutex(OutputBuffer(descriptor: STDOUT_FILENO))

  /// Writes a line of the result; a person sees it at once.
  static func print(_ line: String) {
    output.withLock { output in
      output.append(line: line)
      if outputIsTerminal { output.flush() }
    }
  }

  /// Writes the result so that its lines stay whole when other processes write theirs to the same file or pipe.
  static func shareOutput() {
    output.withLock { $0.isShared = true }
  }

  /// Writes the rest of the result. A reader who has seen enough (`| head`) is no error.
  ///
  /// - Throws: ``CommandError`` when some of the result could not be written.
  static func finish() throws(CommandError) {
    let failure = output.withLock { output in
      output.flush()
      return output.failure
    }
    guard let failure, failure != EPIPE else { return }
    throw CommandError(
      status: .ioError,
      description: "the result could not be written in full: \(String(cString: strerror(failure)))")
  }

  /// Writes a message about the work: never part of the result.
  static func warn(_ message: String) {
    note("dossier: \(message)")
  }

  /// Writes a line to standard error.
  static func note(_ line: String) {
    write(ShownText.message(line) + "\n")
  }

  /// Replaces the line on which the cursor of standard error stands.
  static func redraw(_ line: String) {
    write("\r\u{1B}[K" + line)
  }

  /// Standard error is not buffered; the result so far goes out first, so that both read in order.
  private static func write(_ text: String) {
    output.withLock { $0.flush() }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Whether a person reads the result.
  static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Whether a person reads the messages.
  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Columns of the terminal; 80 where there is none.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

/// Marks parts of a text for a terminal; does nothing where colour is not wanted (no terminal, `NO_COLOR`).
struct Style {
  let isEnabled: Bool

  /// The style for standard output.
  static var output: Style {
    let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    return Style(isEnabled: Terminal.outputIsTerminal && !refused)
  }

  func bold(_ text: String) -> String { marked(text, "1") }
  func dim(_ text: String) -> String { marked(text, "2") }
  func match(_ text: String) -> String { marked(text, "1;31") }
  func person(_ text: String) -> String { marked(text, "1;33") }
  func country(_ text: String) -> String { marked(text, "36") }
  /// A series of a chart, from 0; there are six colours.
  func series(_ number: Int, _ text: String) -> String {
    marked(text, "\([36, 33, 35, 32, 34, 31][number % 6])")
  }

  private func marked(_ text: String, _ code: String) -> String {
    isEnabled && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
