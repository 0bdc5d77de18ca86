import Foundation
import TestSupport
import Testing

@testable import Ingest

@Suite struct FolderScanTests {
  @Test func findsFilesInSubfoldersInOrder() throws {
    let folder = try TemporaryFolder()
    for name in ["b/2.txt", "a.txt", "b/1.txt", "b/.hidden", "c/d/e/f.md"] { try folder.write("x", to: name) }
    var scan = FolderScan()
    scan.add(FilePath(folder.url.path))
    let root = FilePath(folder.url.path)
    #expect(
      scan.files.compactMap { $0.path.relative(to: root)?.display } == [
        "a.txt", "b/1.txt", "b/2.txt", "c/d/e/f.md",
      ])
    #expect(scan.unreadable.isEmpty)
  }

  @Test func aNamedFileIsTakenWhateverItsName() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("x", to: ".hidden.tmp")
    var scan = FolderScan()
    scan.add(FilePath(path))
    #expect(scan.files.count == 1)
  }

  @Test func aNamedLinkIsFollowed() throws {
    let folder = try TemporaryFolder()
    let target = try folder.write("x", to: "target.txt")
    try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: target)
    var scan = FolderScan()
    scan.add(FilePath(folder.path("link")))
    #expect(scan.files.map { ($0.path.name) } == [Array("target.txt".utf8)])
  }

  @Test func whatIsNotThereIsSaid() {
    var scan = FolderScan()
    scan.add(FilePath("/nowhere/at/all"))
    #expect(scan.unreadable.map(\.error) == [.notThere])
  }

  @Test(arguments: [
    ("a.txt", false), (".a", true), ("a~", true), ("a.tmp", true), ("a.tmp.txt", false), ("a.swp", true),
    ("a.part", true), ("tmp", false),
  ])
  func knowsFilesInTheMaking(name: String, ignored: Bool) {
    #expect(FolderScan.isIgnored(Array(name.utf8)) == ignored)
  }
}

@Suite struct FilePathTests {
  @Test func takesPathsApart() {
    #expect(FilePath("/a/b").directory == FilePath("/a"))
    #expect(FilePath("/a").directory == FilePath("/"))
    #expect(FilePath("a").directory == FilePath("."))
    #expect(FilePath("/a/b.txt").name == Array("b.txt".utf8))
    #expect(FilePath("/a/").appending("b") == FilePath("/a/b"))
    #expect(FilePath("/a/b/c").relative(to: FilePath("/a")) == FilePath("b/c"))
    #expect(FilePath("/ab/c").relative(to: FilePath("/a")) == nil)
  }

  @Test func showsBytesThatAreNoText() {
    #expect(FilePath(bytes: [0x61, 0xFF]).display == "a\u{FFFD}")
  }
}
