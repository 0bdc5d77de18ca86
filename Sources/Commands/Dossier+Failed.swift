import ArgumentParser
import ArticleStore
import Ingest

extension Dossier {
  /// `dossier failed`: what could not be stored.
  struct Failed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said("List, show and retry files that could not be stored.", "列出、查看、重试没有收成的文件。"),
      discussion: """
          dossier failed
          dossier failed show note.txt
          dossier failed retry note.txt
        """,
      subcommands: [List.self, ShowFile.self, Retry.self], defaultSubcommand: List.self)

    /// `dossier failed list`.
    struct List: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: said("List files that could not be stored, the latest first.", "列出没有收成的文件，最近的在前。"),
        discussion: """
            dossier failed list --limit 0 --format csv
          """)

      @Option(help: "How many files at most; 0 for all.")
      var limit = 50

      @OptionGroup var archive: ArchiveOptions
      @OptionGroup var pager: PagerOptions
      @OptionGroup var output: FormatOptions

      func validate() throws {
        try Listing.checkCount(limit, "--limit")
      }

      func run() async throws {
        try await reportingErrors {
          pager.start(output.format == .text)
          let all = try FailedEntry.all(in: archive.directory, store: archive.openForReading())
          let entries = limit == 0 ? all[...] : all.prefix(limit)
          if output.format == .text {
            var table = Table([
              (said("when", "时间"), .left), (said("state", "状态"), .left), (said("tries", "次数"), .right),
              (said("file", "文件"), .left), (said("why", "原因"), .left),
            ])
            for entry in entries {
              table.append([entry.lastChange, entry.state, String(entry.attempts), entry.path, entry.error])
            }
            if !entries.isEmpty {
              table.lines(width: Listing.width, style: .output).forEach(Terminal.print)
            }
          } else {
            let records = Records(
              envelope: [("total", .int(all.count))], name: "files", columns: FailedEntry.columns,
              rows: entries.map(\.row))
            records.lines(output.format).forEach(Terminal.print)
          }
          if entries.isEmpty {
            Terminal.note(said("no files failed", "没有失败的文件"))
            throw ExitStatus.nothingFound.exitCode
          }
        }
      }
    }

    /// `dossier failed show`.
    struct ShowFile: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "show", abstract: said("Show why a file was quarantined.", "显示一个文件被隔离的原因。"),
        discussion: """
            dossier failed show note.txt
          """)

      @Argument(help: "Its name, its place in the inbox, or its place in failed/.")
      var file: String

      @OptionGroup var archive: ArchiveOptions
      @OptionGroup var pager: PagerOptions

      func run() async throws {
        try await reportingErrors {
          pager.start(true)
          for failed in try QuarantinedFiles.named([file], in: archive.directory) {
            Terminal.print(
              failed.reportText
                ?? said("\(failed.report.display) cannot be read", "\(failed.report.display) 无法读取"))
          }
        }
      }
    }

    /// `dossier failed retry`.
    struct Retry: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: said("Put quarantined files back into the inbox.", "把隔离的文件放回收件夹。"),
        discussion: """
          All of them when no FILE is named. The next ingest, or a running watch, reads them again.

            dossier failed retry
            dossier failed retry note.txt
          """)

      @Argument(help: "Their names, their places in the inbox, or their places in failed/.")
      var files: [String] = []

      @OptionGroup var archive: ArchiveOptions

      func run() async throws {
        try await reportingErrors {
          let directory = archive.directory
          let failed =
            files.isEmpty ? FailedFile.all(in: directory) : try QuarantinedFiles.named(files, in: directory)
          var folders = ArchiveFolders(directory)
          for file in failed { try folders.restore(file) }
          Terminal.print(
            said(
              "\(failed.count) file\(failed.count == 1 ? "" : "s") back in \(directory.inbox)",
              "\(failed.count) 个文件已放回 \(directory.inbox)"))
        }
      }
    }
  }
}

/// A file that could not be stored: one in `failed/`, one that was read in place, or one that waits for another try.
private struct FailedEntry {
  static let columns = ["path", "state", "error", "attempts", "size", "sha256", "first_seen", "last_change"]

  var path: String
  var state: String
  var error: String
  var attempts: Int
  var size: Int?
  var sha256: String?
  var firstSeen: String
  var lastChange: String

  /// All of them, the latest first. Of quarantined files `failed/` tells, not the ledger: what a user took out of
  /// it is no more to be seen to.
  static func all(in directory: ArchiveDirectory, store: ArticleStore) throws -> [FailedEntry] {
    let quarantined = FailedFile.all(in: directory).map(FailedEntry.init)
    let others = try store.files(in: [.failed, .retry]).map(FailedEntry.init)
    return (quarantined + others).sorted { $0.lastChange > $1.lastChange }
  }

  var row: [JSON] {
    [
      .string(path), .string(state), .string(error), .int(attempts), size.map(JSON.int) ?? .null,
      .optional(sha256), .string(firstSeen), .string(lastChange),
    ]
  }

  private init(_ failed: FailedFile) {
    let report = failed.contents
    path = report?.file ?? failed.file.display
    state = FileState.quarantined.rawValue
    error = report.map { "\($0.reason): \($0.detail)" } ?? "its report cannot be read"
    attempts = report?.attempts ?? 0
    size = report?.size
    sha256 = report?.sha256
    firstSeen = report?.firstSeen ?? ""
    lastChange = report?.quarantinedAt ?? ""
  }

  private init(_ file: LedgerFile) {
    path = file.displayPath
    state = file.state.rawValue
    error = file.error ?? ""
    attempts = file.attempts
    size = file.size
    sha256 = file.sha256
    firstSeen = file.firstSeen
    lastChange = file.lastChange
  }
}

/// The quarantined files that a user names.
private enum QuarantinedFiles {
  static func named(_ names: [String], in directory: ArchiveDirectory) throws -> [FailedFile] {
    let all = FailedFile.all(in: directory)
    return try names.flatMap { name in
      let path = RawArguments.path(name)
      let found = all.filter { $0.isNamed(path, in: directory) }
      if found.isEmpty {
        throw CommandError(
          status: .nothingFound,
          description: said(
            "no quarantined file is called '\(name)': 'dossier failed list' shows them",
            "没有叫“\(name)”的隔离文件：dossier failed list 列出所有的"))
      }
      return found
    }
  }
}
