import CEntityTables

/// Persons whom news name by a short form without introducing them, and the variants of that form.
struct WellKnown {
  static let shared = WellKnown()

  private struct Person {
    let number: Int
    let givenNames: Set<FoldedName>
  }
  private let people: [FoldedName: Person]

  private init() {
    var size = 0
    var people: [FoldedName: Person] = [:]
    if let start = entity_well_known(&size) {
      let text = String(decoding: UnsafeBufferPointer(start: start, count: size), as: UTF8.self)
      for (number, line) in text.split(separator: "\n").enumerated() where !line.hasPrefix("#") {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard let forms = columns.first else { continue }
        let given =
          columns.dropFirst().first.map { Set($0.split(separator: " ").map { FoldedName(String($0)) }) } ?? []
        for form in forms.split(separator: " ") {
          people[FoldedName(String(form))] = Person(number: number, givenNames: given)
        }
      }
    }
    self.people = people
  }

  /// The number of the well-known person that a form is by itself, short or with a given name of theirs: 普丁,
  /// 弗拉基米尔·普京. `nil` for everybody else.
  func number(of form: NameForm) -> Int? {
    if let person = people[form.text] { return person.number }
    guard form.isFull, let last = form.components.last, let first = form.components.first else { return nil }
    guard let person = people[last], person.givenNames.contains(first) else { return nil }
    return person.number
  }

  /// Whether a short form belongs to somebody else than a full one that ends with it: 特朗普 and 埃里克·特朗普.
  func parts(_ short: NameForm, from full: NameForm) -> Bool {
    guard full.components.last == short.text, let first = full.components.first,
      let person = people[short.text]
    else { return false }
    return !person.givenNames.isEmpty && !person.givenNames.contains(first)
  }
}
