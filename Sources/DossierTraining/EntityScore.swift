import Entities

/// How many entities are right, spurious and missed.
struct Tally {
  var right = 0
  var spurious = 0
  var missed = 0

  var precision: Double { right + spurious == 0 ? 0 : Double(right) / Double(right + spurious) }
  var recall: Double { right + missed == 0 ? 0 : Double(right) / Double(right + missed) }
  var f1: Double {
    let all = 2 * right + spurious + missed
    return all == 0 ? 0 : Double(2 * right) / Double(all)
  }

  static func + (a: Tally, b: Tally) -> Tally {
    Tally(right: a.right + b.right, spurious: a.spurious + b.spurious, missed: a.missed + b.missed)
  }
}

/// The strict score of one article: one entry a person, a second one for the same person is spurious. The rules
/// are those of `tools/score-entities`: people match by any spelling, most shared spellings first; optional
/// entries neither reward nor punish.
struct EntityScore {
  var people = Tally()
  var countries = Tally()
  /// What is wrong, a line each.
  var errors: [String] = []

  init(_ gold: GoldArticle, _ found: ExtractedArticle) {
    scorePeople(gold, found)
    let wanted = Set(gold.countries.filter { !$0.isOptional }.map(\.code))
    let allowed = Set(gold.countries.map(\.code))
    let got = Set(found.countries.map(\.code))
    countries.right = wanted.intersection(got).count
    countries.spurious = got.subtracting(allowed).count
    countries.missed = wanted.subtracting(got).count
    errors += got.subtracting(allowed).sorted().map { "country spurious\t\($0)\t\(gold.url)" }
    errors += wanted.subtracting(got).sorted().map { "country missed\t\($0)\t\(gold.url)" }
  }

  private mutating func scorePeople(_ gold: GoldArticle, _ found: ExtractedArticle) {
    let wanted = gold.people.map(\.keys)
    let got = found.people.map {
      Set(([$0.name] + $0.forms + $0.latin).map { NameKey($0).text }).subtracting([""])
    }
    var pairs: [(shared: Int, wanted: Int, got: Int)] = []
    for w in wanted.indices {
      for g in got.indices {
        let shared = wanted[w].intersection(got[g]).count
        if shared > 0 { pairs.append((shared, w, g)) }
      }
    }
    pairs.sort { (-$0.shared, $0.wanted, $0.got) < (-$1.shared, $1.wanted, $1.got) }
    var matched: [Int: Int] = [:]
    var used: Set<Int> = []
    for pair in pairs where matched[pair.wanted] == nil && !used.contains(pair.got) {
      matched[pair.wanted] = pair.got
      used.insert(pair.got)
    }
    let optional = zip(gold.people, wanted).filter(\.0.isOptional).reduce(into: Set<String>()) {
      $0.formUnion($1.1)
    }
    for w in wanted.indices where !gold.people[w].isOptional {
      if matched[w] != nil {
        people.right += 1
      } else {
        people.missed += 1
        errors.append("person missed\t\(gold.people[w].name)\t\(gold.people[w].forms)\t\(gold.url)")
      }
    }
    for g in got.indices where !used.contains(g) && got[g].isDisjoint(with: optional) {
      people.spurious += 1
      errors.append("person spurious\t\(found.people[g].name)\t\(found.people[g].forms)\t\(gold.url)")
    }
  }
}

extension [EntityScore] {
  /// All of them together.
  func total(_ kind: KeyPath<EntityScore, Tally>) -> Tally { reduce(Tally()) { $0 + $1[keyPath: kind] } }

  /// The 2.5th and 97.5th percentile of F1 over a thousand draws of as many articles, with replacement.
  func interval(_ kind: KeyPath<EntityScore, Tally>) -> (low: Double, high: Double) {
    guard !isEmpty else { return (0, 0) }
    var random = SplitMix(seed: 2)
    let draws = (0..<1000).map { _ in
      (0..<count).reduce(Tally()) { sum, _ in sum + self[random.next(below: count)][keyPath: kind] }.f1
    }.sorted()
    return (draws[25], draws[974])
  }
}
