import ArticleStore
import Ingest
import Synchronization

/// Tells a person how an ingest goes: a line that renews itself on a terminal once the work takes longer than a
/// second, every failure, and a summary when somebody watches or something failed.
final class IngestProgress: Sendable {
  private struct State {
    var found = 0
    var lastDrawn = ContinuousClock.now
    var isDrawn = false
    var wasRefused = false
  }

  private let isQuiet: Bool
  private let started = ContinuousClock.now
  private let state = Mutex(State())

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
  }

  /// What an ingestion reports to.
  var report: @Sendable (Ingestion.Event) -> Void {
    { event in self.handle(event) }
  }

  /// Whether some file or folder may not be read by this user.
  var wasRefused: Bool { state.withLock { $0.wasRefused } }

  private func handle(_ event: Ingestion.Event) {
    switch event {
    case .found(let files):
      state.withLock { $0.found += files }
    case .failed(let path, let error):
      if error.reason == "permission" { state.withLock { $0.wasRefused = true } }
      clear()
      let line = error.line.map { ":\($0)" } ?? ""
      Terminal.warn("\(path)\(line): \(error)")
    case .waiting(let files):
      if Terminal.errorIsTerminal, !isQuiet {
        clear()
        Terminal.note(
          said(
            "waiting for \(files) file\(files == 1 ? "" : "s") that may still be written …",
            "等待 \(files) 个可能还在写的文件……"))
      }
    case .progressed(let counts):
      draw(counts)
    case .settling:
      if Terminal.errorIsTerminal, !isQuiet, state.withLock({ $0.isDrawn }) {
        clear()
        Terminal.note(said("telling people apart …", "正在辨认人物……"))
      }
    }
  }

  /// Says what became of the files, unless all went well and nobody watches.
  func finish(_ counts: RunCounts, elapsed: Duration, isDryRun: Bool) {
    clear()
    let failed = counts.failed + counts.postponed > 0
    guard !isQuiet, Terminal.errorIsTerminal || failed else { return }
    if isDryRun {
      Terminal.note(
        said(
          "\(counts.added) of \(counts.files) files are articles; nothing was stored",
          "\(counts.files) 个文件里有 \(counts.added) 篇文章；什么都没有收录"))
      return
    }
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    var parts = [
      said("\(counts.added) new", "新增 \(counts.added)"),
      said("\(counts.replaced) replaced", "更新 \(counts.replaced)"),
      said("\(counts.unchanged) unchanged", "未变 \(counts.unchanged)"),
    ]
    if counts.failed > 0 { parts.append(said("\(counts.failed) no articles", "不是文章 \(counts.failed)")) }
    if counts.postponed > 0 {
      parts.append(said("\(counts.postponed) left for a later run", "留待下次 \(counts.postponed)"))
    }
    let rate = Int(Double(counts.files) / max(seconds, 0.001))
    let time = said("\(Self.rounded(seconds)) s, \(rate) files/s", "\(Self.rounded(seconds)) 秒，每秒 \(rate) 个")
    Terminal.note(
      said(
        "\(counts.files) file\(counts.files == 1 ? "" : "s"): \(parts.joined(separator: ", ")) (\(time))",
        "\(counts.files) 个文件：\(parts.joined(separator: "，"))（\(time)）"))
  }

  private func draw(_ counts: RunCounts) {
    guard Terminal.errorIsTerminal, !isQuiet else { return }
    let now = ContinuousClock.now
    let line: String? = state.withLock { state in
      guard now - started > .seconds(1), now - state.lastDrawn > .milliseconds(100) else { return nil }
      state.lastDrawn = now
      state.isDrawn = true
      let elapsed = Double((now - started).components.seconds)
      let rate = Double(counts.files) / max(elapsed, 1)
      let failed = counts.failed + counts.postponed
      // Of lines nobody knows how many will come.
      if state.found == 0 {
        return said(
          "\(counts.files) files, \(Int(rate))/s, \(failed) failed",
          "\(counts.files) 个文件，每秒 \(Int(rate)) 个，失败 \(failed)")
      }
      let left = Int(Double(state.found - counts.files) / max(rate, 1))
      return said(
        "\(counts.files) of \(state.found) files, \(Int(rate))/s, about \(left) s left, \(failed) failed",
        "\(counts.files)/\(state.found) 个文件，每秒 \(Int(rate)) 个，约剩 \(left) 秒，失败 \(failed)")
    }
    if let line { Terminal.redraw(line) }
  }

  private func clear() {
    let isDrawn = state.withLock { state in
      defer { state.isDrawn = false }
      return state.isDrawn
    }
    if isDrawn { Terminal.redraw("") }
  }

  private static func rounded(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
