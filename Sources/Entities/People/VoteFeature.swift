import Glibc

/// What the vote about a string looks at.
package enum VoteFeature: String, CaseIterable, Sendable {
  case bias
  // How long it is and what its characters are.
  case twoCharacters, threeCharacters, fourCharacters, moreCharacters
  case twoTransliterating, threeTransliterating, fourTransliterating
  case dotted, latin, surname, rareSurname
  // What the tagger says: the log-odds of its surest place, and how many of all places are names to it.
  case logOdds, taggedShare
  // What stands around it: for each of two places at most.
  case titleBefore, saidAfter, honorificAfter, linked, listed, latinName, latinWord, organisationAfter
  case thingEnding
  // What stands around it: as a share of its places.
  case placeBeforeShare, verbAfterShare, edgeBeforeShare, edgeAfterShare, organisationAfterShare
  // What it is otherwise.
  case component, inside, word, place, notPerson, country, knownPerson, onlyBrackets
  // A surname with characters of given names; a surname with two characters that make no word anywhere, with
  // a title at one place and a verb after it at another.
  case chineseName, introducedSubject
  // A word of the lexicon goes over its edges; nothing but a title before it was seen.
  case crossedShare, onlyIntroduced

  /// Whether the feature speaks for a name (1) or against one (-1) by what it means; 0 when that is for the
  /// data to say. Features overlap, and without this one of them is given a weight against its meaning to
  /// make up for another.
  package var sign: Int {
    switch self {
    case .logOdds, .taggedShare, .titleBefore, .saidAfter, .honorificAfter, .listed, .latinName, .component,
      .knownPerson, .chineseName, .introducedSubject:
      1
    case .thingEnding, .placeBeforeShare, .notPerson, .country, .crossedShare: -1
    default: 0
    }
  }

  /// The values of a form, one a feature.
  static func values(_ form: NameForm) -> [Double] {
    let classes = form.lexiconClasses
    let places = Double(max(1, form.candidates.count))
    let isShort = !form.isFull && !form.isLatin
    let length = form.plain.count
    let transliterates = isShort && form.isTransliteration
    func flag(_ condition: Bool) -> Double { condition ? 1 : 0 }
    func upToTwo(_ evidence: Evidence) -> Double { Double(min(2, form.count(of: evidence))) }
    func share(_ evidence: Evidence) -> Double { Double(form.count(of: evidence)) / places }
    return allCases.map { feature in
      switch feature {
      case .bias: 1
      case .twoCharacters: flag(isShort && length == 2)
      case .threeCharacters: flag(isShort && length == 3)
      case .fourCharacters: flag(isShort && length == 4)
      case .moreCharacters: flag(isShort && length > 4)
      case .twoTransliterating: flag(transliterates && length == 2)
      case .threeTransliterating: flag(transliterates && length == 3)
      case .fourTransliterating: flag(transliterates && length == 4)
      case .dotted: flag(form.isFull && !form.isLatin)
      case .latin: flag(form.isLatin)
      case .surname: flag(isShort && form.surname == 3)
      case .rareSurname: flag(isShort && (1...2).contains(form.surname))
      case .logOdds: logOdds(form.score)
      case .taggedShare: Double(form.tagged) / Double(max(1, form.occurrences, form.tagged))
      case .titleBefore: upToTwo(.titleBefore)
      case .saidAfter: upToTwo(.saidAfter)
      case .honorificAfter: upToTwo(.honorificAfter)
      case .linked: upToTwo(.linked)
      case .listed: upToTwo(.listed)
      case .latinName: upToTwo(.latinName)
      case .latinWord: upToTwo(.latinWord)
      case .organisationAfter: upToTwo(.organisationAfter)
      case .thingEnding: upToTwo(.thingEnding)
      case .placeBeforeShare: share(.placeBefore)
      case .verbAfterShare: share(.verbAfter)
      case .edgeBeforeShare: share(.edgeBefore)
      case .edgeAfterShare: share(.edgeAfter)
      case .organisationAfterShare: share(.organisationAfter)
      case .component: flag(form.isComponent)
      case .inside: flag(form.isInside)
      case .word: flag(classes.contains(.word))
      case .place: flag(classes.contains(.place))
      case .notPerson: flag(classes.contains(.notPerson))
      case .country: flag(classes.contains(.country))
      case .knownPerson: flag(classes.contains(.knownPerson))
      case .onlyBrackets: flag(form.candidates.allSatisfy { $0.source == .brackets })
      case .chineseName: flag(isShort && form.isChineseName)
      case .introducedSubject:
        flag(
          isShort && form.isUnbroken && form.count(of: .titleBefore) > 0
            && form.candidates.contains {
              !$0.evidence.contains(.titleBefore) && !$0.evidence.isDisjoint(with: [.saidAfter, .verbAfter])
            })
      case .crossedShare: share(.crossed)
      case .onlyIntroduced: flag(form.candidates.allSatisfy { $0.source == .introduced })
      }
    }
  }

  private static func logOdds(_ score: Double) -> Double {
    let p = min(0.999, max(0.01, score))
    return log(p / (1 - p))
  }
}
