/// All candidates of one string in an article, and what they amount to.
struct NameForm {
  /// The folded string.
  let text: FoldedName
  /// Its components, between middle dots and hyphens.
  let components: [FoldedName]
  /// Its scalars without dots and hyphens.
  let plain: [UInt32]
  /// The number of the well-known person whom the string means, if any.
  let wellKnown: Int?
  /// What the string is in the hand-made lists.
  let listed: WordClass
  /// Where it stands.
  var candidates: [NameCandidate]
  /// How often the article has the string outside longer forms.
  var occurrences = 0
  /// Whether it is a component of a dotted name on the tagger's best path.
  var isComponent = false
  /// Whether a longer form holds it.
  var isInside = false
  /// The log-odds that it is a person's name, once they are known.
  var logOdds = 0.0
  /// Whether it is another spelling of a form that is a name.
  var isSlip = false

  /// What becomes of a form.
  enum Fate: String {
    case kept = "a name"
    case slip = "another spelling of a name"
    case votedDown = "voted down"
    case onlyInside = "only inside longer names"
    case onlyNamesake = "only in the names of things named after somebody"
    case thing = "an organisation, a brand or a place"
  }

  /// What becomes of it.
  var fate: Fate {
    if isOnlyInside { return .onlyInside }
    if isOnlyNamesake { return .onlyNamesake }
    if isThing { return .thing }
    return logOdds > 0 ? .kept : isSlip ? .slip : .votedDown
  }
  /// Whether it names a person.
  var isName: Bool { fate == .kept || fate == .slip }

  init(_ candidate: NameCandidate) {
    text = candidate.form
    components = text.components
    plain = text.plain
    wellKnown = WellKnownPeople.shared.number(of: text)
    listed = ListedWords.shared.classes(of: text)
    candidates = [candidate]
  }

  /// Brings candidates of the same string together, in the order of first mention.
  static func forms(of candidates: [NameCandidate]) -> [NameForm] {
    var forms: [NameForm] = []
    var index: [FoldedName: Int] = [:]
    for candidate in candidates {
      if let known = index[candidate.form] {
        forms[known].candidates.append(candidate)
      } else {
        index[candidate.form] = forms.count
        forms.append(NameForm(candidate))
      }
    }
    return forms
  }

  /// Whether it is a dotted (or Latin) name of several components.
  var isFull: Bool { components.count > 1 }
  /// Whether it is written in Latin letters.
  var isLatin: Bool { text.isLatin }
  /// Whether all its characters often transliterate.
  var isTransliteration: Bool { plain.allSatisfy { Self.classes($0).transliterates } }
  /// How common its first character is as a surname, 0 to 3.
  var surname: UInt8 { plain.first.map { Self.classes($0).surname } ?? 0 }
  /// Whether it is a surname with one or two characters that stand in given names.
  var isChineseName: Bool {
    (2...3).contains(plain.count) && surname >= 2
      && plain.dropFirst().allSatisfy { (2...4).contains(Self.classes($0).given) }
  }
  /// Whether it is a surname and two characters that make no word of the lexicon at any place.
  var isUnbroken: Bool { count(of: .unbrokenName) == candidates.count }
  /// Whether a name of three characters is a common surname with two characters that stand in given names.
  static func isCertainlyChinese(_ name: FoldedName) -> Bool {
    guard name.count == 3, classes(name.scalars[0]).surname == 3 else { return false }
    return name.scalars.dropFirst().allSatisfy { (2...4).contains(classes($0).given) }
  }
  /// Whether a character often transliterates.
  static func transliterates(_ scalar: UInt32) -> Bool { classes(scalar).transliterates }
  /// Whether it stands nowhere but in longer forms.
  private var isOnlyInside: Bool { isInside && occurrences == 0 }
  /// Whether it stands nowhere but in the names of things named after somebody: 戴高乐机场.
  private var isOnlyNamesake: Bool {
    guard count(of: .titleBefore) == 0 else { return false }
    let things = count(of: .namesakeAfter)
    return things + count(of: .policyAfter) + (things > 0 ? count(of: .planAfter) : 0) == candidates.count
  }
  /// Whether it is an organisation, a brand or a place: the hand-made lists, the word before it or the Latin
  /// letters after it say so, and no title, no Latin name and no full name makes a person of it.
  private var isThing: Bool {
    guard !isComponent, !isLatin,
      candidates.allSatisfy({ $0.evidence.isDisjoint(with: [.titleBefore, .honorificAfter, .latinName]) })
    else { return false }
    if listed.contains(.notPerson) { return true }
    guard !isFull else { return count(of: .thingLatin) > 0 }
    return count(of: .thingLatin) > 0 || count(of: .organisationBefore) > 0
  }
  /// The Latin spellings in brackets after it.
  var latin: [String] { candidates.compactMap(\.latin) }
  /// How often the tagger's best path holds it.
  var tagged: Int { candidates.count { $0.source == .tagger } }
  /// How sure its surest candidate is.
  var score: Double { candidates.map(\.score).max() ?? 0 }

  /// Takes the places away where something named after a person of that name stands: 肯尼迪机场 does not name the
  /// senator of the same article.
  mutating func dropNamesakes() {
    let rest = candidates.filter {
      !$0.evidence.contains(.namesakeAfter) || $0.evidence.contains(.titleBefore)
    }
    if !rest.isEmpty { candidates = rest }
  }

  /// How often each kind of evidence occurs.
  func count(of evidence: Evidence) -> Int { candidates.count { $0.evidence.contains(evidence) } }

  /// What the whole string is in the lexicon and the hand-made lists; nothing when it is not a word.
  var lexiconClasses: WordClass {
    let table = LexiconTable.shared
    var node = LexiconTable.root
    for scalar in text.scalars {
      let identity = table.identity(scalar)
      guard identity != 0, let next = table.child(of: node, identity) else { return listed }
      node = next
    }
    return table.cost(node) > 0 ? table.classes(node).union(listed) : listed
  }

  private static func classes(_ scalar: UInt32) -> CharacterClasses {
    FoldedText.isHan(scalar)
      ? LexiconTable.shared.names(LexiconTable.shared.identity(scalar)) : .outside
  }
}
