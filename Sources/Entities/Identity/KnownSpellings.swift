import CEntityTables

/// The spellings of well-known persons (`lists/well-known.tsv`): 特朗普 and 川普 are one name, with the given
/// names 唐纳德 and 唐纳 they are that person.
package struct KnownSpellings: Sendable {
  /// The list that is part of the program.
  package static let shared = KnownSpellings()

  private struct Person {
    let forms: [NameKey]
    let givenNames: Set<NameKey>
  }
  private let persons: [Person]
  private let numbers: [NameKey: Int]
  /// The keys of all given names with all forms: 唐纳德特朗普 is written without a dot too.
  private let fullNumbers: [NameKey: Int]

  private init() {
    var size = 0
    var persons: [Person] = []
    if let start = entity_well_known(&size) {
      let text = String(decoding: UnsafeBufferPointer(start: start, count: size), as: UTF8.self)
      for line in text.split(separator: "\n") where !line.hasPrefix("#") {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        var lists = columns.prefix(2).map { $0.split(separator: " ").map { NameKey(String($0)) } }
        guard !lists.isEmpty, let first = lists[0].first else { continue }
        lists[0] +=
          Self.furtherForms.first { $0[0] == first.text }?.dropFirst().map { NameKey(stored: $0) } ?? []
        let forms = lists[0]
        persons.append(Person(forms: forms, givenNames: Set(lists.count > 1 ? lists[1] : [])))
      }
    }
    var numbers: [NameKey: Int] = [:]
    var fullNumbers: [NameKey: Int] = [:]
    for (number, person) in persons.enumerated() {
      for form in person.forms where numbers[form] == nil {
        numbers[form] = number
        for given in person.givenNames { fullNumbers[NameKey(stored: given.text + form.text)] = number }
      }
    }
    self.fullNumbers = fullNumbers
    self.persons = persons
    self.numbers = numbers
  }

  /// Spellings of heads of state and government, and of others whom all outlets write about, that the list lacks,
  /// folded; the first of each is the first of its line there. Compiled by hand for this project.
  static let furtherForms = [
    ["约翰逊", "强森"], ["特鲁多", "杜鲁多"], ["佩洛西", "佩洛希", "波罗西"], ["埃尔多安", "艾尔段", "厄多安"],
    ["杜特尔特", "杜特地"], ["马杜罗", "马杜洛"], ["鲁哈尼", "卢哈尼"], ["阿德恩", "阿尔登"], ["朔尔茨", "舒尔茨"],
    ["卡梅伦", "卡麦隆"], ["萨科齐", "萨科奇"], ["内塔尼亚胡", "内唐亚胡"], ["阿拉法特", "阿拉法"],
  ]

  /// The number of the person whom a name means by itself, without a given name: 川普, 安倍.
  package func number(ofShort key: NameKey) -> Int? { numbers[key] }

  /// Whether a name is the surname of a well-known person who has a given name too: 川普, not 习近平.
  func isSurname(_ key: NameKey) -> Bool { numbers[key].map { !persons[$0].givenNames.isEmpty } ?? false }

  /// The number of the person whom a full name means by surname and given name: 唐纳·川普, 小约瑟夫·R·拜登.
  func number(ofFull name: RecordedName) -> Int? {
    if numbers[name.key] != nil { return nil }
    if let number = fullNumbers[name.key] { return number }
    let components = name.components
    guard components.count > 1, let first = components.first, let last = components.last,
      let number = numbers[last], persons[number].givenNames.contains(first)
    else { return nil }
    return number
  }

  /// The number of the person whom a name means, full or short.
  package func number(of name: RecordedName) -> Int? {
    number(ofShort: name.key) ?? number(ofFull: name)
  }

  /// The keys of the forms without a given name, the commonest first.
  package func shortForms(_ number: Int) -> [NameKey] { persons[number].forms }

  /// The name that short forms of a well-known person belong to, among all names that mean that person: the
  /// full one of most articles, else the short form that the list gives first.
  package func owner(of names: [(key: NameKey, articles: Int)]) -> NameKey? {
    func rank(_ name: (key: NameKey, articles: Int)) -> (Int, Int, NameKey) {
      guard let number = number(ofShort: name.key) else { return (0, -name.articles, name.key) }
      return (1, persons[number].forms.firstIndex(of: name.key) ?? 0, name.key)
    }
    return names.min { rank($0) < rank($1) }?.key
  }
}
