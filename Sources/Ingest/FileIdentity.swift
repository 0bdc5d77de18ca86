import Glibc

/// Which file a path leads to and in which version: two equal values mean the same bytes, as far as the file
/// system tells.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt
  private let inode: UInt
  private let size: Int
  private let modifiedAt: Int64

  init(_ status: stat) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    size = Int(status.st_size)
    modifiedAt = status.st_mtim.nanoseconds
  }

  /// Whether both lie on the same file system.
  func isOnSameDevice(as other: FileIdentity) -> Bool { device == other.device }

  /// What is at a path now; `nil` when nothing is.
  init?(at path: FilePath) {
    var info = stat()
    guard path.withCString({ lstat($0, &info) }) == 0 else { return nil }
    self.init(info)
  }
}

extension timespec {
  /// The time in nanoseconds.
  var nanoseconds: Int64 { Int64(tv_sec) * 1_000_000_000 + Int64(tv_nsec) }
}
