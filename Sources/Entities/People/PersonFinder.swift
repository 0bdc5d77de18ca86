import Articles

/// Finds the people of an article: candidates of every field, a vote over the strings, a second reading with
/// the names that are now known, then one entry a person.
enum PersonFinder {
  /// The people of an article and the final best path of each field.
  struct Result {
    let people: [DocumentPerson]
    let paths: [[Token]]
  }

  /// Reads the fields twice: what has been shown to be a name in one place is one in the others.
  static func find(in readings: [FieldReading]) -> Result {
    let lattices = readings.map { WordLattice($0.text, $0.matches) }
    let first = zip(readings, lattices).flatMap { reading, lattice in
      CandidateFinder(reading, known: KnownNames([])).candidates(in: lattice.bestPath())
    }
    let known = KnownNames(PersonVote.names(among: first, level: .possible))
    var candidates = readings.flatMap { LatinNameFinder($0).candidates() }
    var paths: [[Token]] = []
    for (reading, lattice) in zip(readings, lattices) {
      let path = lattice.bestPath(known: known.places(in: reading.text))
      candidates += CandidateFinder(reading, known: known).candidates(in: path)
      paths.append(path)
    }
    let names = PersonVote.names(among: candidates, level: .likely)
    return Result(people: DocumentPeople.people(from: NameMerge.groups(of: names), readings), paths: paths)
  }
}
