import ArgumentParser
import ArticleStore
import Articles
import Glibc
import Ingest

extension Dossier {
  /// `dossier ingest`: one pass over the inbox or over given files.
  struct Ingest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Store the articles of the inbox, or of the given files and folders.",
      discussion: """
        Without PATHs every file of the inbox (subfolders too) is stored and moved to done/; a file that is no
        article is moved to failed/ with its reason in NAME.error.json. With PATHs only those are read, where
        they are; nothing is moved and failures are kept in the table files.

        The same bytes are stored once; a newer capture of an article replaces it; an older one changes nothing.
        Says nothing when all went well and nobody watches, so it suits cron.

        Exit status: 0 done, 65 some file is no article, 75 locked or files left for a later run,
        77 permission, 74 disk or database, 78 configuration.
        """)

    /// What to do when another process is ingesting.
    enum WhenLocked: String, CaseIterable, ExpressibleByArgument { case fail, skip }

    @Argument(
      help: ArgumentHelp("Files and folders to read in place instead of the inbox.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var archive: ArchiveOptions

    @Flag(help: "Read and parse everything and say what would fail, but store and move nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Option(help: "How many files are read and parsed at the same time (default: the number of cores).")
    var jobs: Int?

    @Option(help: "What to do when another process is ingesting: fail (exit 75) or skip (exit 0).")
    var ifLocked: WhenLocked = .fail

    @Option(help: "text, or json: what became of the files, as one object on standard output.")
    var format: OutputFormat = .text

    func validate() throws {
      if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 up") }
      if format != .text, format != .json { throw ValidationError("--format of ingest is text or json") }
    }

    func run() async throws {
      try await reportingErrors {
        let started = ContinuousClock.now
        let progress = IngestProgress(isQuiet: quiet)
        let counts = try await (dryRun ? dryRun(progress) : ingest(progress))
        guard let counts else { return }
        progress.finish(counts, elapsed: ContinuousClock.now - started, isDryRun: dryRun)
        if format == .json { Terminal.print(Self.summary(counts).text) }
        if counts.postponed > 0 { throw ExitStatus.temporaryFailure.exitCode }
        if counts.failed > 0 { throw ExitStatus.dataError.exitCode }
      }
    }

    /// - Returns: `nil` when another process is ingesting and that is no error.
    private func ingest(_ progress: IngestProgress) async throws -> RunCounts? {
      let directory = archive.directory
      var folders = ArchiveFolders(directory)
      try folders.create()
      guard let lock = try ArchiveLock.take(directory) else {
        if ifLocked == .skip { return nil }
        throw CommandError(
          status: .temporaryFailure,
          description: "another process is ingesting into \(directory.path): try again when it has finished, "
            + "or use --if-locked=skip")
      }
      let store = try ArticleStore.open(directory, access: .readWrite)
      let counts = try await ingestion(into: store, directory, progress).run()
      // The lock must live until the last file is put away.
      _ = consume lock
      return counts
    }

    private func dryRun(_ progress: IngestProgress) async throws -> RunCounts {
      let directory = archive.directory
      return try await DryRun(source: source, archive: directory, jobs: jobCount, report: progress.report)
        .run()
    }

    private func ingestion(
      into store: ArticleStore, _ directory: ArchiveDirectory, _ progress: IngestProgress
    ) -> Ingestion {
      Ingestion(
        archive: directory, store: store, source: source, jobs: jobCount, now: Timestamp.now,
        report: progress.report)
    }

    private var source: Ingestion.Source {
      paths.isEmpty ? .inbox : .paths(paths.map(RawArguments.path))
    }

    private var jobCount: Int { jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    private static func summary(_ counts: RunCounts) -> JSON {
      .object([
        ("version", .int(1)), ("files", .int(counts.files)), ("added", .int(counts.added)),
        ("replaced", .int(counts.replaced)), ("unchanged", .int(counts.unchanged)),
        ("failed", .int(counts.failed)), ("postponed", .int(counts.postponed)),
      ])
    }
  }
}

extension Timestamp {
  /// The present moment.
  @Sendable static func now() -> Timestamp { Timestamp(secondsSince1970: Int64(time(nil))) }
}
