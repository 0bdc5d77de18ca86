import ArgumentParser

/// What lists for people have in common.
enum Listing {
  /// Columns for a list: the terminal's; wide where the text goes to a file or a pipe, so that nothing is cut.
  static var width: Int { Terminal.outputIsTerminal ? Terminal.width : 1000 }

  /// The day of a time, or a dash.
  static func day(_ time: String?) -> String { time.map { String($0.prefix(10)) } ?? "–" }

  /// Refuses a number of rows that is none.
  static func checkCount(_ count: Int, _ option: String) throws {
    if count < 0 { throw ValidationError(said("\(option) takes a number from 0 up", "\(option) 是 0 以上的数")) }
  }

  /// Refuses the formats of lists for a page about one thing.
  static func checkPageFormat(_ format: OutputFormat, of command: String) throws {
    if format != .text, format != .json {
      throw ValidationError(
        said("--format of \(command) is text or json", "\(command) 的 --format 是 text 或 json"))
    }
  }

  /// Shows a page about one thing, as text or as JSON.
  static func showPage(
    _ lines: @autoclosure () -> [String], json: @autoclosure () -> JSON, _ format: OutputFormat
  ) {
    if format == .json { Terminal.print(json().text) } else { lines().forEach(Terminal.print) }
  }

  /// Shows a list in a format, and for people how much of it; an empty one ends the command with "nothing found".
  static func show(
    _ records: Records, table: [String], of total: Int, _ many: String, _ one: String, _ chinese: String,
    _ format: OutputFormat
  ) throws {
    if format == .text {
      table.forEach(Terminal.print)
      noteCount(shown: records.rows.count, total: total, many, one, chinese)
    } else {
      records.lines(format).forEach(Terminal.print)
    }
    if records.rows.isEmpty { throw ExitStatus.nothingFound.exitCode }
  }

  /// Says how many of how many were shown, on a terminal, where the list was cut.
  private static func noteCount(
    shown: Int, total: Int, _ many: String, _ one: String, _ chinese: String
  ) {
    if total == 0 { Terminal.note(said("no \(many)", "没有\(chinese.dropFirst())")) }
    guard Terminal.errorIsTerminal, total > 0 else { return }
    Terminal.note(
      shown < total
        ? said(
          "\(shown) of \(total) \(many); --limit 0 shows all",
          "共 \(total) \(chinese)，显示 \(shown) 个；--limit 0 全部显示")
        : counted(total, one, many, chinese))
  }
}
