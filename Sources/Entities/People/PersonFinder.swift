import Articles

/// Finds the people of an article: the tagger's candidates in every field, mended, brought together by
/// string, voted on, looked for again, and joined to one entry a person.
struct PersonFinder {
  let tagger: PersonTagger?
  let vote: PersonVote

  /// The people of an article, and where each field names them.
  struct Result {
    let people: [DocumentPerson]
    let places: [[Range<Int>]]
  }

  /// The strings of an article before the vote, with all that it looks at.
  struct Proposal {
    var forms: [NameForm]
    /// For each field, what the tagger found that is no candidate.
    var rejected: [[CandidateFinder.Rejection]]
  }

  /// What is to be voted on.
  func proposal(for readings: [FieldReading]) -> Proposal {
    var candidates: [NameCandidate] = []
    var rejected: [[CandidateFinder.Rejection]] = []
    for reading in readings {
      let spans = tagger?.spans(in: TaggerText(reading.text, reading.matches)) ?? []
      var none: [CandidateFinder.Rejection] = []
      candidates += CandidateFinder(reading).candidates(in: spans, rejected: &none)
      candidates += LatinNameFinder(reading, spans).candidates()
      rejected.append(none)
    }
    candidates = NameGrowth.grown(candidates, readings)
    var forms = NameTrim.trimmed(NameSplit.split(NameForm.forms(of: candidates), readings), readings)
    addUnbroken(&forms, readings)
    for place in NameOccurrences(forms.map(\.text)).places(in: readings)
    where !readings[place.reading].isInsideName(place.range) {
      forms[place.name].occurrences += 1
    }
    let components = Set(
      forms.filter { $0.isFull && !$0.isLatin && $0.tagged > 0 }.flatMap(\.components))
    for index in forms.indices {
      let form = forms[index]
      forms[index].isComponent = !form.isFull && components.contains(form.text)
      forms[index].isInside = forms.contains { $0.text.holds(form.text) }
    }
    return Proposal(forms: forms, rejected: rejected)
  }

  /// Adds the other places of surnames with two characters that the tagger is not sure of: what stands around
  /// them counts in the vote. A name that an article says once with a title is a subject elsewhere.
  private func addUnbroken(_ forms: inout [NameForm], _ readings: [FieldReading]) {
    let open = forms.indices.filter { forms[$0].tagged == 0 && forms[$0].isUnbroken }
    guard !open.isEmpty else { return }
    for place in NameOccurrences(open.map { forms[$0].text }).places(in: readings) {
      let reading = readings[place.reading]
      let isKnown = forms[open[place.name]].candidates.contains {
        $0.field == reading.field && $0.range.overlaps(place.range)
      }
      guard !isKnown, !reading.isCredit[place.range.lowerBound] else { continue }
      forms[open[place.name]].candidates.append(
        CandidateFinder(reading).candidate(place.range, .recurrence, 0.1))
    }
  }

  /// The proposal with the vote's outcome.
  func decision(for readings: [FieldReading]) -> Proposal {
    var result = proposal(for: readings)
    for index in result.forms.indices { result.forms[index].logOdds = vote.logOdds(result.forms[index]) }
    let names = result.forms.filter { $0.fate == .kept && !$0.isLatin }
    for index in result.forms.indices where result.forms[index].fate == .votedDown {
      let form = result.forms[index]
      result.forms[index].isSlip = !form.isLatin && names.contains { NameSpelling.isSlip(form, $0) }
    }
    return result
  }

  /// The people of an article.
  func find(in readings: [FieldReading]) -> Result {
    var names = decision(for: readings).forms.filter(\.isName)
    for index in names.indices { names[index].dropNamesakes() }
    addRecurrences(&names, readings)
    var places = readings.map { _ in [Range<Int>]() }
    for form in names where !form.isLatin {
      for candidate in form.candidates {
        guard let index = readings.firstIndex(where: { $0.field == candidate.field }) else { continue }
        places[index].append(candidate.range)
      }
    }
    let people = DocumentPeople.people(from: NameMerge.groups(of: names), readings)
    return Result(people: people, places: places)
  }

  /// Adds the places where an accepted name stands and nothing else spoke for it.
  private func addRecurrences(_ names: inout [NameForm], _ readings: [FieldReading]) {
    var known = readings.map { [Bool](repeating: false, count: $0.text.count) }
    for form in names {
      for candidate in form.candidates {
        guard let index = readings.firstIndex(where: { $0.field == candidate.field }) else { continue }
        for position in candidate.range { known[index][position] = true }
      }
    }
    for place in NameOccurrences(names.map(\.text)).places(in: readings) {
      guard !known[place.reading][place.range].contains(true) else { continue }
      let reading = readings[place.reading]
      guard !reading.isCredit[place.range.lowerBound], !reading.isInsideName(place.range),
        names[place.name].isFull || !reading.isInsideWord(place.range)
      else { continue }
      let candidate = CandidateFinder(reading).candidate(place.range, .recurrence, names[place.name].score)
      if candidate.evidence.contains(.namesakeAfter), !candidate.evidence.contains(.titleBefore) { continue }
      names[place.name].candidates.append(candidate)
    }
  }
}
