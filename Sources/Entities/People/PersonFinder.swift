import Articles

/// Finds the people of an article: the tagger's candidates in every field, mended, brought together by string,
/// voted on, looked for again, and joined to one entry a person.
struct PersonFinder {
  let tagger: PersonTagger?
  let vote: PersonVote

  /// The people of an article, and where each field names them.
  struct Result {
    let people: [DocumentPerson]
    let places: [[Range<Int>]]
  }

  /// The forms of an article before the vote, with all that it looks at.
  func forms(in readings: [FieldReading]) -> [NameForm] {
    var candidates: [NameCandidate] = []
    for reading in readings {
      let spans = tagger?.spans(in: TaggerText(reading.text, reading.matches)) ?? []
      candidates += CandidateFinder(reading).candidates(in: spans)
      candidates += LatinNameFinder(reading, spans).candidates()
    }
    var forms = NameTrim.trimmed(NameForm.forms(of: candidates), readings)
    for place in NameOccurrences(forms.map(\.text)).places(in: readings) {
      forms[place.name].occurrences += 1
    }
    let components = Set(
      forms.filter { $0.isFull && !$0.isLatin && $0.tagged > 0 }.flatMap(\.components))
    for index in forms.indices {
      let form = forms[index]
      forms[index].isComponent = !form.isFull && components.contains(form.text)
      forms[index].isInside = forms.contains {
        $0.text.count > form.text.count && $0.text.contains(form.text)
      }
    }
    return forms
  }

  /// The people of an article.
  func find(in readings: [FieldReading]) -> Result {
    var names = forms(in: readings).compactMap { form -> NameForm? in
      var form = form
      form.logOdds = vote.logOdds(form)
      return form.logOdds > 0 && !form.isOnlyInside && !form.isOnlyNamesake ? form : nil
    }
    addRecurrences(&names, readings)
    let groups = NameMerge.groups(of: names)
    var places = readings.map { _ in [Range<Int>]() }
    for form in names where !form.isLatin {
      for candidate in form.candidates {
        guard let index = readings.firstIndex(where: { $0.field == candidate.field }) else { continue }
        places[index].append(candidate.range)
      }
    }
    return Result(people: DocumentPeople.people(from: groups, readings), places: places)
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
      guard !reading.isCredit[place.range.lowerBound] else { continue }
      names[place.name].candidates.append(
        CandidateFinder(reading).candidate(place.range, .recurrence, names[place.name].score))
    }
  }
}
