/// People whom news name by a short form without introducing them, with the regional spellings of their names
/// (`lists/well-known.tsv`): 特朗普 and 川普 are one name; with the given name 唐纳德 they are that person.
///
/// A form marked with `*` in the list is a surname that many people share (约翰逊). It means the person only
/// together with one of the person's given names.
package struct WellKnownPeople: Sendable {
  /// The list that is part of the program.
  package static let shared = WellKnownPeople(.wellKnown)

  fileprivate struct Person: Sendable {
    /// The forms that mean the person by themselves, the commonest first.
    var ownForms: [FoldedName] = []
    /// Every form, those that many people share included.
    var forms: [FoldedName] = []
    var givenNames: [FoldedName] = []
  }
  fileprivate let people: [Person]
  /// The person whom a form means by itself.
  private let byForm: [FoldedName: Int]
  /// The people who bear a form as a surname.
  private let bySurname: [FoldedName: [Int]]
  /// The person of each given name followed by a form, without dots: 唐纳德特朗普.
  private let byPlainName: [FoldedName: Int]

  /// Reads a list; a person's number is the number of the row.
  init(_ list: HandMadeList) {
    var people: [Person] = []
    var byForm: [FoldedName: Int] = [:]
    var bySurname: [FoldedName: [Int]] = [:]
    var byPlainName: [FoldedName: Int] = [:]
    for row in list.rows {
      var person = Person()
      for word in row[0].blankSeparated {
        let isShared = word.hasSuffix("*")
        let form = FoldedName(folding: isShared ? String(word.dropLast()) : word)
        person.forms.append(form)
        bySurname[form, default: []].append(people.count)
        if !isShared {
          person.ownForms.append(form)
          for key in [form, FoldedName(form.plain)] where byForm[key] == nil { byForm[key] = people.count }
        }
      }
      guard !person.forms.isEmpty else { continue }
      person.givenNames = row.count > 1 ? row[1].blankSeparated.map(FoldedName.init(folding:)) : []
      for form in person.forms {
        for given in person.givenNames { byPlainName[FoldedName(given.plain + form.plain)] = people.count }
      }
      people.append(person)
    }
    (self.people, self.byForm, self.bySurname, self.byPlainName) = (people, byForm, bySurname, byPlainName)
  }

  /// Every form that means somebody by itself.
  var ownForms: some Sequence<FoldedName> { byForm.keys }

  /// Returns the number of the person whom a form means by itself, without a given name: 川普, 安倍.
  func number(ofShort form: FoldedName) -> Int? { byForm[form] }

  /// Returns the number of the person whom a full name means: 唐纳·川普, 小约瑟夫·R·拜登, 唐纳德特朗普.
  func number(ofFull name: FoldedName) -> Int? {
    guard byForm[name] == nil else { return nil }
    let components = name.components
    guard components.count > 1, let last = components.last, let first = components.first else {
      return byPlainName[name]
    }
    guard let bearers = bySurname[last] else { return byPlainName[FoldedName(name.plain)] }
    // The longest given name decides: 乔治·H·W·布什 before 乔治·布什.
    let given = FoldedName(components.dropLast().map(\.scalars).joined(separator: [FoldedText.dot]))
    return bearers.first { people[$0].givenNames.contains { $0.components == given.components } }
      ?? bearers.first { people[$0].givenNames.contains(first) }
  }

  /// Returns the number of the person whom a name means, full or short.
  func number(of name: FoldedName) -> Int? { number(ofShort: name) ?? number(ofFull: name) }

  /// Whether a short form belongs to somebody else than a full name that ends with it: 特朗普 and 埃里克·特朗普. A
  /// given name that only adds characters to a listed one is taken for a slip.
  func parts(_ short: FoldedName, from full: FoldedName) -> Bool {
    guard let number = byForm[short], full.components.count > 1, full.components.last == short else {
      return false
    }
    guard let first = full.components.first, !people[number].givenNames.isEmpty else { return false }
    if self.number(ofFull: full) == number { return false }
    return !people[number].givenNames.contains { $0.count > 1 && first.scalars.starts(with: $0.scalars) }
  }

  /// Whether a form is a surname with which a given name is listed: 川普, not 习近平.
  func hasGivenName(_ number: Int) -> Bool { !people[number].givenNames.isEmpty }

  /// Returns the forms that mean a person without a given name, the commonest first; for a person whose
  /// surname many people share, the full names without dots.
  func shortForms(_ number: Int) -> [FoldedName] {
    let person = people[number]
    guard person.ownForms.isEmpty else { return person.ownForms }
    return person.forms.flatMap { form in person.givenNames.map { FoldedName($0.plain + form.plain) } }
  }
}

/// The list as who is who across articles reads it: by the keys and folded components of names.
extension WellKnownPeople {
  /// Returns the number of the person whom a name means by itself, without a given name: 川普, 安倍.
  package func number(ofShort key: NameKey) -> Int? { number(ofShort: FoldedName(key.text)) }

  /// Returns the number of the person whom a dotted name means by given name and family name: 唐纳·川普.
  package func number(ofFull components: [String]) -> Int? {
    guard components.count > 1 else { return nil }
    let scalars = components.map { $0.unicodeScalars.map(\.value) }
    return number(ofFull: FoldedName(scalars.joined(separator: [FoldedText.dot])))
  }

  /// Returns whether a name is the family name of a well-known person who has a given name too: 川普, not 习近平.
  package func isFamilyName(_ key: NameKey) -> Bool { number(ofShort: key).map(hasGivenName) ?? false }

  /// Returns the keys of the forms that mean a person without a given name, the commonest first.
  package func shortForms(_ number: Int) -> [NameKey] {
    let forms: [FoldedName] = shortForms(number)
    return forms.map { NameKey($0.string) }
  }

  /// Returns the folded family names of a person, those that many people share included.
  package func familyNames(_ number: Int) -> [String] { people[number].forms.map(\.string) }
}
