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

  /// A name may be as long as the file system takes, a report's name is longer still, and a taken one gets a number.
  @Test(arguments: ["a", "标"])
  func longNames(_ character: String) throws {
    var folders = ArchiveFolders(ArchiveDirectory(path: folder.url.path))
    try folders.create()
    let name = String(repeating: character, count: 255 / character.utf8.count)
    for text in ["1", "2"] {
      try folders.archive(FilePath(try folder.write(text, to: "inbox/" + name)), identity: nil, on: day)
      try folders.quarantine(FilePath(try folder.write(text, to: "inbox/" + name)), identity: nil, on: day) {
        _ in
        "report"
      }
    }
    #expect(folder.files(in: "inbox") == [])
    #expect(folder.files(in: "done/2024/11/19").count == 2)
    let failed = FailedFile.all(in: ArchiveDirectory(path: folder.url.path))
    #expect(failed.count == 2 && failed.allSatisfy { name.hasPrefix($0.file.name.prefix(150).text) })
  }

  /// A folder may be dropped that has the name of a file dropped earlier.
  @Test func aFolderWithTheNameOfAFile() throws {
    var folders = ArchiveFolders(ArchiveDirectory(path: folder.url.path))
    try folders.create()
    try folders.archive(FilePath(try folder.write("1", to: "inbox/a")), identity: nil, on: day)
    try FileManager.default.createDirectory(atPath: folder.path("inbox/a"), withIntermediateDirectories: true)
    try folders.archive(FilePath(try folder.write("2", to: "inbox/a/b/c")), identity: nil, on: day)
    #expect(folder.files(in: "done/2024/11/19") == ["a", "a.1/b/c"])
  }

  /// Then a file is copied, and goes only when its copy is there.
  @Test(.enabled(if: FileManager.default.isWritableFile(atPath: "/dev/shm"), "needs a second file system"))
  func anotherFileSystem() throws {
    let other = "/dev/shm/dossier-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: other) }
    try FileManager.default.createSymbolicLink(atPath: folder.path("done"), withDestinationPath: other)
    var folders = ArchiveFolders(ArchiveDirectory(path: folder.url.path))
    try folders.create()
    for text in ["1", "2"] {
      let path = FilePath(try folder.write(text, to: "inbox/a"))
      try folders.archive(path, identity: FileReader.read(path).identity, on: day)
    }
    try folders.sync()
    #expect(folder.files(in: "inbox") == [])
    let day = other + "/2024/11/19"
    #expect(try String(contentsOfFile: day + "/a", encoding: .utf8) == "1")
    #expect(try String(contentsOfFile: day + "/a.1", encoding: .utf8) == "2")
    #expect(try FileManager.default.contentsOfDirectory(atPath: day).count == 2)
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

extension Sequence<UInt8> {
  fileprivate var text: String { String(decoding: Array(self), as: UTF8.self) }
}
