import Foundation
import Glibc

/// A program run as a process of its own, measured from outside.
enum MeasuredProcess {
  /// Why a program could not be measured.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a program to its end; its standard output is thrown away.
  ///
  /// - Parameter accepted: the exit statuses of a run that counts.
  static func run(_ command: [String], accepted: Set<Int32> = [0]) throws -> Measurement {
    let start = Measurement.seconds(CLOCK_MONOTONIC)
    let process = try spawn(command, output: nil)
    return try wait(process, command, since: start, accepted)
  }

  /// Runs a program to its end and measures how long it takes until its first output, in seconds.
  static func timeToFirstOutput(_ command: [String]) throws -> Double {
    var pipe: [Int32] = [0, 0]
    guard Glibc.pipe(&pipe) == 0 else { throw Failure(description: "pipe: \(errno)") }
    let start = Measurement.seconds(CLOCK_MONOTONIC)
    let process = try spawn(command, output: pipe[1])
    close(pipe[1])
    defer { close(pipe[0]) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(pipe[0], &bytes, bytes.count)
    let end = Measurement.seconds(CLOCK_MONOTONIC)
    guard count > 0 else { throw Failure(description: "\(command.joined(separator: " ")): no output") }
    while read(pipe[0], &bytes, bytes.count) > 0 {}
    _ = try wait(process, command, since: start, [0])
    return end - start
  }

  private static func spawn(_ command: [String], output: Int32?) throws -> pid_t {
    var arguments = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    if let output {
      posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    }
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var process = pid_t()
    let code = posix_spawnp(&process, command[0], &actions, nil, &arguments, environ)
    guard code == 0 else {
      throw Failure(description: "\(command[0]): \(String(cString: strerror(code)))")
    }
    return process
  }

  private static func wait(
    _ process: pid_t, _ command: [String], since start: Double, _ accepted: Set<Int32>
  ) throws -> Measurement {
    var status: Int32 = 0
    var usage = rusage()
    var peakMemory = 0
    // The peak that wait4 gives begins with that of this process, so the kernel is asked while it runs.
    while wait4(process, &status, WNOHANG, &usage) == 0 {
      peakMemory = max(peakMemory, residentPeak(process))
      usleep(5000)
    }
    let end = Measurement.seconds(CLOCK_MONOTONIC)
    guard status & 0x7F == 0, accepted.contains(status >> 8) else {
      throw Failure(
        description: "\(command.prefix(4).joined(separator: " ")) … ended with status \(status >> 8)")
    }
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return Measurement(
      wall: end - start, cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakMemory: peakMemory)
  }

  /// The most memory that a running process had resident, in bytes.
  private static func residentPeak(_ process: pid_t) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return 0 }
    return line.split(separator: " ").compactMap { Int($0) }.first.map { $0 * 1024 } ?? 0
  }
}
