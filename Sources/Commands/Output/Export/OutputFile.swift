import ArgumentParser
import Glibc
import Ingest

/// A file that a command makes, or standard output. A file has another name until it is whole, and never takes the place
/// of one that is there.
struct OutputFile {
  private var buffer: OutputBuffer
  private let draft: Draft?

  /// - Parameters:
  ///   - path: where; `nil` for standard output.
  ///   - folder: the folder it lies in, where that is made for it.
  /// - Throws: ``CommandError`` when it is there already or cannot be made.
  init(path: String?, in folder: NewFolder? = nil) throws(CommandError) {
    draft = if let path { try Draft(of: path, in: folder) } else { nil }
    buffer = OutputBuffer(descriptor: draft?.descriptor ?? STDOUT_FILENO)
  }

  mutating func append(_ text: String) {
    buffer.append(text)
  }

  /// - Throws: ``CommandError`` when something could not be written. A reader who has seen enough (`| head`) gets no
  ///   message.
  func check() throws {
    guard let failure = buffer.failure else { return }
    if draft == nil, failure == EPIPE { throw ExitCode.success }
    throw Draft.failure(draft?.target ?? "the result", failure)
  }

  /// Writes the rest out.
  mutating func flush() throws {
    buffer.flush()
    try check()
  }

  /// Writes the rest out; a file then has its name.
  mutating func finish() throws {
    try flush()
    try draft?.finish()
  }
}

/// A file that is being written: hidden beside what it becomes, and gone with this value when it never does.
private final class Draft {
  let target: String
  let descriptor: Int32
  private let path: FilePath
  private let folder: NewFolder?
  private var isFinished = false

  init(of target: String, in folder: NewFolder?) throws(CommandError) {
    var info = stat()
    if lstat(target, &info) == 0 { throw Self.taken(target) }
    self.target = target
    self.folder = folder
    let name = String(UInt64.random(in: .min ... .max), radix: 36)
    path = FilePath(target).directory.appending(".dossier-\(name).part")
    descriptor = path.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644) }
    if descriptor < 0 {
      isFinished = true
      throw Self.failure(target, errno)
    }
  }

  func finish() throws(CommandError) {
    if close(descriptor) != 0 { throw Self.failure(target, errno) }
    do throws(FileMoveError) {
      try FileMove.rename(path, to: FilePath(target))
      isFinished = true
    } catch {
      throw error.errno == EEXIST ? Self.taken(target) : Self.failure(target, error.errno)
    }
  }

  deinit {
    if !isFinished { _ = path.withCString { unlink($0) } }
  }

  static func taken(_ path: String) -> CommandError {
    CommandError(
      status: .usage,
      description: said(
        "\(path) is there already: name another, or remove it", "\(path) 已经存在：换个名字，或先移走"))
  }

  static func failure(_ path: String, _ code: Int32) -> CommandError {
    CommandError(
      status: code == EACCES || code == EPERM ? .permission : .ioError,
      description: said(
        "\(path) could not be written: \(String(cString: strerror(code)))",
        "\(path) 无法写入：\(String(cString: strerror(code)))"))
  }
}

/// A folder that a command makes, gone with this value unless it is finished.
final class NewFolder {
  private let path: String
  private var isFinished = false

  /// - Throws: ``CommandError`` when it is there already or cannot be made.
  init(_ path: String) throws(CommandError) {
    self.path = path
    if mkdir(path, 0o755) == 0 { return }
    isFinished = true
    throw errno == EEXIST ? Draft.taken(path) : Draft.failure(path, errno)
  }

  func finish() { isFinished = true }

  deinit {
    // Of what others put there meanwhile nothing is lost.
    if !isFinished { rmdir(path) }
  }
}
