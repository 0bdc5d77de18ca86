/// Tells a person how long work goes: a line of the terminal that renews itself and is gone at the end. Says nothing
/// where nobody watches.
struct WorkProgress {
  private let isShown: Bool
  private var lastDrawn: ContinuousClock.Instant
  private var isDrawn = false

  /// - Parameter isShown: whether somebody watches.
  init(isShown: Bool = Terminal.errorIsTerminal) {
    self.isShown = isShown
    // What is done within a second needs no line.
    lastDrawn = .now + .milliseconds(900)
  }

  /// Says what is done now, and at once: it may take long.
  mutating func step(_ line: String) {
    guard isShown else { return }
    Terminal.redraw(line)
    isDrawn = true
  }

  /// Says how far the work has come, now and then.
  mutating func show(_ line: @autoclosure () -> String) {
    guard isShown, .now - lastDrawn > .milliseconds(100) else { return }
    step(line())
    lastDrawn = .now
  }

  /// Takes the line away.
  mutating func clear() {
    if isDrawn { Terminal.redraw("") }
    isDrawn = false
  }
}
