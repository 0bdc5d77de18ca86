import CIdentityTables

/// The spellings of name parts in Chinese characters: `佩洛西` and `裴洛西` are both Pelosi, `肯尼迪` and `甘迺迪`
/// both Kennedy.
///
/// A component is one part of a dotted name, folded to simplified characters as ``Entities/NameKey`` folds it. The
/// table holds transliterations only, and only Latin parts that at least two components spell.
package struct NameParts: Sendable {
  /// The table that is part of the program.
  package static let shared = NameParts()

  /// The Latin parts of each component, and the components of each Latin part.
  private let parts: [String: [String]]
  private let components: [String: [String]]

  private init() {
    var size = 0
    let bytes = identity_name_parts(&size)
    self.init(text: Array(UnsafeBufferPointer(start: bytes, count: size)))
  }

  /// A table of lines of a component, a tab, and its Latin parts separated by spaces; for tests.
  init(text: [UInt8]) {
    var parts: [String: [String]] = [:]
    var components: [String: [String]] = [:]
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let columns = line.split(separator: UInt8(ascii: "\t"))
      guard columns.count == 2 else { continue }
      let component = String(decoding: columns[0], as: UTF8.self)
      for part in columns[1].split(separator: UInt8(ascii: " ")).map({ String(decoding: $0, as: UTF8.self) })
      {
        parts[component, default: []].append(part)
        components[part, default: []].append(component)
      }
    }
    self.parts = parts
    self.components = components
  }

  /// Returns whether two components are equal or spell the same Latin part.
  package func areSpellings(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    guard let left = parts[one], let right = parts[other] else { return false }
    return left.contains(where: right.contains)
  }

  /// Returns the other components that spell a Latin part of a component, sorted.
  package func variants(of component: String) -> [String] {
    var variants = Set((parts[component] ?? []).flatMap { components[$0] ?? [] })
    variants.remove(component)
    return variants.sorted()
  }

  /// Returns whether a component spells a Latin name part, given in lower case without diacritics.
  package func spells(_ component: String, latin word: String) -> Bool {
    parts[component]?.contains(word) ?? false
  }
}
