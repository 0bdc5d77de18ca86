/// Decides for each string of an article whether it is a person's name.
enum PersonVote {
  /// The evidence a string needs.
  static let threshold = 0.6

  /// The strings that are names, in the order of their first mention.
  static func names(among candidates: [NameCandidate]) -> [NameForm] {
    var order: [String] = []
    var forms: [String: NameForm] = [:]
    for candidate in candidates {
      if forms[candidate.form] == nil {
        order.append(candidate.form)
        forms[candidate.form] = NameForm(candidate)
      } else {
        forms[candidate.form]?.candidates.append(candidate)
      }
    }
    let all = order.compactMap { forms[$0] }
    let components = Set(all.filter { $0.isFull && $0.confidence >= threshold }.flatMap(\.components))
    return all.filter { isName($0, isComponent: components.contains($0.text)) }
  }

  private static func isName(_ form: NameForm, isComponent: Bool) -> Bool {
    if isComponent, !form.isFull { return form.plain.count > 1 }
    guard form.confidence >= threshold else { return false }
    if form.strongest >= 0.95 { return true }
    // 戴高乐机场, 胡佛研究所: only ever inside the name of something else.
    if 2 * form.inside >= form.candidates.count { return false }
    let classes = lexiconClasses(of: form)
    if !classes.isDisjoint(with: [.notPerson, .country]) { return false }
    if classes.contains(.title) { return false }
    if classes.contains(.place) { return form.strongest >= 0.8 && form.confidence >= 0.9 }
    if classes.contains(.word), !classes.contains(.knownPerson) { return form.confidence >= 0.75 }
    return true
  }

  /// What the whole string is in the lexicon; nothing when it is no word.
  private static func lexiconClasses(of form: NameForm) -> WordClass {
    let table = LexiconTable.shared
    var node = LexiconTable.root
    for scalar in form.text.unicodeScalars {
      let identity = table.identity(scalar.value)
      guard identity != 0, let next = table.child(of: node, identity) else { return [] }
      node = next
    }
    return table.cost(node) > 0 ? table.classes(node) : []
  }
}
