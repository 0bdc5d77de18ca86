import ArticleStore
import Articles
import Glibc

/// Lines that could not be loaded, set aside as they are, but for those that were too long to be kept:
/// `failed/YYYY-MM-DD/NAME.rejected`, ready to be mended and loaded again.
struct RejectedLines {
  private let archive: ArchiveDirectory

  init(_ archive: ArchiveDirectory) {
    self.archive = archive
  }

  /// Adds lines durably, those of a file to one of its name.
  func append(_ lines: [LineReader.Line], on day: Timestamp) throws(FileMoveError) {
    let lines = lines.filter(\.isWhole)
    if lines.isEmpty { return }
    let folder = FilePath(archive.failed).appending(String(day.iso8601.prefix(10)))
    if folder.withCString({ mkdir($0, 0o755) }) != 0, errno != EEXIST { throw FileMoveError("mkdir", folder) }
    for file in Set(lines.map(\.file)).sorted() {
      let bytes = lines.filter { $0.file == file }.flatMap { $0.bytes + [UInt8(ascii: "\n")] }
      try WholeFile.append(bytes, to: folder.appending(file.name + ".rejected".utf8))
    }
    try WholeFile.syncFolder(folder)
    try WholeFile.syncFolder(FilePath(archive.failed))
  }
}
