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
      try folders.archive(FilePath(file), identity: nil, on: day)
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
      try folders.quarantine(FilePath(file), identity: nil, on: day) { _ in "report" }
    }
    #expect(
      folder.files(in: "failed/2024-11-19")
        == ["a.1", "a.1.error.json", "a.error.json", "a.error.json.error.json"])
    #expect(
      try String(contentsOfFile: folder.path("failed/2024-11-19/a.error.json"), encoding: .utf8) == "dropped")
  }

  /// Its article is stored; that somebody took the file away meanwhile is no trouble.
  @Test func aMissingFileIsNoError() throws {
    var folders = ArchiveFolders(ArchiveDirectory(path: folder.url.path))
    try folders.create()
    try folders.archive(FilePath(folder.path("inbox/none")), identity: nil, on: day)
    #expect(folder.files(in: "done") == [])
  }

  /// A file that took the place of the one that was read has not been read: it must stay.
  @Test func anotherFileOfTheSameNameStays() throws {
    var folders = ArchiveFolders(ArchiveDirectory(path: folder.url.path))
    try folders.create()
    let path = FilePath(try folder.write("read", to: "inbox/a"))
    let identity = try FileReader.read(path).identity
    let other = try folder.write("other text", to: "b")
    try FileManager.default.removeItem(atPath: folder.path("inbox/a"))
    try FileManager.default.moveItem(atPath: other, toPath: folder.path("inbox/a"))
    try folders.archive(path, identity: identity, on: day)
    try folders.delete(path, identity: identity)
    #expect(folder.files(in: "inbox") == ["a"])
    #expect(folder.files(in: "done") == [])
  }

  @Test func aQuarantinedFileGoesBack() throws {
    let directory = ArchiveDirectory(path: folder.url.path)
    var folders = ArchiveFolders(directory)
    try folders.create()
    let file = try folder.write("poison", to: "inbox/sub/a")
    try folders.quarantine(FilePath(file), identity: nil, on: day) { _ in "report" }
    let failed = FailedFile.all(in: directory)
    #expect(failed.map(\.subpath.display) == ["sub/a"])
    for name in ["a", "sub/a", "inbox/sub/a", "failed/2024-11-19/sub/a"] {
      #expect(failed.first?.isNamed(FilePath(name), in: directory) == true, "\(name)")
    }
    for file in failed { try folders.restore(file) }
    #expect(folder.files(in: "inbox") == ["sub/a"])
    #expect(folder.files(in: "failed") == [])
  }

  /// A process that died between the report and the move leaves a report without its file.
  @Test func aReportWithoutItsFileIsUsedAgain() throws {
    var folders = ArchiveFolders(ArchiveDirectory(path: folder.url.path))
    try folders.create()
    try folder.write("report", to: "failed/2024-11-19/a.error.json")
    let file = try folder.write("poison", to: "inbox/a")
    try folders.quarantine(FilePath(file), identity: nil, on: day) { _ in "report" }
    #expect(folder.files(in: "failed/2024-11-19") == ["a", "a.error.json"])
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
