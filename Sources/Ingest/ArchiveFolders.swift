package import ArticleStore
package import Articles
import CLinux
import Glibc

/// A system call on the archive's own folders that failed.
package struct FileMoveError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The call, the path it was about, and why it failed.
  package let call: String
  package let path: FilePath
  package let errno: Int32

  package var description: String {
    "\(path.display): \(call): \(String(cString: strerror(errno)))"
  }
}

/// Puts files away: stored ones to `done/`, others to `failed/` with their reason.
///
/// Nothing is ever replaced: a taken name gets a suffix (`a.txt`, `a.txt.1` …). ``sync()`` makes the moves durable.
package struct ArchiveFolders {
  private let archive: ArchiveDirectory
  /// Folders whose entries changed since the last ``sync()``.
  private var changed: Set<FilePath> = []

  /// The folders of an archive, which need not exist yet.
  package init(_ archive: ArchiveDirectory) {
    self.archive = archive
  }

  /// Makes the archive's directory and its folders where they are missing.
  package mutating func create() throws(FileMoveError) {
    for path in [archive.inbox, archive.done, archive.failed] { try makeFolder(FilePath(path)) }
    try sync()
  }

  /// Moves a file of the inbox to `done/YYYY/MM/DD/`, keeping its subfolder.
  package mutating func archive(_ file: FilePath, on day: Timestamp) throws(FileMoveError) {
    let date = String(day.iso8601.prefix(10).map { $0 == "-" ? "/" : $0 })
    _ = try move(file, to: FilePath(archive.done).appending(date))
  }

  /// Moves a file of the inbox to `failed/YYYY-MM-DD/` and writes `NAME.error.json` beside it.
  package mutating func quarantine(
    _ file: FilePath, on day: Timestamp, report: (_ movedTo: FilePath) -> String
  ) throws(FileMoveError) {
    let folder = FilePath(archive.failed).appending(String(day.iso8601.prefix(10)))
    let target = try move(file, to: folder, companion: Self.reportSuffix)
    try write(report(target), to: FilePath(bytes: target.bytes + Self.reportSuffix.utf8))
  }

  private static let reportSuffix = ".error.json"

  /// Waits until all moves so far survive a power loss.
  package mutating func sync() throws(FileMoveError) {
    for folder in changed.sorted() {
      let descriptor = folder.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
      guard descriptor >= 0 else { throw FileMoveError(call: "open", path: folder, errno: errno) }
      let status = fsync(descriptor)
      let reason = errno
      close(descriptor)
      // Some file systems have no durable folders and say so; there is nothing to wait for then.
      if status != 0, reason != EINVAL { throw FileMoveError(call: "fsync", path: folder, errno: reason) }
    }
    changed = []
  }

  /// - Parameter companion: the suffix of a file that will be written beside the target, whose name must be
  ///   free as well.
  /// - Returns: where the file went.
  private mutating func move(
    _ file: FilePath, to folder: FilePath, companion: String? = nil
  ) throws(FileMoveError) -> FilePath {
    let subpath = file.relative(to: FilePath(archive.inbox)) ?? FilePath(bytes: file.name)
    let wanted = folder.appending(subpath.bytes)
    try makeFolder(wanted.directory)
    var target = wanted
    var suffix = 0
    while true {
      let companionTaken = companion.map { FilePath(bytes: target.bytes + $0.utf8).exists } ?? false
      if !companionTaken {
        if file.withCString({ from in target.withCString { dossier_rename_noreplace(from, $0) } }) == 0 {
          break
        }
        guard errno == EEXIST else { throw FileMoveError(call: "rename", path: file, errno: errno) }
      }
      suffix += 1
      target = FilePath(bytes: wanted.bytes + ".\(suffix)".utf8)
    }
    changed.formUnion([file.directory, target.directory])
    return target
  }

  private mutating func makeFolder(_ folder: FilePath) throws(FileMoveError) {
    if folder.withCString({ mkdir($0, 0o755) }) == 0 {
      changed.insert(folder.directory)
      return
    }
    switch errno {
    case EEXIST:
      return
    case ENOENT where folder.directory != folder:
      try makeFolder(folder.directory)
      try makeFolder(folder)
    default:
      throw FileMoveError(call: "mkdir", path: folder, errno: errno)
    }
  }

  /// Writes a small file whole or not at all.
  private mutating func write(_ text: String, to path: FilePath) throws(FileMoveError) {
    let draft = path.directory.appending(Array(".".utf8) + path.name + ".tmp".utf8)
    let descriptor = draft.withCString { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }
    guard descriptor >= 0 else { throw FileMoveError(call: "open", path: draft, errno: errno) }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileMoveError(call: "write", path: draft, errno: errno) }
      rest = rest.dropFirst(count)
    }
    guard fsync(descriptor) == 0 else { throw FileMoveError(call: "fsync", path: draft, errno: errno) }
    guard draft.withCString({ from in path.withCString { rename(from, $0) } }) == 0 else {
      throw FileMoveError(call: "rename", path: draft, errno: errno)
    }
    changed.insert(path.directory)
  }
}
