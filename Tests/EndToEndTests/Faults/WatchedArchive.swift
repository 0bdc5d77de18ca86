import Foundation
import Glibc
import TestSupport

/// An archive that a daemon serves.
struct WatchedArchive {
  let archive: ProgramArchive
  let daemon: RunningProgram

  /// Starts a daemon and waits until it watches.
  init(_ archive: ProgramArchive? = nil) async throws {
    let archive = try archive ?? ProgramArchive()
    let daemon = try RunningProgram(archive, "watch")
    self.archive = archive
    self.daemon = daemon
    try await Eventually.holds("the daemon watches") {
      daemon.errors.contains("watching") || !daemon.isRunning
    }
  }

  /// Moves a file into the inbox by rename.
  func drop(_ text: String, as name: String) throws {
    let draft = try archive.folder.write(text, to: "drafts/" + name)
    try FileManager.default.moveItem(atPath: draft, toPath: archive.path + "/inbox/" + name)
  }

  /// Waits until the archive holds so many articles and nothing waits in the inbox.
  func holds(_ articles: Int) async throws {
    try await Eventually.holds("there are \(articles) articles", every: .milliseconds(200)) {
      let rows = try await archive.sqlite("SELECT count(*) FROM articles").lines
      return rows == ["\(articles)"] && archive.folder.files(in: "archive/inbox").isEmpty
    }
  }

  /// Stops the daemon as a service manager does.
  ///
  /// - Returns: its exit status.
  func stop() async throws -> Int32 {
    daemon.send(SIGTERM)
    return try await daemon.end()
  }
}
