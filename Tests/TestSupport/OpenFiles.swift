import Synchronization

/// What keeps the files that tests write apart from the processes that tests start.
///
/// A new process holds copies of all descriptors of its parent until it runs its program. A file whose writer
/// closed it in that moment is still open for writing somewhere, so that ingest leaves it for later, as it must.
package enum OpenFiles {
  private static let lock = Mutex(())

  /// Runs what closes a file that was open for writing, or what starts a process: one of them at a time.
  ///
  /// The file needs `O_CLOEXEC` when it was opened outside.
  package static func alone<Result>(_ work: () throws -> sending Result) rethrows -> sending Result {
    try lock.withLock { _ in try work() }
  }
}
