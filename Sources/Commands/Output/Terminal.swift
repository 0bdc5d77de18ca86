import Glibc
import Synchronization

/// Standard output and standard error, and what the terminal behind them can show.
enum Terminal {
  /// Something that was written, and whether it was a message about the work.
  private typealias Piece = (text: String, isMessage: Bool)

  private static let output = Mutex(OutputBuffer(descriptor: STDOUT_FILENO))
  /// What is kept for the pager; `nil` where nothing is.
  private static let kept = Mutex<[Piece]?>(nil)

  /// Keeps what is written from here on, where a person reads it: ``finish()`` shows it, through the user's pager
  /// when it is longer than the screen.
  static func page() {
    if outputIsTerminal, Pager.current != nil { kept.withLock { $0 = [] } }
  }

  /// Writes a line of the result; a person sees it at once.
  static func print(_ line: String) {
    if keeps((line + "\n", isMessage: false)) { return }
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
    showKept()
    let failure = output.withLock { output in
      output.flush()
      return output.failure
    }
    guard let failure, failure != EPIPE else { return }
    throw CommandError(
      status: .ioError,
      description: said(
        "the result could not be written in full: \(String(cString: strerror(failure)))",
        "结果没能写全：\(String(cString: strerror(failure)))"))
  }

  /// Writes a message about the work: never part of the result.
  static func warn(_ message: String) {
    note("dossier: \(message)")
  }

  /// Writes a line to standard error.
  static func note(_ line: String) {
    let line = ShownText.message(line)
    if errorIsTerminal, keeps((line + "\n", isMessage: true)) { return }
    write(line + "\n")
  }

  private static func keeps(_ piece: Piece) -> Bool {
    kept.withLock { kept in
      kept?.append(piece)
      return kept != nil
    }
  }

  /// Shows what was kept, messages at their place.
  private static func showKept() {
    let pieces = kept.withLock { kept in
      defer { kept = nil }
      return kept ?? []
    }
    let text = pieces.map(\.text).joined()
    if rows(of: text, width: width) >= height, Pager.current?.show(text) == true { return }
    for piece in pieces {
      if piece.isMessage { write(piece.text) } else { output.withLock { $0.append(piece.text) } }
    }
  }

  /// How many rows of a terminal a text takes: long lines go on in the next row, marks take no room.
  static func rows(of text: String, width: Int) -> Int {
    text.replacing(/\u{1B}\[[0-9;]*m/, with: "").split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast()
      .reduce(0) { $0 + max(1, (DisplayWidth.columns(String($1)) + width - 1) / width) }
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
  static var width: Int { size.flatMap { $0.ws_col > 0 ? Int($0.ws_col) : nil } ?? 80 }
  /// Rows of the terminal; 24 where it does not say.
  static var height: Int { size.flatMap { $0.ws_row > 0 ? Int($0.ws_row) : nil } ?? 24 }

  private static var size: winsize? {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? size : nil
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
