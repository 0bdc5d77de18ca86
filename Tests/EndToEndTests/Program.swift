import Foundation
import TestSupport

/// A program run to its end.
struct Finished: Sendable {
  /// What it exited with; the signal's number when a signal ended it.
  var status: Int32
  var output: String
  var errors: String

  /// The lines of the output.
  var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: true).map(String.init) }
}

/// The programs under test, as a user has them.
enum Program {
  /// The folder of the built programs: that of the tests themselves.
  private static let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// The checkout.
  static let checkout: URL = {
    var folder = URL(filePath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder
  }()

  /// The program: the one beside the tests, or the release build that `make test-faults` names.
  static let dossier =
    ProcessInfo.processInfo.environment["DOSSIER_PROGRAM"] ?? folder.appending(path: "dossier").path

  /// The invented articles that come with the program.
  static let examples = checkout.appending(path: "Examples").path

  /// The loadable extension that scripts/build-extension makes; `nil` where it was not run.
  static let han: String? = {
    let path = checkout.appending(path: ".build/han.so").path
    return FileManager.default.isReadableFile(atPath: path) ? path : nil
  }()

  /// A program of the system; `nil` where it is not installed.
  static func installed(_ name: String) -> String? {
    ["/usr/bin/", "/bin/", "/usr/local/bin/", "/usr/sbin/", "/sbin/"].map { $0 + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Whether the stock shell can open an archive with full-text search.
  static let hasShell = han != nil && installed("sqlite3") != nil

  /// Runs a program to its end, with nothing of the tester's own settings.
  ///
  /// Results go to files, not to pipes, so that programs run at the same time cannot hold each other's open.
  static func run(
    _ program: String, _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) async throws -> Finished {
    let scratch = try TemporaryFolder()
    let environment = ["PATH": "/usr/bin:/bin", "HOME": scratch.url.path, "LC_ALL": "C.UTF-8"]
      .merging(han.map { ["DOSSIER_HAN": $0] } ?? [:]) { $1 }.merging(environment) { $1 }
    let process = try ChildProcess(
      program, arguments, environment: environment, input: scratch.write(input, to: "input"),
      output: scratch.path("output"), errors: scratch.path("errors"))
    while process.result == nil { try await Task.sleep(for: .milliseconds(2)) }
    return Finished(
      status: process.result ?? -1,
      output: String(decoding: try Data(contentsOf: URL(filePath: scratch.path("output"))), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: URL(filePath: scratch.path("errors"))), as: UTF8.self))
  }
}

/// An archive that the program itself makes and fills, in a folder of a test's own.
struct ProgramArchive: Sendable {
  let folder: TemporaryFolder

  /// No archive yet.
  init() throws {
    folder = try TemporaryFolder()
  }

  /// An archive of the examples.
  static func ofExamples() async throws -> ProgramArchive {
    let archive = try ProgramArchive()
    let ingest = try await archive.dossier("ingest", Program.examples, "--quiet")
    guard ingest.status == 0 else { throw CocoaError(.fileReadUnknown, userInfo: ["errors": ingest.errors]) }
    return archive
  }

  var path: String { folder.path("archive") }
  var database: String { path + "/dossier.db" }

  /// Runs a command on the archive.
  func dossier(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) async throws -> Finished {
    try await Program.run(
      Program.dossier, arguments, input: input,
      environment: ["DOSSIER_ARCHIVE": path].merging(environment) { $1 })
  }

  /// Runs a line of the shell, in which `dossier` is the program.
  func shell(_ line: String, environment: [String: String] = [:]) async throws -> Finished {
    try await Program.run(
      "/bin/sh", ["-c", "dossier() { \"$DOSSIER_PROGRAM\" \"$@\"; }; " + line],
      environment: ["DOSSIER_ARCHIVE": path, "DOSSIER_PROGRAM": Program.dossier].merging(environment) { $1 })
  }

  /// Runs statements in the stock sqlite3 shell with the extension loaded, as any user may.
  func sqlite(_ sql: String) async throws -> Finished {
    try await Program.run(
      Program.installed("sqlite3") ?? "sqlite3",
      ["-bail", "-cmd", ".load '\(Program.han ?? "")'", database, sql])
  }

  /// Problems that SQLite's own checks find, the full-text indexes against their content among them.
  func problems() async throws -> String {
    let check = try await sqlite(
      """
      PRAGMA integrity_check; PRAGMA foreign_key_check;
      INSERT INTO articles_fts(articles_fts, rank) VALUES ('integrity-check', 1);
      INSERT INTO people_fts(people_fts, rank) VALUES ('integrity-check', 1);
      INSERT INTO countries_fts(countries_fts, rank) VALUES ('integrity-check', 1);
      """)
    return check.status == 0 && check.output == "ok\n" ? check.errors : check.output + check.errors
  }
}
