package import Foundation

/// The real articles and annotations that lie beside the checkout and are no part of it. Tests over them are
/// skipped, saying so, where they are missing.
package enum Corpus {
  /// The folder `shared` beside the checkout; `nil` where there is none.
  package static let shared: URL? = {
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    let shared = folder.appending(path: "shared", directoryHint: .isDirectory)
    return FileManager.default.fileExists(atPath: shared.path) ? shared : nil
  }()

  /// A file or folder inside ``shared``; `nil` where it is missing.
  package static func item(_ path: String) -> URL? {
    guard let url = shared?.appending(path: path), FileManager.default.fileExists(atPath: url.path) else {
      return nil
    }
    return url
  }
}
