/// The weights of the tagger: for each row of features one for I and one for B, relative to O, in whole steps;
/// and what one label after another weighs.
///
/// Layout (little-endian; written by `DossierTraining train`): magic, number of rows (a power of two), the step
/// (Float32), nine transitions (Float32, in the order of ``Transition``), then two Int8 a row.
package struct TaggerModel: @unchecked Sendable {
  /// One label after another, in the order in which the model holds their weights; I after O, and I at the
  /// beginning, cannot be.
  package enum Transition: Int, CaseIterable {
    case startToB, outToOut, outToB, insideToOut, insideToInside, insideToB, beginToOut, beginToInside,
      beginToB
  }

  /// What a label weighs after another.
  package struct Transitions: Equatable, Sendable {
    /// All of them, in the order of ``Transition``; the rest is 0.
    package var values = SIMD16<Float>(repeating: 0)

    /// All of them nothing.
    package init() {}

    /// The weight of one.
    package subscript(_ transition: Transition) -> Float {
      @inline(__always) get { values[transition.rawValue] }
      set { values[transition.rawValue] = newValue }
    }
  }

  /// How many rows there are, less one; hashes are cut to it.
  let mask: UInt32
  /// What one step of a weight is.
  let step: Float
  /// What labels weigh after each other.
  let transitions: Transitions
  /// The weights, I and B of each row.
  let weights: UnsafePointer<Int8>
  /// Keeps the bytes alive that are no part of the binary.
  private let owner: Bytes?

  static let magic: UInt32 = 0x5250_4331  // "1CPR"
  private static let headSize = 12 + 4 * Transition.allCases.count

  /// A model read in place; `nil` for bytes that are none.
  init?(_ start: UnsafePointer<UInt8>, count: Int) { self.init(start, count: count, owner: nil) }

  /// A model of its own bytes; `nil` when they are none.
  package init?(_ bytes: [UInt8]) {
    let owner = Bytes(bytes)
    self.init(UnsafePointer(owner.start), count: bytes.count, owner: owner)
  }

  private init?(_ start: UnsafePointer<UInt8>, count: Int, owner: Bytes?) {
    let base = UnsafeRawPointer(start)
    guard count > Self.headSize, base.loadUnaligned(as: UInt32.self) == Self.magic else { return nil }
    let rows = base.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
    guard rows.nonzeroBitCount == 1, count == Self.headSize + 2 * Int(rows) else { return nil }
    mask = rows - 1
    step = base.loadUnaligned(fromByteOffset: 8, as: Float.self)
    var transitions = Transitions()
    for index in 0..<Transition.allCases.count {
      transitions.values[index] = base.loadUnaligned(fromByteOffset: 12 + 4 * index, as: Float.self)
    }
    self.transitions = transitions
    weights = (base + Self.headSize).assumingMemoryBound(to: Int8.self)
    self.owner = owner
  }

  /// The bytes of a model; `weights` holds I and B of each row.
  package static func bytes(rows: Int, step: Float, transitions: Transitions, weights: [Int8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(headSize + weights.count)
    func append(_ value: UInt32) {
      for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
    append(magic)
    append(UInt32(rows))
    append(step.bitPattern)
    for index in 0..<Transition.allCases.count { append(transitions.values[index].bitPattern) }
    bytes += weights.map { UInt8(bitPattern: $0) }
    return bytes
  }

  private final class Bytes: Sendable {
    nonisolated(unsafe) let start: UnsafeMutablePointer<UInt8>
    init(_ bytes: [UInt8]) {
      start = .allocate(capacity: max(1, bytes.count))
      start.update(from: bytes, count: bytes.count)
    }
    deinit { start.deallocate() }
  }
}
