import ArticleStore
import BenchmarkSupport
import Foundation

/// The first articles of a corpus as files on disk, a thousand a folder; kept from run to run.
struct ArticleFolder {
  let size: Int
  let url: URL
  /// Bytes of all files.
  let bytes: Int

  /// Writes the files where they are missing.
  init(_ corpus: BenchmarkCorpus, size: Int, in folder: URL) throws {
    self.size = size
    url = folder.appending(path: "files-\(size)")
    let note = folder.appending(path: "files-\(size).bytes")
    if let text = try? String(contentsOf: note, encoding: .utf8), let known = Int(text) {
      bytes = known
      return
    }
    var bytes = 0
    for index in 0..<size {
      let file = try corpus.file(at: index)
      let path = url.appending(path: Self.path(index))
      if index % 1000 == 0 {
        try FileManager.default.createDirectory(
          at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      }
      try file.write(to: path)
      bytes += file.count
    }
    self.bytes = bytes
    try String(bytes).write(to: note, atomically: true, encoding: .utf8)
  }

  private static func path(_ index: Int) -> String {
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return "\(digits(index / 1000, 4))/\(digits(index, 7)).txt"
  }

  /// An empty archive in a folder, whatever was there before.
  static func makeArchive(_ name: String, in folder: URL) throws -> ArchiveDirectory {
    let url = folder.appending(path: name)
    try? FileManager.default.removeItem(at: url)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let directory = ArchiveDirectory(path: url.path)
    _ = try ArticleStore.open(directory, access: .readWrite)
    return directory
  }
}
