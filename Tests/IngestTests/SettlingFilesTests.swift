import Testing

@testable import Ingest

@Suite struct SettlingFilesTests {
  private let path = FilePath("/inbox/a")
  private let start = SettlingFiles.Moment(instant: .now, wallTime: 1_732_000_000_000_000_000)

  private func moment(after duration: Duration) -> SettlingFiles.Moment {
    let (seconds, attoseconds) = duration.components
    return SettlingFiles.Moment(
      instant: start.instant + duration,
      wallTime: start.wallTime + seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }

  /// A file that was changed `age` before the start.
  private func file(_ size: Int, age: Duration) -> FolderScan.File {
    FolderScan.File(path: path, size: size, changedAt: moment(after: .zero - age).wallTime)
  }

  @Test func whatWasLeftAloneIsReady() {
    var settling = SettlingFiles(enabled: true)
    #expect(settling.ready(among: [file(5, age: .seconds(60))], at: start).count == 1)
    #expect(settling.nextSettled == nil)
  }

  @Test func whatChangedJustNowMustStayEqual() {
    var settling = SettlingFiles(enabled: true)
    // A change time in the future keeps its age from deciding.
    let first = file(5, age: .seconds(-60))
    #expect(settling.ready(among: [first], at: start).isEmpty)
    #expect(settling.nextSettled == start.instant + .seconds(2))
    let grown = file(9, age: .seconds(-60))
    #expect(settling.ready(among: [grown], at: moment(after: .seconds(2))).isEmpty)
    #expect(settling.ready(among: [grown], at: moment(after: .seconds(3))).isEmpty)
    #expect(settling.ready(among: [grown], at: moment(after: .seconds(4))) == [grown])
    #expect(settling.nextSettled == nil)
  }

  @Test func aFileIsGivenOutOnceAVersion() {
    var settling = SettlingFiles(enabled: true)
    let old = file(5, age: .seconds(60))
    #expect(settling.ready(among: [old], at: start) == [old])
    #expect(settling.ready(among: [old], at: start).isEmpty)
    #expect(settling.ready(among: [file(6, age: .seconds(30))], at: start).count == 1)
  }

  @Test func withoutWaitingEverythingIsReady() {
    var settling = SettlingFiles(enabled: false)
    #expect(settling.ready(among: [file(5, age: .zero)], at: start).count == 1)
  }

  @Test func whatWasRenamedInIsReadyAtOnce() {
    var settling = SettlingFiles(enabled: true)
    settling.note(.movedIn(path), at: start.instant)
    #expect(settling.due(at: start.instant) == [path])
    #expect(settling.ready(among: [file(5, age: .zero)], looked: [path], at: start).count == 1)
  }

  @Test func whatWasClosedIsReadyAQuarterOfASecondAfterTheLastTime() {
    var settling = SettlingFiles(enabled: true)
    settling.note(.closed(path), at: start.instant)
    settling.note(.closed(path), at: moment(after: .milliseconds(200)).instant)
    #expect(settling.due(at: moment(after: .milliseconds(300)).instant).isEmpty)
    let later = moment(after: .milliseconds(450))
    #expect(settling.due(at: later.instant) == [path])
    #expect(settling.ready(among: [file(5, age: .zero)], looked: [path], at: later).count == 1)
  }

  /// A scan between the event and its time must not forget the event.
  @Test func aScanKeepsWhatEventsToldOf() {
    var settling = SettlingFiles(enabled: true)
    settling.note(.closed(path), at: start.instant)
    #expect(settling.ready(among: [file(5, age: .zero)], at: start).isEmpty)
    let later = moment(after: .milliseconds(260))
    #expect(settling.ready(among: [file(5, age: .zero)], looked: [path], at: later).count == 1)
  }

  /// A file that appears by a second name of another (a hard link) is never closed.
  @Test func whatAppearedMustBeLeftAlone() {
    var settling = SettlingFiles(enabled: true)
    settling.note(.appeared(path), at: start.instant)
    #expect(settling.due(at: start.instant).isEmpty)
    let later = moment(after: .seconds(2))
    #expect(settling.due(at: later.instant) == [path])
    let seen = file(5, age: .zero)
    #expect(settling.ready(among: [seen], looked: settling.due(at: later.instant), at: later) == [seen])
  }

  @Test func triesComeLessAndLessOften() {
    var settling = SettlingFiles(enabled: true)
    let old = file(5, age: .seconds(60))
    var now = start
    #expect(settling.ready(among: [old], at: now) == [old])
    var waits: [Duration] = []
    for _ in 0..<12 {
      settling.retry(path, at: now.instant)
      guard let next = settling.nextRetry else { break }
      #expect(settling.ready(among: [old], at: now).isEmpty)
      waits.append(next - now.instant)
      now = moment(after: next - start.instant)
      #expect(settling.due(at: now.instant) == [path])
      #expect(settling.ready(among: [old], looked: [path], at: now) == [old])
    }
    #expect(waits.prefix(4) == [.seconds(2), .seconds(4), .seconds(8), .seconds(16)])
    #expect(waits.last == .seconds(300))
    settling.forget(path)
    #expect(settling.nextRetry == nil)
  }

  @Test func aFileTakenBackComesAgain() {
    var settling = SettlingFiles(enabled: true)
    let old = file(5, age: .seconds(60))
    #expect(settling.ready(among: [old], at: start) == [old])
    settling.takeBack(path, at: start.instant)
    #expect(settling.due(at: start.instant).isEmpty)
    let later = moment(after: .seconds(2))
    #expect(settling.ready(among: [old], looked: settling.due(at: later.instant), at: later) == [old])
  }
}
