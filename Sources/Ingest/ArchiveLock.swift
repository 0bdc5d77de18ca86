package import ArticleStore
import Foundation
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
      throw FileMoveError("open", FilePath(archive.lock))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      close(descriptor)
      if reason == EWOULDBLOCK { return nil }
      throw FileMoveError("flock", FilePath(archive.lock), errno: reason)
    }
    return ArchiveLock(descriptor: descriptor)
  }

  /// The process that holds the archive's lock now; `nil` when none does, or none that this user may see.
  package static func holder(_ archive: ArchiveDirectory) -> Int? {
    var info = stat()
    guard stat(archive.lock, &info) == 0,
      let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
    else { return nil }
    // 1: FLOCK  ADVISORY  WRITE 4711 fe:00:12345 0 EOF
    let inode = String(info.st_ino)
    for line in locks.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 5, words[1] == "FLOCK",
        words[5].split(separator: ":").last.map(String.init) == inode
      else { continue }
      return Int(words[4])
    }
    return nil
  }

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }
}
