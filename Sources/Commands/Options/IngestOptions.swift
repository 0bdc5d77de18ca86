import ArgumentParser
import ArticleStore
import Articles
import Glibc
import Ingest

/// What `ingest` and `watch` have in common.
struct IngestOptions: ParsableArguments {
  /// What to do when another process is ingesting.
  enum WhenLocked: String, CaseIterable, ExpressibleByArgument { case fail, skip }

  @OptionGroup var jobs: JobOptions

  @Option(help: "What becomes of a stored file of the inbox: move (to done/), keep or delete.")
  var after: Ingestion.After = .move

  @Option(help: "What to do when another process is ingesting: fail (exit 75) or skip (exit 0).")
  var ifLocked: WhenLocked = .fail

  /// Makes the archive's folders where they are missing and takes its lock, once it is sure that the process may
  /// open enough files.
  ///
  /// - Returns: `nil` when another process is ingesting and that is no error.
  func takeLock(of directory: ArchiveDirectory) throws -> ArchiveLock? {
    if let (limit, needed) = OpenFileLimit.raise(forJobs: jobs.count) {
      throw CommandError(
        status: .temporaryFailure,
        description: said(
          "this process may have \(limit) files open and needs \(needed): raise the limit "
            + "('ulimit -n', LimitNOFILE= of a systemd unit) or use fewer --jobs",
          "本进程只能打开 \(limit) 个文件，需要 \(needed) 个：提高上限（ulimit -n，systemd 单元的 LimitNOFILE=）"
            + "，或减小 --jobs"))
    }
    var folders = ArchiveFolders(directory)
    try folders.create()
    if let lock = try ArchiveLock.take(directory) { return lock }
    if ifLocked == .skip { return nil }
    let holder = ArchiveLock.holder(directory).map { said(" (process \($0))", "（进程 \($0)）") } ?? ""
    throw CommandError(
      status: .temporaryFailure,
      description: said(
        "another process\(holder) is ingesting into \(directory.path): try again when it has "
          + "finished, or use --if-locked=skip",
        "另一进程\(holder)正在向 \(directory.path) 收录：等它结束再试，或用 --if-locked=skip"))
  }

  /// The work that the options describe.
  func ingestion(
    into store: ArticleStore, _ directory: ArchiveDirectory, source: Ingestion.Source,
    report: @escaping @Sendable (Ingestion.Event) -> Void
  ) -> Ingestion {
    var ingestion = Ingestion(
      archive: directory, store: store, source: source,
      trial: TrialReading(command: [ProgramFile.path, "extract", "--"]), now: Timestamp.now, report: report)
    ingestion.jobs = jobs.count
    ingestion.after = after
    return ingestion
  }
}

extension Ingestion.After: ExpressibleByArgument {}

extension Timestamp {
  /// The present moment.
  @Sendable static func now() -> Timestamp { Timestamp(secondsSince1970: Int64(time(nil))) }
}

/// The file of the running program.
enum ProgramFile {
  static var path: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The folder it lies in.
  static var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }
}
