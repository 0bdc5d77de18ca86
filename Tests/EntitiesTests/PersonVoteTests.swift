import Articles
import Testing

@testable import Entities

@Suite struct PersonVoteTests {
  private func form(_ text: String, _ name: Range<Int>, score: Double = 0.9) -> NameForm {
    NameForm(CandidateFinder(FieldReading(.body, text)).candidate(name, .tagger, score))
  }

  @Test func weightsAreWrittenAndReadBack() {
    let vote = PersonVote([.bias: -0.25, .titleBefore: 1.5, .word: -12.0625])
    #expect(PersonVote(text: vote.text).text == vote.text)
    #expect(vote.text.contains("titleBefore\t1.500\n") && vote.text.contains("bias\t-0.250\n"))
  }

  @Test func logOddsAreTheSumOfWhatFeaturesAdd() {
    let vote = PersonVote([.bias: -1, .titleBefore: 2, .dotted: 5])
    let name = form("部长周明说", 2..<4)
    #expect(vote.logOdds(name) == 1)
    #expect(vote.contributions(name).map(\.feature) == [.titleBefore, .bias])
  }

  @Test func featuresSayWhatStandsAround() {
    let values = Dictionary(
      uniqueKeysWithValues: zip(
        VoteFeature.allCases, VoteFeature.values(form("部长周明说", 2..<4, score: 0.99))))
    #expect(values[.titleBefore] == 1 && values[.saidAfter] == 1 && values[.twoCharacters] == 1)
    #expect(values[.surname] == 1 && values[.taggedShare] == 1)
    #expect(values[.dotted] == 0 && values[.latin] == 0 && values[.organisationAfter] == 0)
  }

  @Test func evidenceNeverWeighsAgainstItsMeaning() {
    let weights = PersonVote.shared.text.split(separator: "\n").dropFirst().map { $0.split(separator: "\t") }
    for columns in weights {
      guard let feature = VoteFeature(rawValue: String(columns[0])), let weight = Double(columns[1]) else {
        continue
      }
      #expect(Double(feature.sign) * weight >= 0, "\(feature)")
    }
  }

  @Test func theProgramHasWeightsForEveryFeatureThatMatters() {
    let lines = PersonVote.shared.text.split(separator: "\n").filter { !$0.hasSuffix("\t0.000") }
    #expect(lines.count > VoteFeature.allCases.count / 2)
  }
}
