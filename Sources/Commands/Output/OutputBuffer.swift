import Glibc

/// Bytes on their way to a file descriptor. The first write that fails ends it: what comes after is dropped, and
/// ``failure`` tells why, so that a result that could not be written in full is never taken for one.
struct OutputBuffer {
  /// Bytes that are worth a system call.
  private static let size = 1 << 16

  let descriptor: Int32
  /// Whether other processes write to the same file or pipe: what is flushed, whole lines, then comes out in one piece.
  var isShared = false
  /// The `errno` of the write that failed.
  private(set) var failure: Int32?
  private var bytes: [UInt8] = []

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Adds a line.
  mutating func append(line: String) {
    append(line + "\n")
  }

  /// Adds a text, and writes when there is enough.
  mutating func append(_ text: String) {
    bytes += text.utf8
    if bytes.count >= Self.size { flush() }
  }

  /// Writes what has not been written.
  mutating func flush() {
    if bytes.isEmpty { return }
    // A pipe takes no more than 4096 bytes in one piece. Where there are no locks, one write must do.
    let isLocked = isShared && lock(F_WRLCK)
    defer { if isLocked { _ = lock(F_UNLCK) } }
    var rest = bytes[...]
    while !rest.isEmpty, failure == nil {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        failure = errno
      }
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Takes or gives back the lock of the file behind the descriptor; it goes with the process, and children of one
  /// parent that share the descriptor do not share it.
  private func lock(_ kind: Int32) -> Bool {
    var region = flock()
    region.l_type = Int16(kind)
    region.l_whence = Int16(SEEK_SET)
    while fcntl(descriptor, F_SETLKW, &region) != 0 {
      if errno != EINTR { return false }
    }
    return true
  }
}
