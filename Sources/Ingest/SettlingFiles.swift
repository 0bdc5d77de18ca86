import Glibc

/// Tells which files are finished: a run without event history takes a file whose last change is at least
/// 2 s old, and any other only after two scans at least 2 s apart found it unchanged.
struct SettlingFiles {
  /// How long a file must have been left alone.
  static let interval = Duration.seconds(2)

  private let enabled: Bool
  private var waiting: [FilePath: FolderScan.File] = [:]
  /// Files given out before: one that is still there could not be moved or stored and is for a later run.
  private var given: Set<FilePath> = []

  /// - Parameter enabled: when false, every file is ready at once.
  init(enabled: Bool) {
    self.enabled = enabled
  }

  /// Whether some files must be looked at again after ``interval``.
  var isWaiting: Bool { !waiting.isEmpty }
  /// How many those are.
  var count: Int { waiting.count }

  /// The files of a scan that are finished and were not given out before.
  mutating func ready(among files: [FolderScan.File]) -> [FolderScan.File] {
    let now = Self.now()
    var stillWaiting: [FilePath: FolderScan.File] = [:]
    var ready: [FolderScan.File] = []
    for file in files where !given.contains(file.path) {
      // A change time in the future says nothing about when the file was changed.
      let age = now - file.changedAt
      if !enabled || file.special != nil || age >= 2_000_000_000 || waiting[file.path] == file {
        ready.append(file)
      } else {
        stillWaiting[file.path] = file
      }
    }
    waiting = stillWaiting
    given.formUnion(ready.map(\.path))
    return ready
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
