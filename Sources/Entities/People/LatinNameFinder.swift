/// Finds people whom a text names in Latin letters only: 研究员 Erika Lindholm 说.
struct LatinNameFinder {
  private let reading: FieldReading
  /// How sure the tagger is of the names it found, by where they begin.
  private let tagged: [Int: PersonTagger.Span]

  /// A finder over a field and the tagger's spans in it.
  init(_ reading: FieldReading, _ spans: [PersonTagger.Span]) {
    self.reading = reading
    tagged = Dictionary(
      spans.filter(\.isBest).map { ($0.range.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The candidates of a field: up to five capitalised words that no organisation's word is among, which the
  /// tagger takes for a name, or two and more with a title before or a verb of saying after. In brackets they
  /// are the spelling of what stands before, unless that is the title.
  func candidates() -> [NameCandidate] {
    let text = reading.text
    var result: [NameCandidate] = []
    var position = 0
    while position < text.count {
      guard FoldedText.isLatin(text.raw[position]) else {
        position += 1
        continue
      }
      guard let name = LatinName(text, at: position) else {
        while position < text.count, FoldedText.isLatin(text.raw[position]) { position += 1 }
        continue
      }
      position = name.range.upperBound
      while position < text.count, FoldedText.isLatin(text.raw[position]) { position += 1 }
      if position == name.range.upperBound, let candidate = candidate(name) { result.append(candidate) }
    }
    return result
  }

  private func candidate(_ name: LatinName) -> NameCandidate? {
    let text = reading.text
    guard name.words.count <= 5, name.isPerson(text), !reading.isCredit[name.range.lowerBound]
    else {
      return nil
    }
    var before = name.range.lowerBound
    while before > 0, text.folded[before - 1] == 0x20 { before -= 1 }
    let isBracketed = before > 0 && text.folded[before - 1] == 0x28
    if isBracketed { before -= 1 }
    var after = name.range.upperBound
    while after < text.count, text.folded[after] == 0x20 { after += 1 }
    var evidence: Evidence = []
    if reading.matches.ending[before].contains(.title) { evidence.insert(.titleBefore) }
    if !isBracketed, reading.matches.beginning[after].contains(.said) { evidence.insert(.saidAfter) }
    if !isBracketed, reading.matches.beginning[after].contains(.honorific) {
      evidence.insert(.honorificAfter)
    }
    let span = tagged[name.range.lowerBound].flatMap { $0.range == name.range ? $0 : nil }
    if isBracketed, !evidence.contains(.titleBefore) { return nil }
    guard span != nil || !evidence.isEmpty && name.words.count > 1 else { return nil }
    return NameCandidate(
      field: reading.field, range: name.range, form: reading.folded(name.range), source: .latin,
      score: span?.score ?? 0.5,
      evidence: evidence, latin: nil)
  }
}
