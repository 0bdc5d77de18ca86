import Foundation
import TestSupport
import Testing

/// The documents say what there is, and their examples print what they say.
@Suite struct DocumentationTests {
  /// README and everything in Documentation/.
  private static let documents: [String] = {
    let folder = Program.checkout.appending(path: "Documentation").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return ["README.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/" + $0 }
  }()

  /// A command of the parser's own description.
  private struct Command {
    var path: String
    var arguments: [Document]

    static func all(_ command: Document, below parent: String = "") -> [Command] {
      let path = parent + (command["commandName"]?.string ?? "")
      let children = command["subcommands"]?.elements ?? []
      return [Command(path: path, arguments: command["arguments"]?.elements ?? [])]
        + children.filter { $0["commandName"]?.string != "help" }.flatMap { all($0, below: path + " ") }
    }
  }

  private func commands() async throws -> [Command] {
    let dump = try await Program.run(Program.dossier, ["--experimental-dump-help"])
    let root = try #require(try Document(dump.output)["command"])
    return Command.all(root).filter { $0.path != "dossier" }
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: Program.checkout.appending(path: name), encoding: .utf8)
  }

  @Test func everyCommandAndOptionIsDocumented() async throws {
    let commands = try await commands()
    #expect(commands.count > 20)
    let sections = try text("Documentation/Commands.md").components(separatedBy: "\n## ").dropFirst()
    #expect(
      Set(commands.map { "`\($0.path)`" })
        == Set(sections.compactMap { $0.components(separatedBy: "\n").first }))
    for command in commands {
      let section = try #require(sections.first { $0.hasPrefix("`\(command.path)`\n") })
      let lines = section.components(separatedBy: "\n")
      for argument in command.arguments where argument["shouldDisplay"] == .bool(true) {
        let value = argument["valueName"]?.string ?? ""
        if ["help", "version"].contains(value) { continue }
        let names = argument["names"]?.elements.map { name in
          (name["kind"]?.string == "short" ? "-" : "--") + (name["name"]?.string ?? "?")
        }
        for name in names ?? ["<\(value)>"] {
          // A row that names it and says something of it.
          let row = lines.first { $0.contains("`\(name)`") || $0.contains("`\(name) <") }
          let says = row?.components(separatedBy: " | ").last?.count ?? 0
          #expect(says > 15, "\(command.path) \(name)")
        }
      }
    }
    // README tells of every command or leads to the list.
    #expect(try text("README.md").contains("Documentation/Commands.md"))
  }

  @Test(.enabled(if: Program.installed("python3") != nil, "needs the system's python3"))
  func theListOfCommandsIsMade() async throws {
    let script = Program.checkout.appending(path: "scripts/document-commands").path
    let made = try await Program.run(script, [Program.dossier])
    #expect(try made.output == text("Documentation/Commands.md"), "make documentation: \(made.errors)")
    let manual = try await Program.run(script, ["--man", Program.dossier])
    #expect(try manual.output == text("packaging/man/dossier.1"), "make documentation: \(manual.errors)")
  }

  /// The manual page is sound to its formatters, has every option, and keeps the names of its examples.
  @Test(.enabled(if: Program.installed("groff") != nil, "needs groff"))
  func theManualIsFormatted() async throws {
    let page = Program.checkout.appending(path: "packaging/man/dossier.1").path
    let formatted = try await Program.run(
      Program.installed("groff") ?? "", ["-man", "-ww", "-Kutf8", "-Tutf8", "-P-cbou", "-rLL=200n", page])
    #expect(formatted.status == 0 && formatted.errors == "")
    for text in ["dossier search '普京 朝鲜'", "EXIT STATUS", "ENVIRONMENT", "$DOSSIER_ARCHIVE"] {
      #expect(formatted.output.contains(text), "\(text)")
    }
    for command in try await commands() {
      #expect(formatted.lines.contains { $0.hasPrefix("   \(command.path)") }, "\(command.path)")
      for name in command.arguments.flatMap({ $0["names"]?.elements ?? [] })
      where name["kind"]?.string == "long" {
        let option = "--\(name["name"]?.string ?? "?")"
        if !["--help", "--version"].contains(option) { #expect(formatted.output.contains(option)) }
      }
    }
    guard let mandoc = Program.installed("mandoc") else { return }
    let lint = try await Program.run(mandoc, ["-Tlint", "-W", "warning", page])
    #expect(lint.status == 0 && lint.output == "")
  }

  /// Schema.md has a row for every table and view, with every column in it.
  @Test(.enabled(if: Program.hasShell, "needs sqlite3 and .build/han.so (make extension)"))
  func everyTableIsDocumented() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let columns = try await archive.sqlite(
      """
      SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
      WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'grdb%'
        AND m.name NOT LIKE '%\\_fts\\_%' ESCAPE '\\'
      """)
    #expect(columns.lines.count > 150)
    let rows = try text("Documentation/Schema.md").components(separatedBy: "\n").filter {
      $0.hasPrefix("| `")
    }
    for line in columns.lines {
      let parts = line.components(separatedBy: "|")
      let row = rows.first { $0.components(separatedBy: " | ")[0].contains("`\(parts[0])`") } ?? ""
      #expect(row.contains("`\(parts[1])`"), "\(parts[0]).\(parts[1])")
    }
  }

  /// Every example of every document, with the programs under test.
  @Test(
    .enabled(
      if: Program.hasShell && Program.installed("python3") != nil, "needs sqlite3, python3 and .build/han.so"),
    arguments: documents)
  func examples(_ name: String) async throws {
    let path = Program.checkout.appending(path: name).path
    let programs = URL(filePath: Program.dossier).deletingLastPathComponent().path
    let check = try await Program.run(
      Program.checkout.appending(path: "scripts/check-examples").path, ["--programs", programs, path])
    #expect(check.status == 0, "\(check.output)\(check.errors)")
  }

  /// A block that can be run is run, or says why not.
  @Test func everyBlockIsAnExampleOrExcused() throws {
    #expect(Self.documents.count > 10)
    for name in Self.documents + ["CONTRIBUTING.md"] {
      var isInside = false
      for line in try text(name).components(separatedBy: "\n") where line.hasPrefix("```") {
        if !isInside {
          #expect(
            ["```", "```console", "```sh", "```sql", "```python", "```json"].contains(line),
            "\(name): \(line)")
        }
        isInside.toggle()
      }
      #expect(!isInside, "\(name)")
    }
  }

  /// Where the documents' sqliterc is used, the shell has full-text search and writes results as ever.
  @Test(.enabled(if: Program.hasShell, "needs sqlite3 and .build/han.so (make extension)"))
  func settingsOfTheShell() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let settings = try text("packaging/sqliterc").replacing(
      "/usr/local/lib/dossier/han", with: Program.han ?? "")
    let file = try archive.folder.write(settings, to: "sqliterc")
    let answer = try await Program.run(
      Program.installed("sqlite3") ?? "",
      [
        "-init", file, archive.database,
        "SELECT id, title, NULL FROM articles WHERE id IN (SELECT rowid FROM articles_fts('漢江'))",
      ])
    #expect(answer.output == "4|南韓召見俄國大使 第二顆氣球掉進漢江|\n", "\(answer.errors)")
  }

  /// What a user set for the shell changes no results of `dossier sql`.
  @Test(
    .enabled(if: Program.hasShell, "needs sqlite3 and .build/han.so (make extension)"),
    arguments: ["text", "csv", "tsv", "json"])
  func resultsAreFreeOfSettings(_ format: String) async throws {
    let archive = try await ProgramArchive.ofExamples()
    try archive.folder.write(".nullvalue –\n.mode box\n.separator ; |\n.headers off\n", to: ".sqliterc")
    let sql = "SELECT id, NULL AS empty FROM articles WHERE id < 3"
    let plain = try await archive.dossier("sql", sql, "--format", format)
    #expect(plain.status == 0 && plain.lines.count > 1 && !plain.output.contains("–"))
    let settled = try await archive.dossier(
      "sql", sql, "--format", format, environment: ["HOME": archive.folder.url.path])
    #expect(settled.output == plain.output && settled.errors == "")
    let piped = try await archive.dossier(
      "sql", "--format", format, input: sql + ";\n", environment: ["HOME": archive.folder.url.path])
    #expect(piped.output == plain.output)
  }
}
