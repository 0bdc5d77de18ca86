/// Brings the forms of one person together: full and short names, and equal Latin spellings.
struct NameMerge {
  private var forms: [NameForm]
  private var parent: [Int]

  /// Returns the groups of forms that are one person, in the order of first mention; each is in that order
  /// too.
  static func groups(of forms: [NameForm]) -> [[NameForm]] {
    var merge = NameMerge(forms)
    return merge.groups()
  }

  private init(_ forms: [NameForm]) {
    self.forms = forms
    parent = Array(forms.indices)
  }

  private mutating func groups() -> [[NameForm]] {
    joinEqualLatin()
    joinVariants()
    joinMisspellings()
    // Long names first: when a short one is read, it is known which of the longer ones are one person.
    for short in forms.indices.sorted(by: { forms[$0].plain.count > forms[$1].plain.count }) { bind(short) }
    var order: [Int] = []
    var groups: [Int: [NameForm]] = [:]
    for index in forms.indices where !forms[index].candidates.isEmpty {
      let root = root(index)
      if groups[root] == nil { order.append(root) }
      groups[root, default: []].append(forms[index])
    }
    return order.compactMap { groups[$0] }
  }

  private func root(_ index: Int) -> Int {
    var root = index
    while parent[root] != root { root = parent[root] }
    return root
  }

  private mutating func join(_ one: Int, _ other: Int) { parent[root(one)] = root(other) }

  /// Joins a short form to the full name it belongs to. Mentions with a title that contradicts the full name
  /// are a person of their own; where several people have the name, each mention goes to the one whom its
  /// title or the nearest full name before it shows, and stays by itself when neither does.
  private mutating func bind(_ short: Int) {
    var best = 0
    var fulls: [Int] = []
    for full in forms.indices where full != short && !forms[full].candidates.isEmpty {
      let likeness = Self.likeness(forms[short], forms[full])
      guard likeness > 0, likeness >= best else { continue }
      if likeness > best { fulls = [] }
      best = likeness
      fulls.append(full)
    }
    guard let first = fulls.first else { return }
    var people: [Int: [Int]] = [:]
    for full in fulls { people[root(full), default: []].append(full) }
    if people.count == 1 {
      part(short, from: first)
      join(short, first)
    } else if people[root(short)] == nil {
      distribute(short, among: people)
    }
  }

  /// Sets mentions of a short form apart whose title or Latin spelling contradicts those of the full name's person.
  private mutating func part(_ short: Int, from full: Int) {
    let spellings = forms.indices.filter { root($0) == root(full) && $0 != short }.flatMap { forms[$0].latin }
    move(
      forms[short].candidates.filter { candidate in
        guard let latin = candidate.latin else { return false }
        return spellings.contains { Self.areRelatives(latin, $0) }
          && !spellings.contains { NameKey($0) == NameKey(latin) }
      }, of: short)
    guard forms[short].candidates.contains(where: { $0.role != nil }),
      !Self.isWellKnown(forms[short], as: forms[full])
    else { return }
    let person = root(full)
    let roles = Set(
      forms.indices.filter { root($0) == person && $0 != short }.flatMap {
        forms[$0].candidates.compactMap(\.role)
      })
    guard !roles.isEmpty else { return }
    let apart = forms[short].candidates.filter { candidate in
      candidate.role.map { role in roles.allSatisfy(role.contradicts) } ?? false
    }
    move(apart, of: short)
  }

  /// Shares the mentions of a short form out among people who have the name.
  private mutating func distribute(_ short: Int, among people: [Int: [Int]]) {
    let roots = people.keys.sorted()
    let roles = roots.map { root in
      Set((people[root] ?? []).flatMap { forms[$0].candidates.compactMap(\.role) })
    }
    let places = roots.map { root in
      (people[root] ?? []).flatMap { forms[$0].candidates.map(\.place) }.sorted { $0 < $1 }
    }
    let owners = forms[short].candidates.map { candidate -> Int? in
      if let role = candidate.role, role != .other {
        let same = roots.indices.filter { roles[$0].contains(role) }
        if same.count == 1 { return roots[same[0]] }
      }
      let nearest = roots.indices.compactMap { index in
        places[index].last { $0 < candidate.place && $0.field == candidate.place.field }.map { ($0, index) }
      }
      return nearest.max { $0.0 < $1.0 }.map { roots[$0.1] }
    }
    let found = Set(owners.compactMap(\.self))
    // A mention without a full name before it, in the title or a caption, follows the others when they agree.
    let only = found.count == 1 ? found.first : nil
    for root in roots {
      let mine = zip(forms[short].candidates, owners).filter { ($0.1 ?? only) == root }.map(\.0)
      guard !mine.isEmpty else { continue }
      var form = forms[short]
      form.candidates = mine
      parent.append(forms.count)
      forms.append(form)
      join(forms.count - 1, root)
    }
    forms[short].candidates = zip(forms[short].candidates, owners).filter { ($0.1 ?? only) == nil }.map(\.0)
  }

  /// Makes a form of its own of some candidates of a form.
  private mutating func move(_ candidates: [NameCandidate], of index: Int) {
    guard !candidates.isEmpty else { return }
    var form = forms[index]
    form.candidates = candidates
    parent.append(forms.count)
    forms.append(form)
    forms[index].candidates.removeAll { candidate in
      candidates.contains { $0.field == candidate.field && $0.range == candidate.range }
    }
  }

  /// Whether two Latin spellings share the family name and nothing else: Hillary Clinton, Bill Clinton.
  private static func areRelatives(_ one: String, _ other: String) -> Bool {
    let (left, right) = (one.split(separator: " "), other.split(separator: " "))
    guard let first = left.first, let second = right.first, left.count > 1, right.count > 1 else {
      return false
    }
    return left.last == right.last && first.first != second.first
  }

  private static func isWellKnown(_ short: NameForm, as full: NameForm) -> Bool {
    guard let number = WellKnownPeople.shared.number(ofShort: short.text) else { return false }
    return full.wellKnown == number
  }

  /// How well a shorter form fits a fuller one; 0 when it is not a form of it.
  private static func likeness(_ short: NameForm, _ full: NameForm) -> Int {
    if short.plain == full.plain { return short.text < full.text ? 9 : 0 }
    guard short.plain.count < full.plain.count, !areTwoWellKnown(short, full) else { return 0 }
    if full.isFull { return likenessToDotted(short, full) }
    return short.isFull || short.isLatin ? 0 : likenessToHan(short, full)
  }

  /// Whether both are well-known people, and different ones: 安倍晋三 and 安倍晋太郎, 小特朗普 and 特朗普.
  private static func areTwoWellKnown(_ one: NameForm, _ other: NameForm) -> Bool {
    guard let number = one.wellKnown, let otherNumber = other.wellKnown else { return false }
    return number != otherNumber
  }

  /// 普京 is the last component of 弗拉基米尔·普京, 乔·拜登 has first and last of 乔·罗宾内特·拜登.
  private static func likenessToDotted(_ short: NameForm, _ full: NameForm) -> Int {
    let parts = full.components
    if short.wellKnown != nil, WellKnownPeople.shared.parts(short.text, from: full.text) { return 0 }
    if short.isFull {
      let ends = short.components.first == parts.first && short.components.last == parts.last
      let isPart =
        Array(parts.suffix(short.components.count)) == short.components
        || Array(parts.prefix(short.components.count)) == short.components
      return ends || isPart ? 5 : 0
    }
    if short.text == parts.last { return 5 }
    if short.text == parts.first, short.plain.count >= 2 { return 3 }
    if parts.contains(short.text) { return 2 }
    return short.plain.count >= 3 && full.plain.suffix(short.plain.count).elementsEqual(short.plain) ? 2 : 0
  }

  /// 锡悦 is the given name of 尹锡悦, 岸田 the surname of 岸田文雄.
  private static func likenessToHan(_ short: NameForm, _ full: NameForm) -> Int {
    let isSuffix = full.plain.suffix(short.plain.count).elementsEqual(short.plain)
    let isPrefix = full.plain.prefix(short.plain.count).elementsEqual(short.plain)
    let isGivenName = full.plain.count == 3 && short.plain.count == 2
    guard isGivenName ? isSuffix : full.plain.count >= 4 && (isSuffix || isPrefix) else { return 0 }
    // 小特朗普 is not 特朗普.
    return short.wellKnown != nil && full.isTransliteration ? 0 : 3
  }

  /// The variants of a well-known name are one person: 普京 and 普丁.
  private mutating func joinVariants() {
    var seen: [Int: Int] = [:]
    for index in forms.indices {
      guard let number = forms[index].wellKnown else { continue }
      if let first = seen[number] { join(index, first) } else { seen[number] = index }
    }
  }

  /// Spellings of one name that differ as slips do are one person.
  private mutating func joinMisspellings() {
    for index in forms.indices where !forms[index].isLatin {
      for other in forms.indices.prefix(index) where !forms[other].isLatin {
        if NameSpelling.isSlip(forms[index], forms[other]), !Self.areTwoWellKnown(forms[index], forms[other])
        {
          join(index, other)
        }
      }
    }
  }

  /// Two forms with the same Latin spelling of five letters or more are one person.
  private mutating func joinEqualLatin() {
    var seen: [NameKey: Int] = [:]
    for index in forms.indices {
      let spellings = forms[index].isLatin ? [forms[index].text.string] : forms[index].latin
      for key in spellings.map({ NameKey($0) }) where key.text.count >= 5 {
        guard let first = seen[key] else {
          seen[key] = index
          continue
        }
        if !Self.areTwoWellKnown(forms[index], forms[first]) { join(index, first) }
      }
    }
  }
}
