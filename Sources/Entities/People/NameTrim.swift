/// Takes characters off a form that the article shows to be none of the name's: 王毅则 beside 王毅.
enum NameTrim {
  /// Characters that follow names as function words and end few names: 均 将 则 称 …
  private static let endings = Set("均将则称曾已也还又都就说在对于与和的是等后所让向会能两之".scalarValues)

  /// The forms, those with too much moved to the ones they hold.
  static func trimmed(_ forms: [NameForm], _ readings: [FieldReading]) -> [NameForm] {
    guard forms.contains(where: endsWithAdverb) else { return heldByShorter(forms, readings) }
    let candidates = forms.flatMap { form -> [NameCandidate] in
      guard endsWithAdverb(form) else { return form.candidates }
      return form.candidates.compactMap { cut($0, before: 0, after: 1, readings) }
    }
    return heldByShorter(NameForm.forms(of: candidates), readings)
  }

  /// Whether a form is a surname with one character and an adverb: 周明则强调, 将 and 称 likewise where a verb
  /// always follows; 林远、周明均表示, where a list always goes before, for 均 ends given names too.
  private static func endsWithAdverb(_ form: NameForm) -> Bool {
    guard form.text.count == 3, form.surname >= 2, let last = form.plain.last else {
      return false
    }
    let verbs = form.count(of: .saidAfter) + form.count(of: .verbAfter)
    switch Unicode.Scalar(last) {
    case "则", "将", "称": return verbs == form.candidates.count
    case "均": return verbs == form.candidates.count && form.count(of: .listed) == form.candidates.count
    default: return false
    }
  }

  private static func cut(
    _ candidate: NameCandidate, before: Int, after: Int, _ readings: [FieldReading]
  ) -> NameCandidate? {
    guard let reading = readings.first(where: { $0.field == candidate.field }) else { return nil }
    let range = candidate.range.lowerBound + before..<candidate.range.upperBound - after
    var cut = CandidateFinder(reading).candidate(range, candidate.source, candidate.score)
    cut.cutFrom = candidate.form
    return cut
  }

  private static func heldByShorter(_ forms: [NameForm], _ readings: [FieldReading]) -> [NameForm] {
    var forms = forms
    var index: [FoldedName: Int] = [:]
    for (position, form) in forms.enumerated() { index[form.text] = position }
    var emptied: Set<Int> = []
    for long in forms.indices.sorted(by: { forms[$0].plain.count > forms[$1].plain.count }) {
      guard !forms[long].isFull, !forms[long].isLatin,
        forms[long].wellKnown == nil
      else { continue }
      guard let (short, cut) = shorter(than: forms[long], forms, index), !emptied.contains(short) else {
        continue
      }
      forms[short].candidates += forms[long].candidates.compactMap {
        Self.cut($0, before: cut.before, after: cut.after, readings)
      }
      emptied.insert(long)
    }
    return forms.indices.filter { !emptied.contains($0) }.map { forms[$0] }
  }

  /// The form that a longer one should be, and what is cut from its edges.
  private static func shorter(
    than form: NameForm, _ forms: [NameForm], _ index: [FoldedName: Int]
  ) -> (Int, (before: Int, after: Int))? {
    let scalars = form.text.scalars
    for extra in 1...2 where scalars.count - extra >= 2 {
      for cut in [(before: 0, after: extra), (before: extra, after: 0)] {
        let text = FoldedName(scalars[cut.before..<scalars.count - cut.after])
        guard let short = index[text] else { continue }
        let isGivenName = cut.before == 1 && scalars.count == 3 && form.surname >= 2
        guard !isGivenName else { continue }
        let endsFalsely = cut.after == 1 && endings.contains(scalars[scalars.count - 1])
        if forms[short].tagged > form.tagged, form.score <= max(0.98, forms[short].score) || endsFalsely {
          return (short, cut)
        }
        if endsFalsely, forms[short].tagged >= form.tagged, forms[short].score >= 0.5 {
          return (short, cut)
        }
      }
    }
    return nil
  }
}
