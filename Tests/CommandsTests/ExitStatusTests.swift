import ArgumentParser
import ArticleSearch
import ArticleStore
import Glibc
import Testing

@testable import Commands
@testable import Ingest

/// Which status an error ends a command with (sysexits).
@Suite struct ExitStatusTests {
  @Test(
    arguments: [
      (ArticleStoreError.noArchive(path: "x"), 78), (.notAnArchive(path: "x"), 78),
      (.newerSchema(path: "x"), 78),
      (.olderSchema(path: "x"), 78), (.otherTokenizer(path: "x"), 78), (.busy(path: "x"), 75),
      (.diskFull(path: "x"), 75),
      (.permission(path: "x", detail: "y"), 77), (.database(path: "x", detail: "y"), 74),
    ] as [(ArticleStoreError, Int32)])
  func store(_ error: ArticleStoreError, _ status: Int32) {
    #expect(ExitStatus(of: error).rawValue == status)
  }

  @Test(
    arguments: [
      (EACCES, 77), (EPERM, 77), (ENOSPC, 75), (EDQUOT, 75), (EMFILE, 75), (EROFS, 75), (EIO, 74),
    ] as [(Int32, Int32)])
  func moves(_ code: Int32, _ status: Int32) {
    let error = FileMoveError("rename", FilePath("x"), errno: code)
    #expect(ExitStatus(of: error).rawValue == status)
  }

  @Test func others() {
    #expect(ExitStatus(of: ArticleSearchError.unknownCountry("x")) == .usage)
    #expect(ExitStatus(of: CommandError(status: .configuration, description: "x")) == .configuration)
    #expect(ExitStatus(of: CancellationError()) == .ioError)
    #expect(ExitStatus.nothingFound.exitCode == ExitCode(1))
  }

  @Test func workThatFailsEndsWithItsStatus() async throws {
    #expect(try await reportingErrors { 7 } == 7)
    await #expect(throws: ExitCode(64)) {
      try await reportingErrors { throw ArticleSearchError.unknownCountry("测试") }
    }
    await #expect(throws: ExitCode(1)) {
      try await reportingErrors { throw ExitStatus.nothingFound.exitCode }
    }
    await #expect(throws: ValidationError.self) { try await reportingErrors { throw ValidationError("x") } }
  }
}
