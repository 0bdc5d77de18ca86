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

    /// Whether all of it was kept.
    var isWhole: Bool { size == bytes.count }
  }

  /// What a reader has at the moment.
  enum Reading {
    case line(Line)
    /// Nothing came in the time given; more may.
    case pause
    /// The last file ended.
    case end
  }

  /// The longest line that is kept, in bytes, unless another is given: an article of the largest size with all that
  /// JSON writes of it.
  static let longest = 1 << 28

  /// Files that could not be read to their end, with the reason.
  package private(set) var unreadable: [(path: FilePath, error: IngestError)] = []

  private let longest: Int
  private var files: [FilePath]
  private var file = FilePath("")
  private var descriptor: Int32 = -1
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  private var filled = 0
  private var position = 0
  private var number = 0
  /// What was read of the line that has not ended.
  private var open = Line(place: FilePath(""), file: FilePath(""), bytes: [], size: 0)

  /// Reads files in the order given; `-` is standard input.
  package init(_ files: [FilePath]) {
    self.init(files, longest: Self.longest)
  }

  init(_ files: [FilePath], longest: Int) {
    self.files = files.reversed()
    self.longest = longest
  }

  /// The next line that is not blank; `nil` at the end of the last file.
  mutating func next() -> Line? {
    if case .line(let line) = read(patience: -1) { line } else { nil }
  }

  /// The next line that is not blank, as soon as it is there.
  ///
  /// - Parameter patience: how long to wait for each piece of it, in milliseconds; -1: for ever.
  mutating func read(patience: Int32) -> Reading {
    while descriptor >= 0 || openNext() {
      reading: while true {
        switch readOfFile(patience) {
        case .line(let line) where line.isWhole && !line.bytes.contains(where: { $0 > 0x20 }): continue
        case .end: break reading
        case let reading: return reading
        }
      }
      if descriptor != STDIN_FILENO { close(descriptor) }
      descriptor = -1
    }
    return .end
  }

  /// The next lines as paths, at most `limit`; none at the end of the last file.
  package mutating func next(_ limit: Int) -> [FilePath] {
    var paths: [FilePath] = []
    while paths.count < limit, let line = next() { paths.append(FilePath(bytes: line.bytes)) }
    return paths
  }

  /// Opens the next file that can be opened.
  private mutating func openNext() -> Bool {
    while let next = files.popLast() {
      number = 0
      file = next
      if next == FilePath("-") {
        file = FilePath("stdin")
        descriptor = STDIN_FILENO
        return true
      }
      // Not to wait in here for the writer of a FIFO.
      descriptor = next.withCString { Glibc.open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
      var info = stat()
      if descriptor >= 0, fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFDIR {
        close(descriptor)
        descriptor = -1
        unreadable.append((next, .notARegularFile(kind: "folder")))
        continue
      }
      if descriptor >= 0 { return true }
      unreadable.append((next, errno == ENOENT ? .notThere : .system(call: "open", errno: errno)))
    }
    return false
  }

  private mutating func readOfFile(_ patience: Int32) -> Reading {
    while true {
      if position == filled {
        let filling = fill(patience)
        if filling == .pause { return .pause }
        // Perhaps there is a last line without its end.
        if filling == .end { return open.size == 0 ? .end : .line(ended()) }
      }
      let end = buffer[position..<filled].firstIndex(of: UInt8(ascii: "\n"))
      let part = buffer[position..<(end ?? filled)]
      open.size += part.count
      if open.size <= longest { open.bytes += part } else { open.bytes = [] }
      position = (end ?? filled - 1) + 1
      if end != nil { return .line(ended()) }
    }
  }

  /// The open line, which has ended.
  private mutating func ended() -> Line {
    number += 1
    open.file = file
    open.place = FilePath(bytes: file.bytes + Array(":\(number)".utf8))
    defer { open = Line(place: file, file: file, bytes: [], size: 0) }
    return open
  }

  private enum Filling { case filled, pause, end }

  /// Reads what is there into the empty buffer.
  private mutating func fill(_ patience: Int32) -> Filling {
    position = 0
    filled = 0
    while true {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&request, 1, patience)
      if ready == 0 || ready < 0 && errno == EINTR && patience >= 0 { return .pause }
      if ready < 0, errno == EINTR { continue }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count >= 0 {
        filled = count
        return count > 0 ? .filled : .end
      }
      if errno == EINTR || errno == EAGAIN { continue }
      unreadable.append((file, .system(call: "read", errno: errno)))
      return .end
    }
  }
}
