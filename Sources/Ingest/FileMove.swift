import CLinux
import Glibc

/// A system call on the archive's own folders that failed.
package struct FileMoveError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The call, the path it was about, and why it failed.
  package let call: String
  package let path: FilePath
  package let errno: Int32

  /// - Parameter errno: the reason; what the last call left where it is not given.
  init(_ call: String, _ path: FilePath, errno: Int32 = Glibc.errno) {
    self.call = call
    self.path = path
    self.errno = errno
  }

  package var description: String {
    "\(path.display): \(call): \(String(cString: strerror(errno)))"
  }

  /// Whether the disk or the process is at fault, so that no other file fares better.
  var concernsEveryFile: Bool {
    [ENOSPC, EDQUOT, EROFS, EIO, EMFILE, ENFILE, ENOMEM].contains(errno)
  }
}

/// Moves a file without ever replacing another, also to another file system.
package enum FileMove {
  /// - Returns: false when the target's name is taken; true when the file was moved, or was not there any more.
  static func move(_ file: FilePath, to target: FilePath) throws(FileMoveError) -> Bool {
    do throws(FileMoveError) {
      try rename(file, to: target)
      return true
    } catch {
      switch error.errno {
      case EEXIST: return false
      case ENOENT where !file.exists: return true
      case EXDEV: return try copy(file, to: target)
      default: throw error
      }
    }
  }

  /// Gives a file another name in its file system.
  ///
  /// - Throws: ``FileMoveError``; with `EEXIST` when the name is taken.
  package static func rename(_ file: FilePath, to target: FilePath) throws(FileMoveError) {
    let isRenamed =
      file.withCString { from in target.withCString { dossier_rename_noreplace(from, $0) } } == 0
    if isRenamed { return }
    guard errno == EINVAL else { throw FileMoveError("rename", file) }
    // A file system that does not know RENAME_NOREPLACE: a second name is never given over a taken one either.
    guard file.withCString({ from in target.withCString { link(from, $0) } }) == 0 else {
      throw FileMoveError("link", file)
    }
    guard file.withCString({ unlink($0) }) == 0 else { throw FileMoveError("unlink", file) }
  }

  /// Copies a file to another file system under a draft's name, durably, gives the copy its name and only then
  /// takes the original away. A copy that a process which died in between left behind is recognised.
  private static func copy(_ file: FilePath, to target: FilePath) throws(FileMoveError) -> Bool {
    let bytes = try contents(of: file)
    if target.exists {
      guard (try? contents(of: target)) == bytes else { return false }
    } else {
      try WholeFile.write(bytes, to: target, durably: true)
      try WholeFile.syncFolder(target.directory)
    }
    guard file.withCString({ unlink($0) }) == 0 else { throw FileMoveError("unlink", file) }
    return true
  }

  private static func contents(of file: FilePath) throws(FileMoveError) -> [UInt8] {
    do throws(IngestError) {
      return try FileReader.read(file, limit: .max).bytes
    } catch {
      throw FileMoveError("copy", file, errno: error.systemReason ?? EIO)
    }
  }

  /// Whether a file is on another file system than the one that was read: then it is a copy of what was read.
  static func isCopy(_ path: FilePath, _ identity: FileIdentity) -> Bool {
    FileIdentity(at: path).map { !$0.isOnSameDevice(as: identity) } ?? false
  }
}

/// Writes files so that a reader sees them whole or not at all.
enum WholeFile {
  /// What the name of a draft has more than the file's own.
  static let draftExtra = "." + draftSuffix
  private static let draftSuffix = ".tmp"

  /// - Parameter durably: whether the bytes survive a power loss once this returns.
  static func write(_ text: String, to path: FilePath, durably: Bool) throws(FileMoveError) {
    try write(Array(text.utf8), to: path, durably: durably)
  }

  /// - Parameter durably: whether the bytes survive a power loss once this returns.
  static func write(_ bytes: [UInt8], to path: FilePath, durably: Bool) throws(FileMoveError) {
    let draft = path.directory.appending(Array(".".utf8) + path.name + draftSuffix.utf8)
    try write(bytes, to: draft, flags: O_TRUNC, durably: durably)
    guard draft.withCString({ from in path.withCString { rename(from, $0) } }) == 0 else {
      throw FileMoveError("rename", draft)
    }
  }

  /// Adds bytes to a file, made where it is missing; durably.
  static func append(_ bytes: [UInt8], to path: FilePath) throws(FileMoveError) {
    try write(bytes, to: path, flags: O_APPEND, durably: true)
  }

  private static func write(
    _ bytes: [UInt8], to path: FilePath, flags: Int32, durably: Bool
  ) throws(FileMoveError) {
    let descriptor = path.withCString { open($0, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o644) }
    guard descriptor >= 0 else { throw FileMoveError("open", path) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileMoveError("write", path) }
      rest = rest.dropFirst(count)
    }
    if durably, fsync(descriptor) != 0 { throw FileMoveError("fsync", path) }
  }

  static func syncFolder(_ folder: FilePath) throws(FileMoveError) {
    let descriptor = folder.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw FileMoveError("open", folder) }
    defer { close(descriptor) }
    // Some file systems have no durable folders and say so; there is nothing to wait for then.
    if fsync(descriptor) != 0, errno != EINVAL { throw FileMoveError("fsync", folder) }
  }
}
