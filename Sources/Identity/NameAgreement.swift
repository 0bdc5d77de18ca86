import Entities

/// Whether two bearers are one person by their names alone.
enum NameAgreement {
  /// Why two bearers are one person; `nil` where their names do not say so. Depends on nothing but the two.
  static func join(_ one: BearerRecord, _ other: BearerRecord) -> NameJoin? {
    let (left, right) = (one.bearer, other.bearer)
    if left.label != nil || right.label != nil { return nil }
    func because(_ rule: NameJoin.Rule, _ spelling: LatinKey? = nil) -> NameJoin {
      NameJoin(
        rule: rule, name: left.key, other: right.key, spelling: spelling?.text,
        articles: min(one.articles, other.articles))
    }
    let numbers = (WellKnownPeople.shared.number(of: left), WellKnownPeople.shared.number(of: right))
    if let number = numbers.0, number == numbers.1 { return areSenior(left, right) ? because(.listed) : nil }
    if numbers.0 != nil, numbers.1 != nil { return nil }
    if !left.isDotted, left.hasName(of: right), left.latin == nil || right.latin == nil {
      return because(.name)
    }
    switch (left.latin, right.latin) {
    case (let spelling?, let second?):
      if spelling == second { return canShare(one, other) ? because(.latin, spelling) : nil }
      let isOneName =
        left.hasName(of: right) || left.full != nil && left.full == right.full
        || areSpellings(left.components, right.components)
      if isOneName { return spelling.resembles(second) ? because(.latin, spelling) : nil }
      // 迈克·史密斯（Mike Smith） and 史密斯（Michael Smith）.
      return left.family == right.family && spelling.agrees(with: second) ? because(.latin, spelling) : nil
    default:
      if left.isDotted || right.isDotted, left.full != nil, left.full == right.full { return because(.name) }
      let isSpelled =
        areSpellings(left.components, right.components) || spells(left, right) || spells(right, left)
      return isSpelled ? because(.spelling) : nil
    }
  }

  /// Whether two listed names do not tell father and son apart: 唐纳德·特朗普（Donald Trump Jr.） is not the father;
  /// 小约瑟夫 is on the list with its sign.
  private static func areSenior(_ one: Bearer, _ other: Bearer) -> Bool {
    guard let left = one.latin, let right = other.latin, left.isJunior != right.isJunior else { return true }
    return (left.isJunior ? one : other).components[0].hasPrefix("小")
  }

  /// Whether two names in Chinese characters can be spellings of one Latin name. It may stand with the wrong name, or
  /// spell several: 王伟 and 王维 are both Wang Wei.
  ///
  /// Dotted names agree when their given names or their family names share a character (乔·拜登, 约瑟夫·拜登). A dotted
  /// and an undotted name agree when they share a character, or when three articles name each: outlets write the same
  /// family name in other characters altogether (阿扎尔, 艾薩). Two undotted names must share a character other than
  /// the first, the family name of Chinese, Korean and Japanese names; or three articles name each and both are
  /// longer than Chinese names with a family name of one character.
  private static func canShare(_ one: BearerRecord, _ other: BearerRecord) -> Bool {
    let (left, right) = (one.bearer, other.bearer)
    guard left.hasHan, right.hasHan else { return true }
    let (first, second) = (left.components, right.components)
    if NameParts.shared.areSpellings(left.family, right.family) { return true }
    if first.count > 1, second.count > 1 {
      return share(first[0], second[0]) || share(left.family, right.family)
        || min(one.articles, other.articles) >= 3
    }
    if first.count > 1 || second.count > 1 {
      return share(left.name, right.name) || min(one.articles, other.articles) >= 3
    }
    let shared = Set(left.name.unicodeScalars).intersection(right.name.unicodeScalars)
    if let initial = left.name.unicodeScalars.first, right.name.unicodeScalars.first == initial {
      return !shared.subtracting([initial]).isEmpty
    }
    return !shared.isEmpty || min(one.articles, other.articles) >= 3
  }

  /// Whether given names and family names both spell the same Latin names: 悉尼·鲍威尔, 西德尼·鲍威尔.
  private static func areSpellings(_ one: [String], _ other: [String]) -> Bool {
    guard one.count > 1, other.count > 1 else { return false }
    let parts = NameParts.shared
    return parts.areSpellings(one[0], other[0])
      && parts.areSpellings(one[one.count - 1], other[other.count - 1])
  }

  /// Whether a full name without a Latin spelling is what a family name with one spells: 迈尔斯·泰勒,
  /// 泰勒（Miles Taylor）.
  private static func spells(_ full: Bearer, _ other: Bearer) -> Bool {
    guard full.isDotted, full.latin == nil, !other.isDotted, let latin = other.latin,
      full.family == other.family
    else { return false }
    return NameParts.shared.spells(full.components[0], latin: latin.words[0])
  }

  private static func share(_ one: String, _ other: String) -> Bool {
    !Set(one.unicodeScalars).isDisjoint(with: other.unicodeScalars)
  }
}

extension WellKnownPeople {
  /// The number of the person whom a whole name means: a dotted one with a given name of theirs, a listed name that
  /// needs none, or one that tells father and son apart (小布什, 老布什).
  func number(of bearer: Bearer) -> Int? {
    if bearer.isDotted { return number(ofFull: bearer.components) }
    let isWhole = bearer.name.hasPrefix("小") || bearer.name.hasPrefix("老") || !isFamilyName(bearer.key)
    return isWhole ? number(ofShort: bearer.key) : nil
  }
}
