import Foundation
import TestSupport
import Testing

@testable import Commands

/// Files that a command makes: whole or not there, and never in the place of another.
@Suite struct OutputFileTests {
  @Test func replacesNothingThatCameMeanwhile() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("x.jsonl")
    var file = try OutputFile(path: path)
    file.append("ours")
    try folder.write("theirs", to: "x.jsonl")
    let error = #expect(throws: CommandError.self) { try file.finish() }
    #expect(error?.status == .usage && error?.description.contains("is there already") == true)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "theirs")
  }

  @Test func draftsGoWithTheirFile() throws {
    let folder = try TemporaryFolder()
    do {
      var file = try OutputFile(path: folder.path("x.jsonl"))
      file.append("half")
      try file.flush()
      #expect(folder.files(in: "").count == 1)
    }
    #expect(folder.files(in: "").isEmpty)
    do {
      let made = try NewFolder(folder.path("tables"))
      var file = try OutputFile(path: folder.path("tables/a.csv"), in: made)
      try file.flush()
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("tables")))
    try folder.write("theirs", to: "taken/a.txt")
    #expect(throws: CommandError.self) { try NewFolder(folder.path("taken")) }
    #expect(folder.files(in: "taken") == ["a.txt"])
  }

  @Test func aFinishedFileStays() throws {
    let folder = try TemporaryFolder()
    do {
      let made = try NewFolder(folder.path("tables"))
      var file = try OutputFile(path: folder.path("tables/a.csv"), in: made)
      file.append("a")
      try file.finish()
      made.finish()
    }
    #expect(folder.files(in: "tables") == ["a.csv"])
  }
}
