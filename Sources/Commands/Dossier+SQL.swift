import ArgumentParser
import ArticleStore
import Glibc

extension Dossier {
  /// `dossier sql`: the stock shell with the tokenizer loaded.
  struct SQL: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sql",
      abstract: said(
        "Open the archive in the stock sqlite3 shell with full-text search loaded.",
        "用系统自带的 sqlite3 打开档案库，并装上全文搜索。"),
      discussion: """
        With SQL it runs that and ends; without, it opens the shell. The database is opened read-only unless
        --write is given.

          dossier sql "SELECT title FROM articles_fts WHERE articles_fts MATCH '召见'"

        The same by hand: sqlite3 -cmd '.load /usr/local/lib/dossier/han' dossier.db
        """)

    @Argument(help: ArgumentHelp("One or more statements.", valueName: "sql"))
    var statements: String?

    @Flag(help: "Let the shell change the database.")
    var write = false

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var output: FormatOptions

    func run() async throws {
      try await reportingErrors {
        // Opening it tells what is wrong with an archive better than the shell could.
        let database = try archive.openForReading().path
        guard let library = HanLibrary.path else {
          throw CommandError(
            status: .configuration,
            description:
              said(
                "the extension han.so is not where it is looked for (\(HanLibrary.candidates.joined(separator: ", "))): "
                  + "run 'make install', or name it in $DOSSIER_HAN",
                "找不到扩展 han.so（\(HanLibrary.candidates.joined(separator: "、"))）：运行 make install，"
                  + "或用 $DOSSIER_HAN 指明"))
        }
        var arguments = ["sqlite3", "-cmd", ".load '\(library)'"]
        if !write { arguments.append("-readonly") }
        // The user's settings are for the shell one types into: they would change what programs read.
        if statements != nil || isatty(STDIN_FILENO) == 0 { arguments += ["-batch", "-init", "/dev/null"] }
        switch output.format {
        case .text: arguments.append("-header")
        case .json: arguments.append("-json")
        case .jsonl:
          throw CommandError(
            status: .usage,
            description: said(
              "the sqlite3 shell writes json, csv or tsv, not jsonl", "sqlite3 能写 json、csv、tsv，不能写 jsonl"))
        case .csv: arguments += ["-csv", "-header"]
        case .tsv: arguments += ["-tabs", "-header"]
        }
        arguments.append(database)
        if let statements { arguments.append(statements) }
        var pointers = arguments.map { strdup($0) } + [nil]
        execvp("sqlite3", &pointers)
        throw CommandError(
          status: .configuration,
          description: said(
            "the sqlite3 shell does not start (\(String(cString: strerror(errno)))): install it, "
              + "for example with 'apt-get install sqlite3'",
            "无法启动 sqlite3（\(String(cString: strerror(errno)))）：请安装，例如 apt-get install sqlite3"))
      }
    }
  }
}

/// Where the loadable extension lies: beside the program in a build, in the library folder when installed.
enum HanLibrary {
  static var candidates: [String] {
    if let named = getenv("DOSSIER_HAN") { return [String(cString: named)] }
    let folder = ProgramFile.folder
    return ["\(folder)/han.so", "\(folder)/../lib/dossier/han.so"]
  }

  /// The first that is there.
  static var path: String? { candidates.first { access($0, R_OK) == 0 } }
}
