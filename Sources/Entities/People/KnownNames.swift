/// The strings that an article has shown to be names, to be found again where nothing else speaks for them.
struct KnownNames {
  /// What kind of name each string is.
  private(set) var kinds: [String: Evidence] = [:]
  /// What the lattice first paid for a character of each string.
  private(set) var costs: [String: Double] = [:]
  /// The names by their first scalar.
  private var names: [UInt32: [[UInt32]]] = [:]

  init(_ forms: [NameForm]) {
    for form in forms where !form.isLatin && !form.isFull {
      kinds[form.text] = form.kind
      costs[form.text] = form.cost
      let scalars = form.plain.map(\.value)
      if let first = scalars.first, scalars.count > 1 { names[first, default: []].append(scalars) }
    }
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
