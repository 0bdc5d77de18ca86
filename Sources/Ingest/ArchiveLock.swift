package import ArticleStore
import Glibc

/// The one lock that every process that ingests holds: a kernel lock, which ends with the process however it
/// ends, so that none is ever stale.
package struct ArchiveLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the archive's lock.
  ///
  /// - Returns: `nil` when another process holds it.
  package static func take(_ archive: ArchiveDirectory) throws(FileMoveError) -> ArchiveLock? {
    let descriptor = open(archive.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw FileMoveError(call: "open", path: FilePath(archive.lock), errno: errno)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      close(descriptor)
      if reason == EWOULDBLOCK { return nil }
      throw FileMoveError(call: "flock", path: FilePath(archive.lock), errno: reason)
    }
    return ArchiveLock(descriptor: descriptor)
  }

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }
}
