/// Takes candidates apart that hold two names, and cuts what follows a name that is known: 石破茂菅义伟, 安倍晋三盛赞刚.
enum NameSplit {
  /// Returns the forms; those that are two names, one after the other, are replaced by both.
  static func split(_ forms: [NameForm], _ readings: [FieldReading]) -> [NameForm] {
    guard forms.contains(where: { isLong($0) }) else { return forms }
    let names = Set(
      forms.filter { $0.tagged > 0 && !$0.isLatin }.flatMap { [$0.text] + ($0.isFull ? $0.components : []) })
    var pieces: [FoldedName: [Range<Int>]] = [:]
    for form in forms where isLong(form) {
      if let ranges = parts(form, names) { pieces[form.text] = ranges }
    }
    guard !pieces.isEmpty else { return forms }
    let candidates = forms.flatMap { form -> [NameCandidate] in
      guard let ranges = pieces[form.text] else { return form.candidates }
      return form.candidates.flatMap { candidate -> [NameCandidate] in
        guard let reading = readings.first(where: { $0.field == candidate.field }) else { return [candidate] }
        return ranges.map { range in
          let start = candidate.range.lowerBound
          var piece = CandidateFinder(reading).candidate(
            start + range.lowerBound..<start + range.upperBound, candidate.source, candidate.score)
          piece.cutFrom = form.text
          return piece
        }
      }
    }
    return NameForm.forms(of: candidates)
  }

  private static func isLong(_ form: NameForm) -> Bool {
    !form.isFull && !form.isLatin && form.text.count >= 4
      && form.wellKnown == nil
  }

  /// The names that a form holds, as ranges of its scalars; `nil` when it is one name as far as can be told.
  private static func parts(_ form: NameForm, _ names: Set<FoldedName>) -> [Range<Int>]? {
    let scalars = form.text.scalars
    func piece(_ range: Range<Int>) -> FoldedName { FoldedName(scalars[range]) }
    func isKnown(_ name: FoldedName) -> Bool { WellKnownPeople.shared.number(of: name) != nil }
    for cut in 2...scalars.count - 2 {
      let (left, right) = (piece(0..<cut), piece(cut..<scalars.count))
      let known = (isKnown(left) ? 1 : 0) + (isKnown(right) ? 1 : 0)
      guard
        known == 2
          || (known == 1 || form.tagged < 2) && (isKnown(left) || names.contains(left))
            && (isKnown(right) || names.contains(right))
      else { continue }
      return [0..<cut, cut..<scalars.count]
    }
    if scalars.count == 6, !form.isTransliteration {
      let halves = [0..<3, 3..<6]
      if halves.allSatisfy({ NameForm.isCertainlyChinese(piece($0)) }) { return halves }
    }
    guard scalars.count >= 5 else { return nil }
    for cut in (3...scalars.count - 2).reversed() where isKnown(piece(0..<cut)) {
      let rest = piece(cut..<scalars.count)
      if !rest.scalars.allSatisfy(NameForm.transliterates) { return [0..<cut] }
    }
    return nil
  }
}
