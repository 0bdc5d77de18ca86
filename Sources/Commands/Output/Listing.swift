/// What lists for people have in common.
enum Listing {
  /// Columns for a list: the terminal's; wide where the text goes to a file or a pipe, so that nothing is cut.
  static var width: Int { Terminal.outputIsTerminal ? Terminal.width : 1000 }

  /// The day of a time, or a dash.
  static func day(_ time: String?) -> String { time.map { String($0.prefix(10)) } ?? "–" }

  /// Says how many of how many were shown, on a terminal, where the list was cut.
  static func noteCount(shown: Int, total: Int, _ many: String, _ one: String) {
    if total == 0 { Terminal.note("no \(many)") }
    guard Terminal.errorIsTerminal, total > 0 else { return }
    Terminal.note(
      shown < total
        ? "\(shown) of \(total) \(many); --limit 0 shows all"
        : "\(total) \(total == 1 ? one : many)")
  }
}
