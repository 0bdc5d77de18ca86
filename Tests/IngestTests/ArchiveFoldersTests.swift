import ArticleStore
import Articles
import Foundation
import TestSupport
import Testing

@testable import Ingest

@Suite struct ArchiveFoldersTests {
  private let folder: TemporaryFolder
  private let day = Timestamp(secondsSince1970: 1_732_000_000)

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func nothingIsEverReplaced() throws {
    var folders = ArchiveFolders(ArchiveDirectory(path: folder.url.path))
    try folders.create()
    for text in ["1", "2", "3"] {
      let file = try folder.write(text, to: "inbox/a.txt")
      try folders.archive(FilePath(file), on: day)
    }
    try folders.sync()
    let names = folder.files(in: "done/2024/11/19")
    #expect(names == ["a.txt", "a.txt.1", "a.txt.2"])
    #expect(
      try names.map { try String(contentsOfFile: folder.path("done/2024/11/19/" + $0), encoding: .utf8) }
        == ["1", "2", "3"])
  }

  /// A dropped file may bear the name that another one's report would get.
  @Test func aReportReplacesNoFile() throws {
    var folders = ArchiveFolders(ArchiveDirectory(path: folder.url.path))
    try folders.create()
    for (name, text) in [("a.error.json", "dropped"), ("a", "poison")] {
      let file = try folder.write(text, to: "inbox/" + name)
      try folders.quarantine(FilePath(file), on: day) { _ in "report" }
    }
    #expect(
      folder.files(in: "failed/2024-11-19")
        == ["a.1", "a.1.error.json", "a.error.json", "a.error.json.error.json"])
    #expect(
      try String(contentsOfFile: folder.path("failed/2024-11-19/a.error.json"), encoding: .utf8) == "dropped")
  }

  @Test func aMissingFileIsAnError() throws {
    var folders = ArchiveFolders(ArchiveDirectory(path: folder.url.path))
    try folders.create()
    let error = #expect(throws: FileMoveError.self) {
      try folders.archive(FilePath(folder.path("inbox/none")), on: day)
    }
    #expect(error?.errno == ENOENT)
  }

  @Test func theLockIsHeldByOne() throws {
    let directory = ArchiveDirectory(path: folder.url.path)
    do {
      let first = try ArchiveLock.take(directory)
      let isTaken = first != nil
      #expect(isTaken)
      let second = try ArchiveLock.take(directory)
      let isRefused = second == nil
      #expect(isRefused)
      _ = consume first
    }
    let again = try ArchiveLock.take(directory)
    let isFree = again != nil
    #expect(isFree)
  }
}
