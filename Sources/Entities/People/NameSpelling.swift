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

  private static func ends(_ form: NameForm) -> ([UInt32], [UInt32])? {
    guard let first = form.components.first, let last = form.components.last else { return nil }
    return (first.scalars, last.scalars)
  }

  private static func isSlip(_ a: [UInt32], _ b: [UInt32], shortest: Int) -> Bool {
    if a.count > 1, a.count == b.count, zip(a, b).allSatisfy({ sound($0) == sound($1) }) { return true }
    guard min(a.count, b.count) >= shortest, a.allSatisfy(transliterates), b.allSatisfy(transliterates) else {
      return false
    }
    return isOneEdit(a, b)
  }

  /// The sound of a character; an unknown one sounds like itself only.
  private static func sound(_ scalar: UInt32) -> UInt32 {
    let sound = LexiconTable.shared.sound(LexiconTable.shared.identity(scalar))
    return sound == 0 ? scalar + 0x10000 : UInt32(sound)
  }

  private static func transliterates(_ scalar: UInt32) -> Bool {
    LexiconTable.shared.names(LexiconTable.shared.identity(scalar)).transliterates
  }

  /// Whether one change, addition or omission makes one name of the other.
  private static func isOneEdit(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard long.count - short.count <= 1 else { return false }
    var start = 0
    while start < short.count, short[start] == long[start] { start += 1 }
    let rest = short.count == long.count ? start + 1 : start
    return rest <= short.count && short[rest...].elementsEqual(long[(start + 1)...])
  }
}
