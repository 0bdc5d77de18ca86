import Glibc

/// How many files this process may have open at a time.
///
/// Ingest survives that a file cannot be opened; the runtime below it does not: libdispatch, which looks into
/// /proc now and then, ends the process when it cannot. So too low a limit is refused before any work.
package enum OpenFileLimit {
  /// What SQLite, the lock, the runtime and the inbox's watch take together, with room to spare; each job takes
  /// one more. Measured: 18 with two jobs.
  private static let base = 32

  /// Raises the limit as far as ingest needs it and the system lets it.
  ///
  /// - Returns: `nil` when it is high enough now, else what it is and what it would have to be.
  package static func raise(forJobs jobs: Int) -> (limit: Int, needed: Int)? {
    let needed = rlim_t(base + jobs)
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < needed else {
      return nil
    }
    limit.rlim_cur = min(needed, limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return limit.rlim_cur < needed ? (Int(limit.rlim_cur), Int(needed)) : nil
  }
}
