import ArgumentParser
import ArticleStore
import Ingest

extension Dossier {
  /// `dossier failed`: what could not be stored.
  struct Failed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List, show and retry files that could not be stored.",
      subcommands: [List.self, ShowFile.self, Retry.self], defaultSubcommand: List.self)

    /// `dossier failed list`.
    struct List: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List files that could not be stored, the latest first.")

      @Option(help: "How many files at most; 0 for all.")
      var limit = 50

      @OptionGroup var archive: ArchiveOptions
      @OptionGroup var output: FormatOptions

      func run() async throws {
        try await reportingErrors {
          let files = try archive.openForReading().files(
            in: [.quarantined, .failed, .retry], limit: limit == 0 ? nil : limit)
          if output.format == .text {
            var table = Table([
              ("when", .left), ("state", .left), ("tries", .right), ("file", .left), ("why", .left),
            ])
            for file in files {
              table.append([
                file.lastChange, file.state.rawValue, String(file.attempts), file.displayPath,
                file.error ?? "",
              ])
            }
            if !files.isEmpty {
              table.lines(width: Listing.width, style: .output).forEach(Terminal.print)
            }
          } else {
            let columns = [
              "path", "state", "error", "attempts", "deaths", "size", "sha256", "first_seen", "last_change",
            ]
            Records(name: "files", columns: columns, rows: files.map(Self.row)).lines(output.format)
              .forEach(Terminal.print)
          }
          if files.isEmpty { throw ExitStatus.nothingFound.exitCode }
        }
      }

      private static func row(_ file: LedgerFile) -> [JSON] {
        [
          .string(file.displayPath), .string(file.state.rawValue), .optional(file.error), .int(file.attempts),
          .int(file.deaths), file.size.map(JSON.int) ?? .null, .optional(file.sha256),
          .string(file.firstSeen), .string(file.lastChange),
        ]
      }
    }

    /// `dossier failed show`.
    struct ShowFile: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show why a file was quarantined.")

      @Argument(help: "Its name, its place in the inbox, or its place in failed/.")
      var file: String

      @OptionGroup var archive: ArchiveOptions

      func run() async throws {
        try await reportingErrors {
          for failed in try QuarantinedFiles.named([file], in: archive.directory) {
            Terminal.print(failed.reportText ?? "\(failed.report.display) cannot be read")
          }
        }
      }
    }

    /// `dossier failed retry`.
    struct Retry: AsyncParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Put quarantined files back into the inbox.",
        discussion:
          "All of them when no FILE is named. The next ingest, or a running watch, reads them again.")

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
          Terminal.print("\(failed.count) file\(failed.count == 1 ? "" : "s") back in \(directory.inbox)")
        }
      }
    }
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
          description: "no quarantined file is called '\(name)': 'dossier failed list' shows them")
      }
      return found
    }
  }
}
