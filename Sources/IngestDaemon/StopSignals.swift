import Glibc
import Synchronization
import UnixSignals

/// SIGTERM and SIGINT: the first asks the work to stop after the open batch, the second ends the process at once,
/// which is safe at any moment.
package final class StopSignals: Sendable {
  private let count = Atomic(0)

  /// Nothing yet: signals do what they do until ``listen()`` is called.
  package init() {}

  /// Whether a signal came.
  package var isStopping: Bool { count.load(ordering: .relaxed) > 0 }

  /// Takes over both signals for the rest of the process's life, until the task is cancelled.
  package func listen() async {
    for await signal in await UnixSignalsSequence(trapping: [.sigterm, .sigint]) {
      if count.add(1, ordering: .relaxed).newValue == 2 { _exit(128 + signal.rawValue) }
    }
  }
}
