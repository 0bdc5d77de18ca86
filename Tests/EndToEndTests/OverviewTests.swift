import Foundation
import TestSupport
import Testing

/// `dossier` alone, and the examples that the commands' own help gives.
@Suite struct OverviewTests {
  @Test func withoutAnArchive() async throws {
    let archive = try ProgramArchive()
    let alone = try await archive.dossier()
    #expect(alone.status == 0 && alone.errors == "")
    #expect(
      alone.output == """
        There is no archive yet at \(archive.path).

          dossier init          make one there; its inbox takes article files
          dossier ingest FILE…  store files or folders, which stay where they are
          dossier --help        every command

        Elsewhere: --archive DIR with any command, or export DOSSIER_ARCHIVE=DIR.

        """)
    #expect(!FileManager.default.fileExists(atPath: archive.path))
  }

  @Test func withAnEmptyOne() async throws {
    let archive = try ProgramArchive()
    _ = try await archive.dossier("init")
    let empty = try await archive.dossier()
    #expect(empty.lines.first == "The archive at \(archive.path) holds no articles yet.")
    #expect(empty.output.contains("\n  cp FILE… \(archive.path)/inbox/  "))
    try archive.folder.write("no article", to: "archive/inbox/note.txt")
    let waiting = try await archive.dossier()
    #expect(waiting.lines.dropFirst().first == "1 file waits in the inbox")
    #expect(!waiting.output.contains("cp FILE"))
    _ = try await archive.dossier("ingest")
    let failed = try await archive.dossier()
    #expect(failed.lines.dropFirst().first == "1 file is no article")
    #expect(failed.output.contains("\n  dossier failed"))
  }

  @Test func withArticles() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let alone = try await archive.dossier()
    #expect(alone.status == 0)
    #expect(alone.lines.first == "14 articles, 2024-03-19 to 2024-11-14, in \(archive.path)")
    #expect(alone.lines.count <= 8)
    // What it offers can be typed as it stands, and finds something.
    for line in alone.lines where line.hasPrefix("  dossier ") && !line.contains("--help") {
      let typed = try #require(line.dropFirst(2).components(separatedBy: "  ").first)
      let result = try await archive.shell(typed)
      #expect(result.status == 0 && !result.output.isEmpty, "\(typed): \(result.errors)")
    }
    let chinese = try await archive.dossier(environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(chinese.lines.first == "\(archive.path)：14 篇文章，2024-03-19 至 2024-11-14")
    #expect(chinese.lines.last?.hasSuffix("所有命令") == true)
    #expect(try await archive.dossier("--help").output.contains("USAGE: dossier"))
  }

  /// Every command's help has an example, and each is understood: whatever it finds in an archive that is another
  /// than its own, it is no wrong usage.
  @Test func examplesOfHelp() async throws {
    let dump = try await Program.run(Program.dossier, ["--experimental-dump-help"])
    let root = try #require(try Document(dump.output)["command"])
    let helps = Self.helps(root)
    #expect(helps.count > 25)
    let archive = try await ProgramArchive.ofExamples()
    let home = archive.folder.path("home")
    try archive.folder.write("", to: "home/Downloads/news/a.txt")
    for (command, help) in helps {
      let examples = help.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { $0.hasPrefix("dossier ") || $0.hasPrefix("find ") }
      #expect(!examples.isEmpty, "\(command) has no example")
      // A daemon does not end, and other programs (sqlite3, Graphviz) need not be there.
      for example in examples where !example.contains("watch") && !example.contains(" dot ") {
        if example.hasPrefix("dossier sql"), !Program.hasShell { continue }
        if example.hasPrefix("find ") { continue }
        let line = example.components(separatedBy: "  ")[0]
        let result = try await archive.shell("cd '\(home)' && " + line, environment: ["HOME": home])
        #expect(
          [0, 1, 65].contains(result.status), "\(line): \(result.status) \(result.errors)")
      }
    }
  }

  private static func helps(_ command: Document) -> [(String, String)] {
    let name = command["commandName"]?.string ?? ""
    if name == "help" { return [] }
    return [(name, command["discussion"]?.string ?? "")]
      + (command["subcommands"]?.elements.flatMap(helps) ?? [])
  }
}

/// What is told of wrong words, and how work is told of on a terminal.
@Suite struct MannersTests {
  @Test func wordsThatAreNoCommands() async throws {
    let archive = try ProgramArchive()
    let near = try await archive.dossier("serach", "召见", "--limit", "3")
    #expect(near.status == 64 && near.output == "")
    #expect(
      near.errors
        == "dossier: there is no command 'serach': did you mean 'search'? 'dossier --help' lists them all\n")
    let far = try await archive.dossier("召见")
    #expect(far.errors == "dossier: there is no command '召见': 'dossier --help' lists them all\n")
    for words in [["help"], ["help", "search"], ["--version"], ["sql", "--help"], ["unhide", "--help"]] {
      let result = try await Program.run(Program.dossier, words)
      #expect(result.status == 0 && result.errors == "", "\(words)")
    }
  }

  /// A folder in which nothing can be made ends in an error, not in a circle.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self"), "needs /proc"))
  func archivesThatCannotBe() async throws {
    let made = try await Program.run(Program.dossier, ["init", "/proc/archive"])
    #expect(made.status == 74 && made.errors.contains("/proc/archive"))
  }

  @Test func verifyForPrograms() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let verify = try await archive.dossier("verify", "--files", "--format", "json")
    #expect(verify.status == 0 && verify.output == "{\"version\":1,\"problems\":[]}\n")
  }

  /// On a terminal each step of long work is named and gone at the end; elsewhere nothing is written.
  @Test(.enabled(if: Program.installed("script") != nil, "needs script, of util-linux"))
  func progress() async throws {
    let archive = try await ProgramArchive.ofExamples()
    for (command, step) in [("reindex", "full-text index"), ("verify", "people …")] {
      let shown = try await Program.run(
        Program.installed("script") ?? "", ["-qec", "\(Program.dossier) \(command)", "/dev/null"],
        environment: ["DOSSIER_ARCHIVE": archive.path, "TERM": "xterm"])
      #expect(shown.status == 0 && shown.output.contains("\r\u{1B}[K" + step), "\(command)")
      #expect(shown.output.contains("\r\u{1B}[K") && !shown.output.hasSuffix("…"))
      let silent = try await archive.dossier(command)
      #expect(silent.status == 0 && silent.errors == "")
    }
  }
}
