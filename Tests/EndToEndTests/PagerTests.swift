import Foundation
import TestSupport
import Testing

/// What is longer than the screen, on a pseudo-terminal of 10 rows.
@Suite(.enabled(if: Program.installed("script") != nil, "needs script, of util-linux"))
struct PagerTests {
  private func onTerminal(
    _ line: String, in archive: ProgramArchive, pager: [String: String]
  ) async throws -> Finished {
    try await Program.run(
      Program.installed("script") ?? "",
      ["-qec", "stty rows 10 cols 100 -onlcr; \(Program.dossier) \(line)", "/dev/null"],
      environment: ["DOSSIER_ARCHIVE": archive.path, "TERM": "xterm"].merging(pager) { $1 })
  }

  @Test func longResultsGoThroughIt() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let mark = ["PAGER": "sed 's/^/> /'"]
    for line in [
      "people", "countries", "search 气球", "show 4", "person 佛羅納耶夫", "country KR", "timeline", "network",
    ] {
      let paged = try await onTerminal(line, in: archive, pager: mark)
      #expect(paged.status == 0 && !paged.lines.isEmpty)
      #expect(paged.lines.allSatisfy { $0.hasPrefix("> ") }, "\(line): \(paged.output)")
      let plain = try await onTerminal(line + " --no-pager", in: archive, pager: mark)
      #expect(plain.output == ("\n" + paged.output).replacing("\n> ", with: "\n").dropFirst(), "\(line)")
    }
    // Colours as on the terminal itself; how many there are stands at the end.
    let people = try await onTerminal("people", in: archive, pager: mark)
    #expect(people.lines.first?.contains("\u{1B}[2m") == true)
    #expect(people.lines.last?.contains(" people") == true)
    let white = try await onTerminal("people", in: archive, pager: mark.merging(["NO_COLOR": "1"]) { $1 })
    #expect(!white.output.contains("\u{1B}"))
  }

  @Test func othersDoNot() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let mark = ["PAGER": "sed 's/^/> /'"]
    for line in ["people --limit 3", "people --format json", "people --format csv", "status", "export"] {
      #expect(try await !onTerminal(line, in: archive, pager: mark).output.contains("> "), "\(line)")
    }
    for pager in [["PAGER": "cat"], ["PAGER": ""], ["DOSSIER_PAGER": "cat", "PAGER": "sed 's/^/> /'"]] {
      #expect(try await !onTerminal("people", in: archive, pager: pager).output.contains("> "))
    }
    // Not a terminal.
    #expect(try await !archive.dossier("people", environment: mark).output.contains("> "))
  }

  @Test func itsEndIsNoError() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let early = try await onTerminal("search ''", in: archive, pager: ["PAGER": "head -n 1"])
    #expect(early.status == 0 && early.lines.count == 1)
    // Nothing is lost where there is no such program, and the status is that of the command.
    let missing = try await onTerminal("people", in: archive, pager: ["PAGER": "no-such-pager"])
    #expect(missing.status == 0 && missing.lines.count > 10)
    let nobody = try await onTerminal("people 欧阳无人", in: archive, pager: ["PAGER": "sed 's/^/> /'"])
    #expect(nobody.status == 1 && nobody.lines.first?.hasPrefix("no people") == true)
  }
}
