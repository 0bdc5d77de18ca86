import Glibc

/// Lines of files one after the other, in constant memory.
package struct LineReader {
  /// One line, without its end.
  struct Line: Sendable {
    /// The file it is of, and its number there, 1-based: `articles.jsonl:17`.
    var place: FilePath
    var file: FilePath
    var bytes: [UInt8]
    /// How long it is; more than `bytes` where it was too long to be kept.
    var size: Int
  }

  /// The longest line that is kept, in bytes: an article of the largest size, every byte of it a mention.
  static let longest = 1 << 28

  /// Files that could not be read to their end, with the reason.
  package private(set) var unreadable: [(path: FilePath, error: IngestError)] = []

  private var files: [FilePath]
  private var file = FilePath("")
  private var descriptor: Int32 = -1
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  private var filled = 0
  private var position = 0
  private var number = 0

  /// Reads files in the order given; `-` is standard input.
  package init(_ files: [FilePath]) {
    self.files = files.reversed()
  }

  /// The next line that is not blank; `nil` at the end of the last file.
  mutating func next() -> Line? {
    while descriptor >= 0 || open() {
      while let line = nextOfFile() {
        if line.size > line.bytes.count || line.bytes.contains(where: { $0 > 0x20 }) { return line }
      }
      if descriptor != STDIN_FILENO { close(descriptor) }
      descriptor = -1
    }
    return nil
  }

  /// The next lines as paths, at most `limit`; none at the end of the last file.
  package mutating func next(_ limit: Int) -> [FilePath] {
    var paths: [FilePath] = []
    while paths.count < limit, let line = next() { paths.append(FilePath(bytes: line.bytes)) }
    return paths
  }

  /// Opens the next file that can be opened.
  private mutating func open() -> Bool {
    while let next = files.popLast() {
      number = 0
      file = next
      if next == FilePath("-") {
        file = FilePath("stdin")
        descriptor = STDIN_FILENO
        return true
      }
      descriptor = next.withCString { Glibc.open($0, O_RDONLY | O_CLOEXEC) }
      if descriptor >= 0 { return true }
      unreadable.append((next, errno == ENOENT ? .notThere : .system(call: "open", errno: errno)))
    }
    return false
  }

  private mutating func nextOfFile() -> Line? {
    var line = Line(place: file, file: file, bytes: [], size: 0)
    while true {
      if position == filled, !fill() {
        // A last line without its end.
        if line.size == 0 { return nil }
        break
      }
      let end = buffer[position..<filled].firstIndex(of: UInt8(ascii: "\n"))
      let part = buffer[position..<(end ?? filled)]
      line.size += part.count
      if line.size <= Self.longest { line.bytes += part } else { line.bytes = [] }
      position = (end ?? filled - 1) + 1
      if end != nil { break }
    }
    number += 1
    line.place = FilePath(bytes: file.bytes + Array(":\(number)".utf8))
    return line
  }

  private mutating func fill() -> Bool {
    position = 0
    filled = 0
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count >= 0 {
        filled = count
        return count > 0
      }
      if errno == EINTR { continue }
      unreadable.append((file, .system(call: "read", errno: errno)))
      return false
    }
  }
}
