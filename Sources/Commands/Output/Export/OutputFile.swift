import ArgumentParser
import Glibc

/// A file that a command makes, or standard output. A file has another name until it is whole.
struct OutputFile {
  private var buffer: OutputBuffer
  private let path: String?

  /// - Parameter path: where; `nil` for standard output.
  /// - Throws: ``CommandError`` when it is there already or cannot be made.
  init(path: String?) throws(CommandError) {
    self.path = path
    guard let path else {
      buffer = OutputBuffer(descriptor: STDOUT_FILENO)
      return
    }
    if access(path, F_OK) == 0 {
      throw CommandError(
        status: .usage,
        description: said(
          "\(path) is there already: name another, or remove it",
          "\(path) 已经存在：换个名字，或先移走"))
    }
    let descriptor = open(Self.draft(path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw Self.failure(path, errno) }
    buffer = OutputBuffer(descriptor: descriptor)
  }

  mutating func append(_ text: String) {
    buffer.append(text)
  }

  /// - Throws: ``CommandError`` when something could not be written. A reader who has seen enough (`| head`) gets no
  ///   message.
  func check() throws {
    guard let failure = buffer.failure else { return }
    if path == nil, failure == EPIPE { throw ExitCode.success }
    throw Self.failure(path ?? "the result", failure)
  }

  /// Writes the rest out; a file then has its name.
  mutating func finish() throws {
    buffer.flush()
    try check()
    guard let path else { return }
    if close(buffer.descriptor) != 0 || rename(Self.draft(path), path) != 0 {
      throw Self.failure(path, errno)
    }
  }

  private static func draft(_ path: String) -> String { path + ".part" }

  private static func failure(_ path: String, _ code: Int32) -> CommandError {
    CommandError(
      status: code == EACCES || code == EPERM ? .permission : .ioError,
      description: said(
        "\(path) could not be written: \(String(cString: strerror(code)))",
        "\(path) 无法写入：\(String(cString: strerror(code)))"))
  }
}
