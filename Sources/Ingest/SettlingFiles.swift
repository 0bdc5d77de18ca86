import Glibc

/// What happened in the inbox, as far as events tell: a hint where to look, never the truth.
package enum InboxHint: Equatable, Sendable {
  /// A file was renamed to this path: it is whole.
  case movedIn(FilePath)
  /// A process that had the file open for writing closed it.
  case closed(FilePath)
  /// A file appeared; whether it is whole is not known.
  case appeared(FilePath)
  /// A folder appeared, perhaps with files in it.
  case folder(FilePath)
  /// Events were lost or cannot be had: everything must be looked at.
  case everything
}

/// Tells which files are finished.
///
/// A file is ready at once when it was renamed in or its last change is at least 2 s old, 250 ms after its
/// writer closed it, and otherwise when two looks at least 2 s apart find it unchanged. A file is given out
/// once in each version, and again when its retry is due.
package struct SettlingFiles: Sendable {
  /// A moment on both clocks: one that only goes on, and the one of file times (nanoseconds since 1970).
  package struct Moment: Sendable {
    package var instant: ContinuousClock.Instant
    package var wallTime: Int64

    /// The present moment.
    package static var now: Moment {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Moment(instant: .now, wallTime: time.nanoseconds)
    }
  }

  /// How long a file must have been left alone when nothing tells that it is finished.
  static let interval = Duration.seconds(2)
  /// How long after its writer closed it.
  static let closedInterval = Duration.milliseconds(250)
  /// The longest wait between two tries of a file that cannot be read.
  static let longestBackoff = Duration.seconds(300)

  private struct Waiting {
    /// What the last look saw; `nil` when only an event told of the file.
    var file: FolderScan.File?
    var due: ContinuousClock.Instant
    /// Whether an event said that the file is finished at `due`.
    var isFinishedThen: Bool
  }

  private struct Retry {
    var tries: Int
    var due: ContinuousClock.Instant
  }

  private let enabled: Bool
  private var waiting: [FilePath: Waiting] = [:]
  private var given: [FilePath: FolderScan.File] = [:]
  private var retries: [FilePath: Retry] = [:]

  /// - Parameter enabled: when false, every file is ready at once.
  init(enabled: Bool) {
    self.enabled = enabled
  }

  /// The files that may still be written.
  var waitingPaths: [FilePath] { waiting.keys.sorted() }
  /// How many files must be looked at again because they may still be written.
  var count: Int { waiting.count }
  /// When the first of them is due.
  var nextSettled: ContinuousClock.Instant? { waiting.values.map(\.due).min() }
  /// When the first file that could not be read is tried again.
  var nextRetry: ContinuousClock.Instant? { retries.values.map(\.due).min() }

  /// Takes note of an event.
  mutating func note(_ hint: InboxHint, at now: ContinuousClock.Instant) {
    switch hint {
    case .movedIn(let path):
      given[path] = nil
      waiting[path] = Waiting(file: nil, due: now, isFinishedThen: true)
    case .closed(let path):
      waiting[path] = Waiting(file: nil, due: now + Self.closedInterval, isFinishedThen: true)
    case .appeared(let path):
      waiting[path] = waiting[path] ?? Waiting(file: nil, due: now + Self.interval, isFinishedThen: false)
    case .folder(let path):
      waiting[path] = Waiting(file: nil, due: now, isFinishedThen: false)
    case .everything:
      break
    }
  }

  /// The paths whose time has come to be looked at.
  func due(at now: ContinuousClock.Instant) -> [FilePath] {
    let settled = waiting.filter { $0.value.due <= now }.keys
    let tried = retries.filter { $0.value.due <= now && waiting[$0.key] == nil }.keys
    return (Array(settled) + tried).sorted()
  }

  /// The files of a look that are finished and were not given out before in this version.
  ///
  /// - Parameter looked: the paths that were looked at; `nil` for all. What was expected there and is not
  ///   among `files` is forgotten.
  mutating func ready(
    among files: [FolderScan.File], looked: [FilePath]? = nil, at now: Moment
  ) -> [FolderScan.File] {
    let expected = waiting
    if let looked {
      for path in looked { waiting[path] = nil }
      let found = Set(files.map(\.path))
      for path in looked where !found.contains(path) { forget(path) }
    } else {
      let found = Set(files.map(\.path))
      // An event that came after the look told of a path the look could not see.
      waiting = waiting.filter { !found.contains($0.key) && $0.value.due > now.instant }
      given = given.filter { found.contains($0.key) }
      retries = retries.filter { found.contains($0.key) }
    }
    var ready: [FolderScan.File] = []
    for file in files {
      let isRetried = retries[file.path].map { $0.due <= now.instant } ?? false
      if given[file.path] == file, !isRetried { continue }
      if isRetried || isFinished(file, expected[file.path], now) {
        given[file.path] = file
        ready.append(file)
      } else {
        waiting[file.path] = stillWaiting(file, expected[file.path], now)
      }
    }
    return ready
  }

  /// Takes a file back that turned out to be still written: it is looked at again after the usual time.
  mutating func takeBack(_ path: FilePath, at now: ContinuousClock.Instant) {
    given[path] = nil
    waiting[path] = Waiting(file: nil, due: now + Self.interval, isFinishedThen: false)
  }

  /// Plans another try of a file that could not be read or stored, each after twice the time of the one before.
  mutating func retry(_ path: FilePath, at now: ContinuousClock.Instant) {
    let tries = (retries[path]?.tries ?? 0) + 1
    let wait = min(Self.longestBackoff, .seconds(1 << min(tries, 16)))
    retries[path] = Retry(tries: tries, due: now + wait)
  }

  /// Forgets a file that was dealt with.
  mutating func forget(_ path: FilePath) {
    given[path] = nil
    retries[path] = nil
  }

  /// Forgets the waits before the next tries.
  mutating func retryAll(at now: ContinuousClock.Instant) {
    for path in retries.keys { retries[path]?.due = now }
  }

  private func isFinished(_ file: FolderScan.File, _ expected: Waiting?, _ now: Moment) -> Bool {
    if !enabled || file.special != nil { return true }
    if let expected {
      if expected.isFinishedThen { return expected.due <= now.instant }
      if expected.file == file { return expected.due <= now.instant }
    }
    // A change time in the future says nothing about when the file was changed.
    return now.wallTime - file.changedAt >= 2_000_000_000
  }

  private func stillWaiting(_ file: FolderScan.File, _ expected: Waiting?, _ now: Moment) -> Waiting {
    if let expected, expected.isFinishedThen || expected.file == file {
      return Waiting(file: file, due: expected.due, isFinishedThen: expected.isFinishedThen)
    }
    return Waiting(file: file, due: now.instant + Self.interval, isFinishedThen: false)
  }
}
