@testable import HanText

/// The units of a text as the tests write them down: folded text and offsets.
struct ReadUnit: Equatable, CustomStringConvertible {
  var text: String
  var start: Int
  var end: Int
  var description: String { "\(text)[\(start)..<\(end)]" }
}

/// The units of a text.
func units(_ text: String) -> [ReadUnit] { units(Array(text.utf8)) }

/// The units of any bytes.
func units(_ bytes: [UInt8]) -> [ReadUnit] {
  bytes.withUnsafeBufferPointer { text in
    UnitScanner(text).map { unit in
      let folded = [UInt8](unsafeUninitializedCapacity: (unit.end - unit.start) * 2 + 4) { room, count in
        count = unit.write(from: text, into: room, at: 0)
      }
      return ReadUnit(text: String(decoding: folded, as: UTF8.self), start: unit.start, end: unit.end)
    }
  }
}

/// One token as FTS5 is given it.
struct ReadToken: Equatable, CustomStringConvertible {
  var text: String
  var colocated: Bool
  var start: Int
  var end: Int
  var description: String { "\(colocated ? "+" : "")\(text)[\(start)..<\(end)]" }
}

/// The tokens of a text.
func tokens(_ text: String, _ mode: HanTokenizer.Mode) -> [ReadToken] {
  var found: [ReadToken] = []
  _ = Array(text.utf8).withUnsafeBufferPointer { bytes in
    HanTokenizer.tokenize(bytes, mode: mode) { token, colocated, start, end in
      found.append(
        ReadToken(text: String(decoding: token, as: UTF8.self), colocated: colocated, start: start, end: end))
      return 0
    }
  }
  return found
}

/// The folded text.
func folded(_ text: String) -> String {
  String(decoding: Array(text.utf8).withUnsafeBufferPointer(Folding.fold), as: UTF8.self)
}
