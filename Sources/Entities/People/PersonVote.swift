/// Decides for each string of an article whether it is a person's name: a log-linear model of the evidence that
/// all its places give together.
enum PersonVote {
  /// Which strings are taken: `likely` ones, or all `possible` ones, to be looked for again.
  enum Level: Double {
    case likely = 0
    case possible = -1
  }

  /// The strings that are names, in the order of their first mention.
  static func names(among candidates: [NameCandidate], level: Level) -> [NameForm] {
    var order: [String] = []
    var forms: [String: NameForm] = [:]
    for candidate in candidates {
      if forms[candidate.form] == nil {
        order.append(candidate.form)
        forms[candidate.form] = NameForm(candidate)
      } else {
        forms[candidate.form]?.candidates.append(candidate)
      }
    }
    let all = order.compactMap { forms[$0] }
    let components = Set(all.filter(\.isFull).flatMap(\.components))
    return all.compactMap { form in
      var form = form
      form.logOdds = logOdds(of: form, isComponent: components.contains(form.text))
      return form.logOdds > level.rawValue ? form : nil
    }
  }

  /// The log-odds that a string is a person's name. The weights come from a logistic regression over annotated
  /// articles, rounded.
  static func logOdds(of form: NameForm, isComponent: Bool) -> Double {
    var sum = 0.0
    let kind = form.kind
    sum += kindWeights.reduce(0) { $0 + (kind == $1.kind ? $1.weight : 0) }
    for (evidence, weight) in weights { sum += weight * Double(min(2, form.count(of: evidence))) }
    for (evidence, weight) in shares {
      sum += weight * Double(form.count(of: evidence)) / Double(form.candidates.count)
    }
    if !kind.isDisjoint(with: [.chinese, .shortChinese, .japanese, .transliteration, .shortTransliteration]) {
      sum -= 0.7 * (form.cost - 5)
    }
    if kind == .transliteration, form.plain.count >= 5 { sum -= 1 }
    if isComponent { sum += 3.8 }
    let classes = form.lexiconClasses
    if classes.contains(.word) { sum -= 0.5 }
    if !classes.isDisjoint(with: [.country, .notPerson]) { sum -= 5 }
    return sum
  }

  private static let kindWeights: [(kind: Evidence, weight: Double)] = [
    (.chinese, 0.2), (.shortChinese, 0.2), (.japanese, -1.8), (.transliteration, -0.6),
    (.shortTransliteration, -0.2), (.wellKnown, 1.3), (.dotted, 1),
  ]

  /// What each place with a kind of evidence adds, two places at most.
  private static let weights: [(evidence: Evidence, weight: Double)] = [
    (.titleBefore, 1.6), (.saidAfter, 1), (.honorificAfter, 1.8), (.linked, 0.5), (.listed, 1.1),
    (.latinName, 1.1),
    (.latinWord, -0.3), (.organisationAfter, -1.4), (.thingEnding, -1.6),
  ]

  /// What a kind of evidence adds when every place has it.
  private static let shares: [(evidence: Evidence, weight: Double)] = [
    (.placeBefore, -3), (.verbAfter, 1.5), (.edgeBefore, 0.4), (.edgeAfter, 0.6),
  ]
}
