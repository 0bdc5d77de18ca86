import Foundation
import TestSupport

/// What must be true of an archive whatever died meanwhile: no dropped file is lost or there twice, each processed
/// one has its article, and the database and its indexes are sound.
struct ArchiveChecker {
  let archive: ProgramArchive
  let dropped: DroppedFiles

  /// Problems after something died, before anything is mended. The database is looked at in a copy, so that the
  /// program itself has to recover it.
  func problemsAfterFault() async throws -> [String] {
    let places = places()
    var problems = problems(of: places)
    guard let addresses = try await addressesInCopy() else {
      return problems + (places.done.isEmpty ? [] : ["files were put away without a database"])
    }
    problems += addressProblems(addresses, places: places)
    return problems
  }

  /// Problems of an archive on which a run has finished its work: besides the others, files that still wait, rows
  /// that do not agree, and a second run that finds something to do.
  func problemsWhenFinished() async throws -> [String] {
    let places = places()
    var problems = problems(of: places)
    problems += places.inbox.map { "still in the inbox: \($0.prefix(40))" }
    problems += dropped.poison.subtracting(places.failed).map { "not quarantined: \($0)" }
    let addresses = try await archive.sqlite("SELECT url FROM articles").lines
    problems += addressProblems(addresses, places: places)
    if Set(addresses) != Set(dropped.articles.values) {
      problems.append("\(addresses.count) articles for \(dropped.articles.count) files that are some")
    }
    let unsettled = try await archive.sqlite(
      "SELECT count(*) FROM files WHERE state IN ('reading', 'stored', 'retry')"
    ).lines
    if unsettled != ["0"] { problems.append("\(unsettled) files of the ledger are not settled") }
    let unsound = try await archive.problems()
    if !unsound.isEmpty { problems.append(unsound) }
    return try await problems + problemsOfSecondRun()
  }

  private func problemsOfSecondRun() async throws -> [String] {
    let before = try await state()
    let again = try await archive.dossier("ingest", "--format", "json")
    let nothing =
      #"{"version":1,"files":0,"added":0,"replaced":0,"unchanged":0,"failed":0,"postponed":0}"# + "\n"
    var problems: [String] = []
    if again.status != 0 || again.output != nothing {
      problems.append("a second run ended with \(again.status): \(again.output)\(again.errors)")
    }
    if try await state() != before { problems.append("a second run changed the archive") }
    return problems
  }

  /// Everything that a run which has nothing to do must leave as it is.
  private func state() async throws -> [String] {
    try await archive.sqlite(
      """
      SELECT id, url, sha256, revision, updated_at FROM articles ORDER BY id;
      SELECT path, state, attempts, last_change FROM files ORDER BY id;
      SELECT count(*) FROM mentions; SELECT count(*) FROM runs;
      """
    ).lines + ["inbox", "done", "failed"].flatMap { archive.folder.files(in: "archive/" + $0) }
  }

  /// The contents of the files in each place.
  private struct Places {
    var inbox: [String] = []
    var done: [String] = []
    var failed: [String] = []
    var unreported: [String] = []
  }

  private func places() -> Places {
    var places = Places()
    places.inbox = contents("inbox").values.sorted()
    places.done = contents("done").values.sorted()
    let failed = contents("failed")
    for (name, text) in failed.sorted(by: { $0.key < $1.key }) where !name.hasSuffix(".error.json") {
      places.failed.append(text)
      if failed[name + ".error.json"] == nil { places.unreported.append(name) }
    }
    return places
  }

  /// Texts by name, drafts left out.
  private func contents(_ folder: String) -> [String: String] {
    let folder = archive.path + "/" + folder
    var contents: [String: String] = [:]
    for name in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? [] {
      let isDraft = name.split(separator: "/").last?.hasPrefix(".") ?? true
      guard !isDraft, let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
      contents[name] = String(decoding: data, as: UTF8.self)
    }
    return contents
  }

  private func problems(of places: Places) -> [String] {
    var times: [String: Int] = [:]
    for text in places.inbox + places.done + places.failed { times[text, default: 0] += 1 }
    var problems = places.unreported.map { "quarantined without a report: \($0)" }
    for text in Array(dropped.articles.keys) + dropped.poison where times[text] != 1 {
      problems.append("in \(times[text] ?? 0) places: \(text.prefix(60))")
    }
    if times.count != dropped.count { problems.append("\(times.count) files of \(dropped.count)") }
    problems += places.done.filter(dropped.poison.contains).map { "taken for an article: \($0)" }
    problems += places.failed.filter { dropped.articles[$0] != nil }.map {
      "quarantined though it is an article: \($0.prefix(60))"
    }
    return problems
  }

  private func addressProblems(_ addresses: [String], places: Places) -> [String] {
    let stored = Set(addresses)
    var problems: [String] = []
    if stored.count != addresses.count { problems.append("an article is stored twice") }
    let strangers = stored.subtracting(dropped.articles.values)
    if !strangers.isEmpty { problems.append("never dropped: \(strangers)") }
    let missing = Set(places.done.compactMap { dropped.articles[$0] }).subtracting(stored)
    if !missing.isEmpty { problems.append("put away but not stored: \(missing.sorted())") }
    return problems
  }

  /// The addresses in a copy of the database; `nil` when there is none, or none with tables yet.
  private func addressesInCopy() async throws -> [String]? {
    let scratch = try TemporaryFolder()
    let files = FileManager.default
    for suffix in ["", "-wal"] where files.fileExists(atPath: archive.database + suffix) {
      try files.copyItem(atPath: archive.database + suffix, toPath: scratch.path("copy.db" + suffix))
    }
    guard files.fileExists(atPath: scratch.path("copy.db")), let shell = Program.installed("sqlite3") else {
      return nil
    }
    let result = try await Program.run(shell, [scratch.path("copy.db"), "SELECT url FROM articles"])
    return result.status == 0 ? result.lines : nil
  }
}
