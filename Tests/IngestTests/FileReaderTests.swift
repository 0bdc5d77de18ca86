import Foundation
import Glibc
import TestSupport
import Testing

@testable import Ingest

@Suite struct FileReaderTests {
  @Test func readsWholeFiles() throws {
    let folder = try TemporaryFolder()
    let data = Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    let path = try folder.write(data, to: "a")
    #expect(try FileReader.read(FilePath(path)).bytes == Array(data))
    #expect(try FileReader.read(FilePath(folder.write("", to: "empty"))).bytes == [])
  }

  @Test func refusesWhatIsNoFile() throws {
    let folder = try TemporaryFolder()
    #expect(throws: IngestError.notARegularFile(kind: "folder")) {
      try FileReader.read(FilePath(folder.url.path))
    }
    let pipe = folder.path("pipe")
    #expect(mkfifo(pipe, 0o644) == 0)
    #expect(throws: IngestError.notARegularFile(kind: "FIFO")) { try FileReader.read(FilePath(pipe)) }
    let target = try folder.write("x", to: "target")
    try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: target)
    #expect(throws: IngestError.system(call: "open", errno: ELOOP)) {
      try FileReader.read(FilePath(folder.path("link")))
    }
  }

  @Test func refusesWhatIsTooLarge() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("12345", to: "a")
    #expect(try FileReader.read(FilePath(path), limit: 5).bytes.count == 5)
    #expect(throws: IngestError.tooLarge(bytes: 5, limit: 4)) {
      try FileReader.read(FilePath(path), limit: 4)
    }
  }

  /// However long ago a writer wrote last: as long as it has the file open, more may come.
  @Test func refusesWhatSomebodyHasOpenForWriting() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("half", to: "a")
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    #expect(throws: IngestError.beingWritten) { try FileReader.read(FilePath(path)) }
    _ = OpenFiles.alone { close(descriptor) }
    #expect(try FileReader.read(FilePath(path)).bytes.count == 4)
  }

  @Test func whatMayPassIsTransient() {
    #expect(IngestError.system(call: "open", errno: EACCES).isTransient)
    #expect(IngestError.system(call: "read", errno: EIO).isTransient)
    #expect(IngestError.beingWritten.isTransient)
    #expect(!IngestError.tooLarge(bytes: 2, limit: 1).isTransient)
    #expect(!IngestError.notARegularFile(kind: "FIFO").isTransient)
  }
}
