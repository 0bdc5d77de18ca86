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
    }

    let range: Range<Int>
    let score: Double
    let reason: Reason
  }

  /// The candidates of the spans that the tagger found in the field, in the order of the text, none over another;
  /// what is none goes to `rejected`.
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
      guard !taken[range].contains(true) else {
        rejected.append(Rejection(range: range, score: score, reason: .overlap))
        continue
      }
      for position in range { taken[position] = true }
      result.append(candidate(range, isBest ? .tagger : .lenient, score))
    }
    result += bracketed(&taken)
    result.sort { $0.range.lowerBound < $1.range.lowerBound }
    markLists(&result)
    return result
  }

  /// Whether a range holds no Chinese character: ``LatinNameFinder`` reads those.
  private func isLatin(_ range: Range<Int>) -> Bool {
    !reading.text.folded[range].contains(where: FoldedText.isHan)
  }

  /// Transliterations that the tagger passed over with Latin letters in brackets after them, if a title, a sign or
  /// the line's edge stands before: 歌手蘇西（Susie Lindqvist）.
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

  /// A candidate at a range, with what its surroundings say.
  func candidate(_ range: Range<Int>, _ source: NameCandidate.Source, _ score: Double) -> NameCandidate {
    let text = reading.text
    let latin = latinAfter(range.upperBound)
    let before = reading.matches.ending[range.lowerBound]
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
    if isNamesake(range.upperBound) { evidence.insert(.namesakeAfter) }
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
      evidence: evidence, latin: latin.map { text.string($0.range) })
  }

  /// What may stand between a person's name and the thing that is named after it: 沃尔特·里德国家军事医疗中心,
  /// 诺贝尔和平奖.
  private static let namesakeAttributes = [
    "国家", "皇家", "军事", "陆军", "海军", "和平", "文学", "物理学", "化学", "经济学", "经济", "生理学", "医学", "工业", "平均", "纪念",
  ].map { Array($0.unicodeScalars.map(\.value)) }
  /// Things named after somebody that are too short, or too common, for the lexicon's organisations.
  private static let namesakeThings = ["奖", "指数", "军医院", "医疗中心", "医学中心"].map {
    Array($0.unicodeScalars.map(\.value))
  }

  /// Whether an organisation, place, prize or index that is named after somebody goes on at a position.
  private func isNamesake(_ position: Int) -> Bool {
    var position = position
    // At most three attributes: 国家 军事 医学 中心 has the most in use.
    for _ in 0...3 {
      guard position < reading.text.count else { return false }
      let isOrganisation = reading.matches.at(position).contains {
        $0.length > 1 && $0.classes.contains(.organisation)
      }
      if isOrganisation || Self.namesakeThings.contains(where: { holds($0, at: position) }) { return true }
      guard let attribute = Self.namesakeAttributes.first(where: { holds($0, at: position) }) else {
        return false
      }
      position += attribute.count
    }
    return false
  }

  private func holds(_ word: [UInt32], at position: Int) -> Bool {
    position + word.count <= reading.text.count
      && word.indices.allSatisfy { reading.text.folded[position + $0] == word[$0] }
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
