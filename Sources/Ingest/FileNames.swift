import Glibc

/// Names for a file that must not replace another: the wanted one, then that one with a number, counting up without
/// end. None is longer than a file system takes.
struct FileNames: Sequence, IteratorProtocol {
  private let wanted: [UInt8]
  private let longest: Int
  private var number = 0

  /// - Parameter reserved: how many bytes more the longest name made of this one has.
  init(_ wanted: [UInt8], reserved: Int = 0) {
    self.wanted = wanted
    longest = Int(NAME_MAX) - reserved
  }

  mutating func next() -> [UInt8]? {
    defer { number += 1 }
    let suffix = number == 0 ? [] : Array(".\(number)".utf8)
    return Self.shortened(wanted, to: longest - suffix.count) + suffix
  }

  /// The name, cut between two characters of UTF-8 where it is too long.
  private static func shortened(_ name: [UInt8], to length: Int) -> [UInt8] {
    guard name.count > length else { return name }
    var end = length
    while end > 0, name[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(name[..<(end > 0 ? end : length)])
  }
}
