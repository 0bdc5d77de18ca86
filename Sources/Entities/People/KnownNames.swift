/// The strings that an article has shown to be names, to be found again where nothing else speaks for them.
struct KnownNames {
  /// What kind of name each string is.
  private(set) var kinds: [String: Evidence] = [:]
  /// What the lattice first paid for a character of each string.
  private(set) var costs: [String: Double] = [:]
  /// The names by their first scalar.
  private var names: [UInt32: [[UInt32]]] = [:]

  /// The names to look for: short and Chinese forms, and the components of dotted ones (普京).
  init(_ forms: [NameForm]) {
    for form in forms where !form.isLatin && !form.isFull { add(form.text, form.kind, form.cost) }
    for component in forms.filter(\.isFull).flatMap(\.components) { add(component, .transliteration, nil) }
  }

  private mutating func add(_ name: String, _ kind: Evidence, _ cost: Double?) {
    let scalars = name.unicodeScalars.map(\.value)
    guard scalars.count > 1, let first = scalars.first, FoldedText.isHan(first), kinds[name] == nil else {
      return
    }
    kinds[name] = kind
    costs[name] = cost
    names[first, default: []].append(scalars)
  }

  /// Where names begin in a text, and their lengths.
  func places(in text: FoldedText) -> [Int: [Int]] {
    guard !names.isEmpty else { return [:] }
    var places: [Int: [Int]] = [:]
    for start in 0..<text.count {
      guard let candidates = names[text.folded[start]] else { continue }
      for name in candidates where start + name.count <= text.count {
        if text.folded[start..<start + name.count].elementsEqual(name) {
          places[start, default: []].append(name.count)
        }
      }
    }
    return places
  }
}
