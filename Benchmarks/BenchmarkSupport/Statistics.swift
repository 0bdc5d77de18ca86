/// Times of repeated work.
package struct Statistics {
  private let sorted: [Double]

  /// - Parameter milliseconds: one time a measurement; not empty.
  package init(milliseconds: [Double]) {
    sorted = milliseconds.sorted()
  }

  /// The time that a share of the measurements does not exceed.
  package func percentile(_ share: Double) -> Double {
    sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
  }

  /// How long some work takes, in milliseconds.
  package static func milliseconds(_ work: () throws -> Void) rethrows -> Double {
    let time = try ContinuousClock().measure(work)
    return Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15
  }
}
