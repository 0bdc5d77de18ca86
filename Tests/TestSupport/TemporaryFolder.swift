package import Foundation

/// A folder of a test's own, removed when the test lets go of it.
package final class TemporaryFolder: Sendable {
  /// Where it is.
  package let url: URL

  /// An empty folder.
  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "dossier-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// The path of something inside.
  package func path(_ name: String) -> String { url.appending(path: name).path }

  /// Writes a file, making the folders it lies in.
  ///
  /// - Returns: its path.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  /// Writes a file, making the folders it lies in.
  ///
  /// - Returns: its path.
  @discardableResult
  package func write(_ data: Data, to name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try OpenFiles.alone { try data.write(to: file) }
    return file.path
  }

  /// Copies the files below a folder of somebody's. FileManager would give them the owner and group of the originals,
  /// which is refused to most accounts.
  package func copy(_ folder: String, to name: String) throws {
    for path in FileManager.default.subpaths(atPath: folder) ?? [] {
      guard let text = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
      try write(text, to: name + "/" + path)
    }
  }

  /// Names of the files below a folder of it, relative to that folder, sorted.
  package func files(in name: String) -> [String] {
    let folder = url.appending(path: name)
    let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
    return paths.filter { path in
      var isDirectory: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: folder.appending(path: path).path, isDirectory: &isDirectory)
      return exists && !isDirectory.boolValue
    }.sorted()
  }
}
