import Glibc
import Testing

@testable import Ingest

@Suite struct SettlingFilesTests {
  private func file(_ size: Int, age seconds: Int64) -> FolderScan.File {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return FolderScan.File(
      path: FilePath("/inbox/a"), size: size, changedAt: (Int64(time.tv_sec) - seconds) * 1_000_000_000)
  }

  @Test func whatWasLeftAloneIsReady() {
    var settling = SettlingFiles(enabled: true)
    #expect(settling.ready(among: [file(5, age: 60)]).count == 1)
    #expect(!settling.isWaiting)
  }

  @Test func whatChangedJustNowMustStayEqual() {
    var settling = SettlingFiles(enabled: true)
    let first = file(5, age: 0)
    #expect(settling.ready(among: [first]).isEmpty)
    #expect(settling.isWaiting)
    var grown = first
    grown.size = 9
    #expect(settling.ready(among: [grown]).isEmpty)
    #expect(settling.ready(among: [grown]) == [grown])
    #expect(!settling.isWaiting)
  }

  @Test func aFileIsGivenOutOnce() {
    var settling = SettlingFiles(enabled: true)
    let old = file(5, age: 60)
    #expect(settling.ready(among: [old]) == [old])
    #expect(settling.ready(among: [old]).isEmpty)
    #expect(!settling.isWaiting)
  }

  @Test func withoutWaitingEverythingIsReady() {
    var settling = SettlingFiles(enabled: false)
    #expect(settling.ready(among: [file(5, age: 0)]).count == 1)
  }
}
