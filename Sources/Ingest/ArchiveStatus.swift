package import ArticleStore
package import Articles
import Glibc

/// How an archive and its inbox stand: one list of facts, which `dossier status`, `status.json` and `metrics.prom`
/// show each in its way.
package struct ArchiveStatus: Sendable {
  /// One fact.
  package struct Fact: Sendable {
    /// What kind of value it is.
    package enum Value: Equatable, Sendable {
      case count(Int)
      case bytes(Int)
      /// Whole seconds; `nil` where there is nothing to measure.
      case seconds(Int?)
      case text(String?)
      case truth(Bool)
    }

    /// For people.
    package let label: String
    /// For programs: stable.
    package let name: String
    package let value: Value
  }

  /// A file that waits longer than this, in seconds, shows that nobody ingests.
  package static let longestHealthyWait = 900

  /// Everything, in the order in which it is shown.
  package let facts: [Fact]
  /// Why the archive is not served as it should be; empty when all is well.
  package let problems: [String]
  /// What the database tells.
  package let store: StoreStatus
  /// Files of the inbox that are to be read, and files that are no articles.
  package let waiting: Int
  package let failed: Int

  /// Looks at the archive now.
  ///
  /// - Throws: ``ArticleStore/ArticleStoreError`` when the database cannot be read.
  package init(of archive: ArchiveDirectory, store: ArticleStore, at now: Timestamp) throws {
    let status = try store.status()
    let rates = try store.rates(at: now)
    let pending = try store.pendingNames()
    var scan = FolderScan()
    scan.add(FilePath(archive.inbox))
    let dropped = scan.files.map { file in
      (
        path: file.path.relative(to: FilePath(archive.path))?.bytes ?? file.path.bytes,
        changedAt: file.changedAt / 1_000_000_000
      )
    }
    let kept = try store.keptFiles(among: dropped)
    let fresh = dropped.filter { !kept.contains($0.path) }
    let oldest = fresh.map { Int(max(0, now.secondsSince1970 - $0.changedAt)) }.max()
    self.store = status
    waiting = fresh.count
    failed = FailedFile.all(in: archive).count + (status.files[.failed] ?? 0)
    let retry = status.files[.retry] ?? 0
    let holder = ArchiveLock.holder(archive)
    let free = Self.freeBytes(archive)

    var problems: [String] = []
    if let oldest, oldest > Self.longestHealthyWait {
      problems.append(
        "a file has waited in the inbox for \(oldest / 60) minutes: "
          + (holder == nil
            ? "run 'dossier ingest', or start 'dossier watch'" : "the process that ingests does not get on"))
    }
    if !scan.unreadable.isEmpty {
      problems.append("\(scan.unreadable.count) folders of the inbox cannot be read")
    }
    if retry > 0 {
      problems.append("files that could not be read or stored: \(retry); see 'dossier failed list'")
    }
    if let free, free < 64 << 20 { problems.append("only \(free >> 20) MB are free for the archive") }
    self.problems = problems

    let run = status.lastRun.map { run in
      "\(run.startedAt) \(run.command): \(run.counts.added) new, \(run.counts.replaced) replaced, "
        + "\(run.counts.unchanged) unchanged, \(run.counts.failed) no articles, "
        + "\(run.counts.postponed) left" + (run.finishedAt == nil ? " (not finished)" : "")
    }
    let error = status.lastError.map { "\($0.at) \($0.path): \($0.error)" }
    facts = [
      Fact(label: "archive", name: "archive", value: .text(archive.path)),
      Fact(label: "looked at", name: "updated_at", value: .text(now.iso8601)),
      Fact(label: "healthy", name: "healthy", value: .truth(problems.isEmpty)),
      Fact(label: "articles", name: "articles", value: .count(status.articles)),
      Fact(label: "people", name: "people", value: .count(status.people)),
      Fact(label: "names to settle", name: "pending_names", value: .count(pending)),
      Fact(label: "countries", name: "countries", value: .count(status.countries)),
      Fact(label: "sources", name: "sources", value: .count(status.sources)),
      Fact(label: "oldest", name: "first_published", value: .text(status.firstPublished)),
      Fact(label: "newest", name: "last_published", value: .text(status.lastPublished)),
      Fact(label: "waiting", name: "waiting", value: .count(waiting)),
      Fact(label: "longest wait", name: "oldest_waiting_seconds", value: .seconds(oldest)),
      Fact(label: "last minute", name: "files_last_minute", value: .count(rates.minute)),
      Fact(label: "last hour", name: "files_last_hour", value: .count(rates.hour)),
      Fact(label: "last day", name: "files_last_day", value: .count(rates.day)),
      Fact(label: "no articles", name: "failed", value: .count(failed)),
      Fact(label: "to retry", name: "retry", value: .count(retry)),
      Fact(label: "last error", name: "last_error", value: .text(error)),
      Fact(label: "last run", name: "last_run", value: .text(run)),
      Fact(label: "ingesting", name: "lock_holder", value: .text(holder.map { "process \($0)" })),
      Fact(label: "database", name: "database_bytes", value: .bytes(status.databaseSize)),
      Fact(label: "free", name: "free_bytes", value: .bytes(free ?? 0)),
    ]
  }

  private static func freeBytes(_ archive: ArchiveDirectory) -> Int? {
    var info = statvfs()
    guard statvfs(archive.path, &info) == 0 else { return nil }
    return Int(info.f_bavail) * Int(info.f_frsize)
  }
}
