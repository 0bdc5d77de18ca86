package import ArticleStore
package import Articles
import Glibc

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
    for path in [archive.inbox, archive.done, archive.failed].map({ FilePath($0) }) {
      if path.exists, !path.isFolder { throw FileMoveError("mkdir", path, errno: ENOTDIR) }
      _ = try makeFolder(path)
    }
    try sync()
  }

  /// Moves a file of the inbox to `done/YYYY/MM/DD/`, keeping its subfolder.
  ///
  /// - Parameter identity: which file was read; another one that took its name meanwhile stays.
  package mutating func archive(
    _ file: FilePath, identity: FileIdentity?, on day: Timestamp
  ) throws(FileMoveError) {
    let date = String(day.iso8601.prefix(10).map { $0 == "-" ? "/" : $0 })
    let wanted = FilePath(archive.done).appending(date).appending(inboxSubpath(of: file).bytes)
    let folder = try makeFolder(wanted.directory)
    for name in FileNames(wanted.name) {
      if try move(file, identity: identity, to: folder.appending(name)) { return }
    }
  }

  /// Deletes a file of the inbox, unless another one took its name since it was read.
  package mutating func delete(_ file: FilePath, identity: FileIdentity?) throws(FileMoveError) {
    guard let identity, FileIdentity(at: file) == identity else { return }
    if file.withCString({ unlink($0) }) != 0, errno != ENOENT { throw FileMoveError("unlink", file) }
    changed.insert(file.directory)
  }

  /// Moves a file of the inbox to `failed/YYYY-MM-DD/` with `NAME.error.json` beside it.
  ///
  /// The report comes first: a file in `failed/` without its reason cannot be, whenever the process dies.
  package mutating func quarantine(
    _ file: FilePath, identity: FileIdentity?, on day: Timestamp, report: (_ movedTo: FilePath) -> String
  ) throws(FileMoveError) {
    let date = String(day.iso8601.prefix(10))
    let wanted = FilePath(archive.failed).appending(date).appending(inboxSubpath(of: file).bytes)
    let folder = try makeFolder(wanted.directory)
    for name in FileNames(wanted.name, reserved: FailedFile.reportNameExtra) {
      let target = folder.appending(name)
      let reportPath = FailedFile.reportPath(of: target)
      // A report without its file was left by a process that died between the two; a file that merely has the
      // name of a report has a report of its own.
      if target.exists || FailedFile.reportPath(of: reportPath).exists { continue }
      try write(report(target), to: reportPath)
      if try move(file, identity: identity, to: target) {
        if !target.exists { reportPath.withCString { _ = unlink($0) } }
        return
      }
    }
  }

  /// Moves a quarantined file back into the inbox and takes its report away.
  package mutating func restore(_ failed: FailedFile) throws(FileMoveError) {
    let wanted = FilePath(archive.inbox).appending(failed.subpath.bytes)
    let folder = try makeFolder(wanted.directory)
    for name in FileNames(wanted.name) {
      if try move(failed.file, identity: nil, to: folder.appending(name)) { break }
    }
    if failed.report.withCString({ unlink($0) }) != 0, errno != ENOENT {
      throw FileMoveError("unlink", failed.report)
    }
    changed.insert(failed.report.directory)
    try sync()
  }

  /// Waits until all moves so far survive a power loss.
  package mutating func sync() throws(FileMoveError) {
    for folder in changed.sorted() {
      do throws(FileMoveError) {
        try WholeFile.syncFolder(folder)
      } catch {
        // A folder that was taken away has no entries to keep.
        guard error.errno == ENOENT else { throw error }
      }
    }
    changed = []
  }

  private func inboxSubpath(of file: FilePath) -> FilePath {
    file.relative(to: FilePath(archive.inbox)) ?? FilePath(bytes: file.name)
  }

  /// - Returns: false when the target's name is taken; true when there is nothing more to move.
  private mutating func move(
    _ file: FilePath, identity: FileIdentity?, to target: FilePath
  ) throws(FileMoveError) -> Bool {
    if let identity, FileIdentity(at: file) != identity { return true }
    guard try FileMove.move(file, to: target) else { return false }
    changed.formUnion([file.directory, target.directory])
    if let identity, target.exists, FileIdentity(at: target) != identity, !FileMove.isCopy(target, identity) {
      // Another file took the name between the look and the move: it has not been read yet.
      for name in FileNames(file.name) {
        if try FileMove.move(target, to: file.directory.appending(name)) { break }
      }
    }
    return true
  }

  /// Makes a folder and those above it where they are missing.
  ///
  /// - Returns: the folder, by another name where a file has its name.
  private mutating func makeFolder(_ folder: FilePath) throws(FileMoveError) -> FilePath {
    for name in FileNames(folder.name) {
      let candidate = folder.directory.appending(name)
      if candidate.withCString({ mkdir($0, 0o755) }) == 0 {
        changed.insert(candidate.directory)
        return candidate
      }
      switch errno {
      case EEXIST:
        if candidate.isFolder { return candidate }
      // A folder in which nothing can be made (of /proc) says ENOENT, too.
      case ENOENT where !folder.directory.isFolder, ENOTDIR where !folder.directory.isFolder:
        if folder.directory == folder { throw FileMoveError("mkdir", candidate) }
        let parent = try makeFolder(folder.directory)
        return try makeFolder(parent.appending(folder.name))
      default:
        throw FileMoveError("mkdir", candidate)
      }
    }
    return folder
  }

  /// Writes a small file whole or not at all.
  private mutating func write(_ text: String, to path: FilePath) throws(FileMoveError) {
    try WholeFile.write(text, to: path, durably: true)
    changed.insert(path.directory)
  }
}
