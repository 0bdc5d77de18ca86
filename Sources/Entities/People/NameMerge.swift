/// Brings the forms of one person together: full and short names, and equal Latin spellings.
enum NameMerge {
  /// The groups of forms that are one person, in the order of first mention; each is in that order too.
  static func groups(of forms: [NameForm]) -> [[NameForm]] {
    var parent = Array(forms.indices)
    func find(_ index: Int) -> Int {
      var root = index
      while parent[root] != root { root = parent[root] }
      return root
    }
    for short in forms.indices.sorted(by: { forms[$0].plain.count < forms[$1].plain.count }) {
      var best: (score: Int, mentions: Int, index: Int)?
      for full in forms.indices where full != short {
        let score = likeness(forms[short], forms[full])
        guard score > 0 else { continue }
        let mentions = forms[full].candidates.count
        if let known = best, (known.score, known.mentions) >= (score, mentions) { continue }
        best = (score, mentions, full)
      }
      if let best { parent[find(short)] = find(best.index) }
    }
    joinEqualLatin(forms) { parent[find($0)] = find($1) }
    joinVariants(forms) { parent[find($0)] = find($1) }
    joinMisspellings(forms) { parent[find($0)] = find($1) }
    var order: [Int] = []
    var groups: [Int: [NameForm]] = [:]
    for index in forms.indices {
      let root = find(index)
      if groups[root] == nil { order.append(root) }
      groups[root, default: []].append(forms[index])
    }
    return order.compactMap { groups[$0] }
  }

  /// How well a shorter form fits a fuller one; 0 when it is no form of it.
  private static func likeness(_ short: NameForm, _ full: NameForm) -> Int {
    if short.plain == full.plain { return short.text < full.text ? 9 : 0 }
    guard short.plain.count < full.plain.count else { return 0 }
    if full.isFull { return likenessToDotted(short, full) }
    return short.isFull || short.isLatin ? 0 : likenessToHan(short, full)
  }

  /// 普京 is the last component of 弗拉基米尔·普京, 乔·拜登 has first and last of 乔·罗宾内特·拜登.
  private static func likenessToDotted(_ short: NameForm, _ full: NameForm) -> Int {
    let parts = full.components
    if WellKnown.shared.parts(short, from: full) { return 0 }
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
    return WellKnown.shared.number(of: short) != nil && full.isTransliteration ? 0 : 3
  }

  /// The variants of a well-known name are one person: 普京 and 普丁.
  private static func joinVariants(_ forms: [NameForm], _ join: (Int, Int) -> Void) {
    var seen: [Int: Int] = [:]
    for index in forms.indices {
      guard let number = WellKnown.shared.number(of: forms[index]) else { continue }
      if let first = seen[number] { join(index, first) } else { seen[number] = index }
    }
  }

  /// Spellings of one name that differ as slips do are one person.
  private static func joinMisspellings(_ forms: [NameForm], _ join: (Int, Int) -> Void) {
    for index in forms.indices where !forms[index].isLatin {
      for other in forms.indices.prefix(index) where !forms[other].isLatin {
        if NameSpelling.isSlip(forms[index], forms[other]) { join(index, other) }
      }
    }
  }

  /// Two forms with the same Latin spelling of five letters or more are one person.
  private static func joinEqualLatin(_ forms: [NameForm], _ join: (Int, Int) -> Void) {
    var seen: [NameKey: Int] = [:]
    for index in forms.indices {
      let spellings = forms[index].isLatin ? [forms[index].text.string] : forms[index].latin
      for key in spellings.map({ NameKey($0) }) where key.text.count >= 5 {
        if let first = seen[key] { join(index, first) } else { seen[key] = index }
      }
    }
  }
}
