import Articles
import Foundation
import TestSupport
import Testing

@testable import Entities

/// The annotated articles that lie beside the checkout unpacked: a floor under the extractor's quality.
@Suite struct AnnotatedArticlesTests {
  private struct Annotated: Decodable {
    struct Person: Decodable {
      let name: String
      let forms: [String]
      let optional: Bool?
    }
    struct Country: Decodable {
      let code: String
      let optional: Bool?
    }
    let file: String
    let people: [Person]
    let countries: [Country]
  }

  private struct Tally {
    var right = 0
    var spurious = 0
    var missed = 0
    var f1: Double { Double(2 * right) / Double(2 * right + spurious + missed) }
  }

  @Test(
    .enabled(if: Corpus.item("gold/train.jsonl") != nil, "the annotated articles lie beside the checkout"))
  func annotatedNewsIsReadWell() throws {
    let lines = try String(contentsOf: #require(Corpus.item("gold/train.jsonl")), encoding: .utf8)
    var people = Tally()
    var countries = Tally()
    for line in lines.split(separator: "\n") {
      let gold = try JSONDecoder().decode(Annotated.self, from: Data(line.utf8))
      guard gold.file.hasPrefix("gold/"), let file = Corpus.item(gold.file) else { continue }
      let found = EntityExtractor().extract(try ArticleParser().parse([UInt8](Data(contentsOf: file))))
      tally(gold.people, found.people, &people)
      let wanted = Set(gold.countries.filter { $0.optional != true }.map(\.code))
      let got = Set(found.countries.map(\.code))
      countries.right += wanted.intersection(got).count
      countries.missed += wanted.subtracting(got).count
      countries.spurious += got.subtracting(gold.countries.map(\.code)).count
    }
    #expect(people.right > 100 && countries.right > 100)
    #expect(people.f1 > 0.85, "people \(people)")
    #expect(countries.f1 > 0.97, "countries \(countries)")
  }

  private func tally(_ gold: [Annotated.Person], _ found: [DocumentPerson], _ tally: inout Tally) {
    var open = found.map { Set(($0.forms + $0.latin).map { NameKey($0) }) }
    for person in gold {
      let keys = Set((person.forms + [person.name]).map { NameKey($0) })
      if let index = open.firstIndex(where: { !$0.isDisjoint(with: keys) }) {
        open.remove(at: index)
        if person.optional != true { tally.right += 1 }
      } else if person.optional != true {
        tally.missed += 1
      }
    }
    tally.spurious += open.count
  }
}
