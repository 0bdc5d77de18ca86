import Foundation
import Glibc
import Testing

/// What the tests of faults may do here. `make test-faults` runs all of each; `make test` a small part of those that
/// need neither root nor strace.
enum Faults {
  /// Whether everything is to be run.
  static let areAllWanted = ProcessInfo.processInfo.environment["DOSSIER_FAULTS"] != nil
  static let isRoot = geteuid() == 0

  /// For tests that trace system calls.
  static let hasTracer = areAllWanted && Program.installed("strace") != nil
  static let needsTracer: Comment = "make test-faults runs it, with strace"
  /// For tests that mount file systems or change settings of the kernel.
  static let hasRoot = areAllWanted && isRoot
  static let needsRoot: Comment = "make test-faults runs it, as root"

  /// Says what was run, for Documentation/Reliability.md.
  static func note(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data("survived: \(text)\n".utf8))
  }
}
