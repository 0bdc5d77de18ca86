/// The list of well-known people as the identity of people across articles reads it.
package typealias KnownSpellings = WellKnownPeople

extension WellKnownPeople {
  /// Returns the number of the person whom a name means by itself, without a given name: 川普, 安倍.
  package func number(ofShort key: NameKey) -> Int? { number(ofShort: FoldedName(key.text)) }

  /// Whether a name is the surname of a well-known person who has a given name too: 川普, not 习近平.
  func isSurname(_ key: NameKey) -> Bool { number(ofShort: key).map(hasGivenName) ?? false }

  /// Returns the number of the person whom a full name means by surname and given name: 唐纳·川普, 小约瑟夫·R·拜登.
  func number(ofFull name: RecordedName) -> Int? {
    if number(ofShort: name.key) != nil { return nil }
    if let number = number(ofFull: FoldedName(name.key.text)) { return number }
    let components = name.components.map { FoldedName($0.text).scalars }
    return components.count > 1
      ? number(ofFull: FoldedName(components.joined(separator: [FoldedText.dot]))) : nil
  }

  /// Returns the number of the person whom a name means, full or short.
  package func number(of name: RecordedName) -> Int? { number(ofShort: name.key) ?? number(ofFull: name) }

  /// Returns the keys of the forms without a given name, the commonest first.
  package func shortForms(_ number: Int) -> [NameKey] {
    let forms: [FoldedName] = shortForms(number)
    return forms.map { NameKey($0.string) }
  }

  /// Returns the name that short forms of a well-known person belong to, among all names that mean that
  /// person: the full name of most articles, or the short form that the list gives first.
  package func owner(of names: [(key: NameKey, articles: Int)]) -> NameKey? {
    func rank(_ name: (key: NameKey, articles: Int)) -> (Int, Int, NameKey) {
      guard let number = number(ofShort: name.key) else { return (0, -name.articles, name.key) }
      let forms: [NameKey] = shortForms(number)
      return (1, forms.firstIndex(of: name.key) ?? 0, name.key)
    }
    return names.min { rank($0) < rank($1) }?.key
  }
}
