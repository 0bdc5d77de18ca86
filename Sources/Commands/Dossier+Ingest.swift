import ArgumentParser
import ArticleStore
import Ingest
import IngestDaemon

extension Dossier {
  /// `dossier ingest`: one pass over the inbox or over given files.
  struct Ingest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: said(
        "Store the articles of the inbox, or of the given files and folders.", "收录收件夹或指定文件、文件夹里的文章。"),
      discussion: """
        Without PATHs every file of the inbox (subfolders too) is stored and moved to done/; a file that is no
        article is moved to failed/ with its reason in NAME.error.json. With PATHs only those are read, where
        they are; nothing is moved and failures are kept in the table files.

        The same bytes are stored once; a newer capture of an article replaces it; an older one changes nothing.
        Says nothing when all went well and nobody watches, so it suits cron. SIGINT and SIGTERM end it after
        the open batch, a second one at once.

          dossier ingest
          dossier ingest ~/Downloads/news --dry-run

        With --from-jsonl the lines of 'dossier extract' are loaded as if their files had been read here; a line that
        is none is reported with its number and set aside in failed/.

          find news -name '*.txt' -print0 | xargs -0 -n 500 -P 4 dossier extract | dossier ingest --from-jsonl -

        Exit status: 0 done, 65 some file is no article, 75 locked or files left for a later run,
        77 permission, 74 disk or database, 78 configuration.
        """)

    @Argument(
      help: ArgumentHelp("Files and folders to read in place instead of the inbox.", valueName: "path"),
      completion: .file())
    var paths: [String] = []

    @Option(
      name: .customLong("from-jsonl"), parsing: .upToNextOption,
      help: ArgumentHelp(
        "Load lines of 'dossier extract' from files, or - for standard input.", valueName: "file"),
      completion: .file())
    var lineFiles: [String] = []

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var ingestion: IngestOptions

    @Flag(help: "Read and parse everything and say what would fail, but store and move nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Flag(help: "Bring back articles that were taken out with 'dossier remove'.")
    var force = false

    @Option(help: "text, or json: what became of the files, as one object on standard output.")
    var format: OutputFormat = .text

    func validate() throws {
      if !lineFiles.isEmpty, dryRun || !paths.isEmpty || ingestion.after != .move {
        throw ValidationError(
          said(
            "--from-jsonl goes with none of PATHs, --dry-run and --after",
            "--from-jsonl 不能与路径、--dry-run、--after 同用"))
      }
      if format != .text, format != .json {
        throw ValidationError(said("--format of ingest is text or json", "ingest 的 --format 是 text 或 json"))
      }
    }

    func run() async throws {
      try await reportingErrors {
        let started = ContinuousClock.now
        let progress = IngestProgress(isQuiet: quiet)
        guard let counts = try await (dryRun ? dryRun(progress) : ingest(progress)) else { return }
        progress.finish(counts, elapsed: ContinuousClock.now - started, isDryRun: dryRun)
        if format == .json { Terminal.print(Self.summary(counts).text) }
        if progress.wasRefused { throw ExitStatus.permission.exitCode }
        if counts.postponed > 0 { throw ExitStatus.temporaryFailure.exitCode }
        if counts.failed > 0 { throw ExitStatus.dataError.exitCode }
      }
    }

    /// - Returns: `nil` when another process is ingesting and that is no error.
    private func ingest(_ progress: IngestProgress) async throws -> RunCounts? {
      let directory = archive.directory
      guard let lock = try ingestion.takeLock(of: directory) else { return nil }
      let store = try ArticleStore.open(directory, access: .readWrite)
      var work = ingestion.ingestion(into: store, directory, source: source, report: progress.report)
      work.restoresRemoved = force
      let signals = StopSignals()
      let listener = Task { await signals.listen() }
      defer { listener.cancel() }
      let counts =
        lineFiles.isEmpty
        ? try await work.run { signals.isStopping }
        : try await LineIngestion(work, files: lineFiles.map(RawArguments.path)).run { signals.isStopping }
      StatusFiles(directory).write(try ArchiveStatus(of: directory, store: store, at: .now()))
      // The lock must live until the last file is put away.
      _ = consume lock
      return counts
    }

    private func dryRun(_ progress: IngestProgress) async throws -> RunCounts {
      try await DryRun(
        source: source, archive: archive.directory, jobs: ingestion.jobs.count, report: progress.report
      ).run()
    }

    private var source: Ingestion.Source {
      paths.isEmpty ? .inbox : .paths(paths.map(RawArguments.path))
    }

    private static func summary(_ counts: RunCounts) -> JSON {
      .object([
        ("version", .int(1)), ("files", .int(counts.files)), ("added", .int(counts.added)),
        ("replaced", .int(counts.replaced)), ("unchanged", .int(counts.unchanged)),
        ("failed", .int(counts.failed)), ("postponed", .int(counts.postponed)),
      ])
    }
  }
}
