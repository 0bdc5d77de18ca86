/// Whether two names in Chinese characters speak against being one person although their Latin spelling is the
/// same: it may stand beside the wrong name, or spell several (王伟 and 王维 are both Wang Wei).
enum NameConflict {
  /// Names agree when a component agrees: surname or given name of dotted names, any component of a dotted and
  /// an undotted one. Components agree when they share a character (乔·拜登, 约瑟夫·拜登; 鲍里斯·约翰逊,
  /// 鲍里斯·强森); of two undotted names a shared first character alone, the surname, is not enough. An undotted
  /// name that shares nothing with a dotted one agrees where three articles spell each so: outlets write the
  /// same surname in other characters altogether (阿扎尔, 艾薩).
  static func conflict(_ one: RecordedName, _ other: RecordedName, spelled spelling: NameKey) -> Bool {
    guard hasHan(one.key), hasHan(other.key) else { return false }
    let known = KnownSpellings.shared
    if let number = known.number(of: one), number == known.number(of: other) { return false }
    let (left, right) = (one.components, other.components)
    if left.count > 1, right.count > 1 {
      return !share(left.first, right.first) && !share(left.last, right.last)
    }
    if left.count > 1 || right.count > 1 {
      return Set(one.key.text.unicodeScalars).isDisjoint(with: other.key.text.unicodeScalars)
        && min(one.articles(spelled: spelling), other.articles(spelled: spelling)) < 3
    }
    let shared = Set(one.key.text.unicodeScalars).intersection(other.key.text.unicodeScalars)
    if let first = one.key.text.unicodeScalars.first, other.key.text.unicodeScalars.first == first {
      return shared.subtracting([first]).isEmpty
    }
    return shared.isEmpty
  }

  /// Whether a key holds a Chinese character.
  static func hasHan(_ key: NameKey) -> Bool {
    key.text.unicodeScalars.contains { FoldedText.isHan($0.value) }
  }

  private static func share(_ one: NameKey?, _ other: NameKey?) -> Bool {
    guard let one, let other else { return false }
    return !Set(one.text.unicodeScalars).isDisjoint(with: other.text.unicodeScalars)
  }
}
