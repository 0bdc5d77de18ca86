import Glibc

/// Bytes on their way to a file descriptor. The first write that fails ends it: what comes after is dropped, and
/// ``failure`` tells why, so that a result that could not be written in full is never taken for one.
struct OutputBuffer {
  /// Bytes that are worth a system call.
  private static let size = 1 << 16

  let descriptor: Int32
  /// The `errno` of the write that failed.
  private(set) var failure: Int32?
  private var bytes: [UInt8] = []

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Adds a line, and writes when there is enough.
  mutating func append(line: String) {
    bytes += line.utf8
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count >= Self.size { flush() }
  }

  /// Writes what has not been written.
  mutating func flush() {
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
}
