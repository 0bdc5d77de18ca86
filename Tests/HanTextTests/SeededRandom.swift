/// A small generator whose seed a failing test prints (SplitMix64, S. Vigna).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Random bytes: noise, or scalars of all planes with a few of their bytes broken.
  mutating func bytes(upTo count: Int) -> [UInt8] {
    let length = Int.random(in: 0...count, using: &self)
    if Bool.random(using: &self) { return (0..<length).map { _ in UInt8.random(in: 0...255, using: &self) } }
    var bytes = Array(text(upTo: length).utf8)
    for _ in 0..<Int.random(in: 0...3, using: &self) where !bytes.isEmpty {
      bytes[Int.random(in: 0..<bytes.count, using: &self)] = UInt8.random(in: 0...255, using: &self)
    }
    return bytes
  }

  /// Random text: scalars of all planes, those that the tokenizer treats in a way of their own more often.
  mutating func text(upTo count: Int) -> String {
    let special: [Unicode.Scalar] = [
      "人", "民", "國", "国", "a", "B", "é", "1", "２", "·", " ", "\u{3000}", "\n", "\r", "\u{2029}", "\u{301}",
      "\u{200B}", "\u{AD}", "\0", "\t", "，", "。", "\"", "*", "-", ":", "ß", "ア", "ไ",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...count, using: &self) {
      if Bool.random(using: &self), let scalar = special.randomElement(using: &self) {
        text.append(scalar)
      } else {
        let limit: UInt32 = Bool.random(using: &self) ? 0x3000 : 0x10FFFF
        text.append(Unicode.Scalar(UInt32.random(in: 0...limit, using: &self)) ?? "\u{FFFD}")
      }
    }
    return String(text)
  }
}
