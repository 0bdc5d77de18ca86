/// Tells slips of the pen from other names: 袁晓靓 and 袁小靓 are one person in an article, 金正恩 and 金正男 are not.
enum NameSpelling {
  /// Whether two forms are one name written in two ways: they sound the same; or both are transliterations of
  /// four or more characters, one of which was changed, added or left out; or they are dotted names with one
  /// component equal and the other so.
  static func isSlip(_ a: NameForm, _ b: NameForm) -> Bool {
    guard a.isFull == b.isFull, abs(a.plain.count - b.plain.count) <= 1 else { return false }
    guard a.isFull else { return isSlip(a.plain, b.plain, shortest: 4) }
    guard let (firstA, lastA) = ends(a), let (firstB, lastB) = ends(b) else { return false }
    if lastA == lastB { return isSlip(firstA, firstB, shortest: 3) }
    return firstA == firstB && isSlip(lastA, lastB, shortest: 3)
  }

  private static func ends(_ form: NameForm) -> ([Unicode.Scalar], [Unicode.Scalar])? {
    guard let first = form.components.first, let last = form.components.last else { return nil }
    return (Array(first.unicodeScalars), Array(last.unicodeScalars))
  }

  private static func isSlip(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], shortest: Int) -> Bool {
    if sound(a) == sound(b), a.count > 1 { return true }
    guard min(a.count, b.count) >= shortest, (a + b).allSatisfy(transliterates) else { return false }
    return isOneEdit(a, b)
  }

  /// The sounds of a name's characters; an unknown one sounds like itself only.
  private static func sound(_ name: [Unicode.Scalar]) -> [UInt32] {
    name.map {
      let sound = LexiconTable.shared.sound(LexiconTable.shared.identity($0.value))
      return sound == 0 ? $0.value + 0x10000 : UInt32(sound)
    }
  }

  private static func transliterates(_ scalar: Unicode.Scalar) -> Bool {
    LexiconTable.shared.names(LexiconTable.shared.identity(scalar.value)).transliterates
  }

  /// Whether one change, addition or omission makes one name of the other.
  private static func isOneEdit(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard long.count - short.count <= 1 else { return false }
    var start = 0
    while start < short.count, short[start] == long[start] { start += 1 }
    let rest = short.count == long.count ? start + 1 : start
    return rest <= short.count && short[rest...].elementsEqual(long[(start + 1)...])
  }
}
