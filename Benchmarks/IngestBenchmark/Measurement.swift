import Glibc

/// What a piece of work took.
struct Measurement {
  /// Time on the wall, in seconds.
  var wall = 0.0
  /// CPU time of all threads, user and system, in seconds.
  var cpu = 0.0
  /// The most memory resident at a time, in bytes; 0 where it is not known.
  var peakMemory = 0

  static func + (left: Measurement, right: Measurement) -> Measurement {
    Measurement(
      wall: left.wall + right.wall, cpu: left.cpu + right.cpu,
      peakMemory: max(left.peakMemory, right.peakMemory))
  }

  /// Measures work in this process; its memory is not its own, so that is left out.
  static func of(_ work: () throws -> Void) rethrows -> Measurement {
    let (wall, cpu) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
    try work()
    return Measurement(wall: seconds(CLOCK_MONOTONIC) - wall, cpu: seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu)
  }

  /// What a clock shows.
  static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// A measurement that was made several times.
struct Measurements {
  private(set) var all: [Measurement] = []

  mutating func add(_ measurement: Measurement) { all.append(measurement) }

  /// The median of a figure.
  func median(_ figure: (Measurement) -> Double) -> Double {
    let values = all.map(figure).sorted()
    return values.count % 2 == 1
      ? values[values.count / 2] : (values[values.count / 2 - 1] + values[values.count / 2]) / 2
  }

  /// The least and the greatest of a figure.
  func spread(_ figure: (Measurement) -> Double) -> (least: Double, greatest: Double) {
    let values = all.map(figure)
    return (values.min() ?? 0, values.max() ?? 0)
  }
}
