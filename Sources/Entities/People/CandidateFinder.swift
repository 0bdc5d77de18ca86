/// Makes candidates of the tagger's spans: edges mended, each with the evidence that stands around it.
struct CandidateFinder {
  private let reading: FieldReading

  /// Candidates of a field.
  init(_ reading: FieldReading) { self.reading = reading }

  /// A span that is no candidate, and why.
  struct Rejection {
    /// Why a span is no candidate.
    enum Reason: String {
      case credit = "in a byline or credit"
      case noName = "no name: too short, or a surname with an honorific"
      case overlap = "over a longer or surer candidate"
      case insideWord = "inside a country's name or a longer word"
    }

    let range: Range<Int>
    let score: Double
    let reason: Reason
  }

  /// The candidates of the spans that the tagger found in the field, in the order of the text, none over
  /// another; what is none goes to `rejected`.
  func candidates(in spans: [PersonTagger.Span], rejected: inout [Rejection]) -> [NameCandidate] {
    let edges = NameEdges(reading)
    var pieces: [(range: Range<Int>, score: Double, isBest: Bool)] = []
    for span in spans where !isLatin(span.range) {
      let names = reading.isCredit[span.range.lowerBound] ? [] : edges.names(in: span.range)
      for range in names { pieces.append((range, span.score, span.isBest)) }
      if names.isEmpty {
        rejected.append(
          Rejection(
            range: span.range, score: span.score,
            reason: reading.isCredit[span.range.lowerBound] ? .credit : .noName))
      }
    }
    pieces.sort {
      ($0.isBest ? 1 : 0, $0.range.count, $0.score, $1.range.lowerBound)
        > ($1.isBest ? 1 : 0, $1.range.count, $1.score, $0.range.lowerBound)
    }
    var taken = [Bool](repeating: false, count: reading.text.count)
    var result: [NameCandidate] = []
    for (range, score, isBest) in pieces {
      guard !reading.isInsideName(range) else {
        rejected.append(Rejection(range: range, score: score, reason: .insideWord))
        continue
      }
      guard !taken[range].contains(true) else {
        rejected.append(Rejection(range: range, score: score, reason: .overlap))
        continue
      }
      for position in range { taken[position] = true }
      result.append(candidate(range, isBest ? .tagger : .lenient, score))
    }
    result += bracketed(&taken)
    result += introduced(&taken)
    result.sort { $0.range.lowerBound < $1.range.lowerBound }
    markLists(&result)
    return result
  }

  /// Whether a range holds no Chinese character: ``LatinNameFinder`` reads those.
  private func isLatin(_ range: Range<Int>) -> Bool {
    !reading.text.folded[range].contains(where: FoldedText.isHan)
  }

  /// Transliterations that the tagger passed over with Latin letters in brackets after them, if a title, a
  /// sign or the line's edge stands before: 歌手蘇西（Susie Lindqvist）.
  private func bracketed(_ taken: inout [Bool]) -> [NameCandidate] {
    let text = reading.text
    var result: [NameCandidate] = []
    for bracket in 2..<max(2, text.count) where text.folded[bracket] == 0x28 {
      let end = text.folded[bracket - 1] == 0x20 ? bracket - 1 : bracket
      guard !taken[end - 1], let latin = LatinName.inBrackets(text, at: end), latin.words.count > 1 else {
        continue
      }
      var start = end
      while start > 0, end - start < 10, !taken[start - 1], reading.transliterates(start - 1),
        !reading.matches.ending[start].contains(.title)
      {
        start -= 1
      }
      guard end - start >= 2,
        start == 0 || !FoldedText.isHan(text.folded[start - 1])
          || reading.matches.ending[start].contains(.title)
      else { continue }
      guard !reading.isCredit[start], !text.isDot(at: start - 1) else { continue }
      for position in start..<end { taken[position] = true }
      result.append(candidate(start..<end, .brackets, 0.5))
    }
    return result
  }

  /// Chinese and Korean names that the tagger passed over after a title: a surname and two characters that
  /// make no word of the lexicon with each other or with their neighbours, and then a sign or a word that
  /// follows subjects: 室长张虎镇主持.
  private func introduced(_ taken: inout [Bool]) -> [NameCandidate] {
    let text = reading.text
    var result: [NameCandidate] = []
    for start in 1..<max(1, text.count - 2) where isAfterTitle(start) {
      let range = start..<start + 3
      guard !taken[start], !taken[start + 1], !taken[start + 2], reading.mayBeChineseName(range),
        !reading.isCredit[start], !text.isDot(at: start + 3),
        range.upperBound == text.count || !FoldedText.isHan(text.folded[range.upperBound])
          || !reading.matches.beginning[range.upperBound].isDisjoint(with: [
            .speech, .said, .link, .honorific,
          ])
      else { continue }
      for position in range { taken[position] = true }
      result.append(candidate(range, .introduced, 0.1))
    }
    return result
  }

  /// Whether a title stands before a position, in brackets too.
  private func isAfterTitle(_ position: Int) -> Bool {
    reading.matches.ending[position].contains(.title)
      || reading.text.folded[position - 1] == 0x29 && reading.matches.ending[position - 1].contains(.title)
  }

  /// A candidate at a range, with what its surroundings say.
  func candidate(_ range: Range<Int>, _ source: NameCandidate.Source, _ score: Double) -> NameCandidate {
    let text = reading.text
    let isThing = LatinName.namesThing(text, at: range.upperBound)
    let latin = isThing ? nil : latinAfter(range.upperBound)
    // A title may be explained in brackets: 第一次官（副部长）金烘均.
    let isBracketBefore = range.lowerBound > 0 && text.folded[range.lowerBound - 1] == 0x29
    let before = reading.matches.ending[isBracketBefore ? range.lowerBound - 1 : range.lowerBound]
    let after = reading.matches.beginning[range.upperBound]
    var evidence: Evidence = []
    if before.contains(.title) { evidence.insert(.titleBefore) }
    if before.contains(.placeBefore) { evidence.insert(.placeBefore) }
    if after.contains(.said) {
      evidence.insert(.saidAfter)
    } else if after.contains(.honorific) {
      evidence.insert(.honorificAfter)
    } else if after.contains(.speech) {
      evidence.insert(.verbAfter)
    } else if after.contains(.organisation) {
      evidence.insert(.organisationAfter)
    }
    switch Namesake(after: range.upperBound, in: reading) {
    case .thing: evidence.insert(.namesakeAfter)
    case .policy: evidence.insert(.policyAfter)
    case .plan: evidence.insert(.planAfter)
    case nil: break
    }
    if isThing { evidence.insert(.thingLatin) }
    if Namesake.isKindOfCompany(before: range.lowerBound, in: reading) {
      evidence.insert(.organisationBefore)
    }
    if reading.isCrossed(range) { evidence.insert(.crossed) }
    if reading.mayBeChineseName(range) { evidence.insert(.unbrokenName) }
    if before.contains(.link) || after.contains(.link) { evidence.insert(.linked) }
    if range.lowerBound == 0 || !FoldedText.isHan(text.folded[range.lowerBound - 1]) {
      evidence.insert(.edgeBefore)
    }
    if range.upperBound == text.count || !FoldedText.isHan(text.folded[range.upperBound]) {
      evidence.insert(.edgeAfter)
    }
    if let latin { evidence.insert(latin.words.count > 1 ? .latinName : .latinWord) }
    if reading.matches.ending[range.upperBound].contains(.thingEnding) { evidence.insert(.thingEnding) }
    return NameCandidate(
      field: reading.field, range: range, form: reading.folded(range), source: source, score: score,
      evidence: evidence, latin: latin.map { text.string($0.range) },
      role: evidence.isDisjoint(with: [.titleBefore, .honorificAfter])
        ? nil : TitleRole(beside: range, in: reading))
  }

  /// Marks the candidates with nothing but a link between them and the next: 林志远、郭家荣和梁文杰.
  private func markLists(_ candidates: inout [NameCandidate]) {
    for index in candidates.indices.dropFirst() {
      let gap = candidates[index - 1].range.upperBound..<candidates[index].range.lowerBound
      guard (1...2).contains(gap.count), reading.hasWord(gap, .link) else { continue }
      candidates[index - 1].evidence.insert(.listed)
      candidates[index].evidence.insert(.listed)
    }
  }

  /// The Latin name in brackets after a name, or after the title that follows it: 克拉森教授（Peter Claassen）.
  private func latinAfter(_ end: Int) -> LatinName? {
    if let latin = LatinName.inBrackets(reading.text, at: end) { return latin }
    guard end < reading.text.count else { return nil }
    for match in reading.matches.at(end)
    where !match.classes.isDisjoint(with: [.honorific, .title]) {
      if let latin = LatinName.inBrackets(reading.text, at: end + Int(match.length)) { return latin }
    }
    return nil
  }
}
