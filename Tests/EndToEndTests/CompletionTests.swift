import Foundation
import TestSupport
import Testing

/// What bash offers, by the script that the program writes for it.
@Suite(.enabled(if: Program.installed("bash") != nil, "needs bash"))
struct CompletionTests {
  /// The words that bash offers for the last of a line's.
  private func offered(
    _ line: String, in archive: ProgramArchive, archivePath: String? = nil
  ) async throws -> [String] {
    let script = """
      dossier() { "$DOSSIER_PROGRAM" "$@"; }
      source <(dossier --generate-completion-script bash)
      offer() {
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}; COMPREPLY=()
        _dossier dossier "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        [ ${#COMPREPLY[@]} -eq 0 ] || printf '%s\\n' "${COMPREPLY[@]}"
      }
      offer \(line)
      """
    let result = try await Program.run(
      Program.installed("bash") ?? "", ["--norc", "-c", script],
      environment: [
        "DOSSIER_ARCHIVE": archivePath ?? archive.path, "DOSSIER_PROGRAM": Program.dossier,
        "HOME": archive.folder.url.path,
      ])
    #expect(result.errors == "", "\(line)")
    return result.lines
  }

  @Test func namesOfTheArchive() async throws {
    let archive = try await ProgramArchive.ofExamples()
    #expect(try await offered("dossier person 格列", in: archive) == ["格列布·沃罗纳耶夫"])
    // The rest of a name that was begun in the other script.
    #expect(try await offered("dossier person 沃羅", in: archive) == ["沃羅纳耶夫"])
    #expect(try await offered("dossier person 'Gleb V'", in: archive) == ["Gleb Voronaev"])
    #expect(try await offered("dossier search 气球 --person 卢", in: archive) == ["卢赫民"])
    #expect(try await offered("dossier merge 格列布·沃罗纳耶夫 卢", in: archive) == ["卢赫民"])
    #expect(try await offered("dossier country K", in: archive).contains("KR"))
    #expect(try await offered("dossier search 气球 --country 韩", in: archive).contains("韩国"))
    #expect(try await offered("dossier search 气球 --source n", in: archive).contains("news.example.com"))
    #expect(try await offered("dossier timeline --compare 卢", in: archive).contains("卢赫民"))
    #expect(try await offered("dossier timeline --compare person:卢", in: archive) == ["person:卢赫民"])
    #expect(try await offered("dossier peo", in: archive) == ["people"])
    #expect(try await offered("dossier timeline --format s", in: archive) == ["svg"])
    // Of the archive that the line names; of none, nothing.
    let none = "/nowhere"
    #expect(
      try await offered("dossier person --archive ~/archive 卢", in: archive, archivePath: none) == ["卢赫民"])
    #expect(try await offered("dossier person 卢", in: archive, archivePath: none) == [])
    _ = try await archive.dossier("hide", "卢赫民")
    #expect(try await offered("dossier person 卢", in: archive) == [])
    #expect(try await offered("dossier unhide 卢", in: archive) == ["卢赫民"])
  }

  /// A name is never run.
  @Test func namesAreNoCommands() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let file = archive.folder.path("run")
    _ = try await archive.dossier("alias", "卢赫民", "卢$(touch '\(file)')`touch '\(file)'`;\"x")
    let names = try await offered("dossier person 卢", in: archive)
    #expect(names.count == 2 && names.contains("卢$(touch '\(file)')`touch '\(file)'`;\"x"))
    #expect(!FileManager.default.fileExists(atPath: file))
  }
}
