import CEntityTables

/// Persons whom news name by a short form without introducing them, and the variants of that form.
struct WellKnown {
  static let shared = WellKnown()

  private struct Person {
    let number: Int
    let givenNames: Set<String>
  }
  private let people: [String: Person]

  private init() {
    var size = 0
    var people: [String: Person] = [:]
    if let start = entity_well_known(&size) {
      let text = String(decoding: UnsafeBufferPointer(start: start, count: size), as: UTF8.self)
      for (number, line) in text.split(separator: "\n").enumerated() where !line.hasPrefix("#") {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard let forms = columns.first else { continue }
        let given = columns.dropFirst().first.map { Set($0.split(separator: " ").map(String.init)) } ?? []
        for form in forms.split(separator: " ") {
          people[String(form)] = Person(number: number, givenNames: given)
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
    guard let person = people[short.text], !person.givenNames.isEmpty, let first = full.components.first
    else { return false }
    return full.components.last == short.text && !person.givenNames.contains(first)
  }
}
