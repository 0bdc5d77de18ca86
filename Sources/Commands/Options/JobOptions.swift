import ArgumentParser
import Glibc

/// How much is worked on at the same time.
struct JobOptions: ParsableArguments {
  /// More threads than any machine has only cost memory.
  private static let most = 1024

  @Option(help: "How many files are worked on at the same time (default: the number of cores).")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...Self.most).contains(jobs) {
      throw ValidationError(
        said("--jobs takes a number from 1 to \(Self.most)", "--jobs 是 1 到 \(Self.most) 的数"))
    }
  }

  /// 1 or more.
  var count: Int { jobs ?? Self.cores }

  /// How many cores this machine has; 1 or more.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
