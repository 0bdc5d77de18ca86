import Entities
import Foundation
import Identity

/// Mentions of people whom their names tell apart, mixed as if they bore one name: what clustering is learned from and
/// measured by, without annotation.
struct NamesakeBlocks {
  /// The mentions of each name, in the order of their samples.
  private let people: [[NamedPerson]]
  private var generator: SplitMix

  /// Which names are used.
  enum Part { case training, test }

  /// Articles that name more people are lists of names: they say nothing about who is meant.
  private static let mostPeople = 41

  /// The Chinese names of an index that few articles give, always in one spelling and hardly ever with a Latin one.
  init(_ index: DocumentIndex, _ part: Part, seed: UInt64) {
    generator = SplitMix(seed: seed)
    let range = part == .training ? 3...80 : 5...25
    people = index.bearers.sorted { $0.bearer < $1.bearer }.compactMap { record in
      let bearer = record.bearer
      guard bearer.latin == nil, ChineseName.isLikely(bearer.name), range.contains(record.articles) else {
        return nil
      }
      let all = index.bearers(named: bearer.name)
      guard all.reduce(0, { $0 + $1.articles }) * 10 <= record.articles * 11 else { return nil }
      guard index.bearers(family: bearer.name).isEmpty else { return nil }
      // A third of the names is for training.
      guard (StableHash.hash(bearer.name) % 3 == 0) == (part == .training) else { return nil }
      let people = index.people(of: [record.id], limit: nil).filter {
        $0.context.people.count < Self.mostPeople
      }
      return range.contains(people.count) ? people : nil
    }
  }

  /// The number of names.
  var count: Int { people.count }

  /// Blocks of a number of people each, drawn at random; people of one block share no article.
  mutating func blocks(_ number: Int, of size: Int) -> [[[NamedPerson]]] {
    var blocks: [[[NamedPerson]]] = []
    var tries = 0
    while blocks.count < number, tries < 20 * number {
      tries += 1
      let picked = (0..<size).map { _ in people[Int(generator.next() % UInt64(people.count))] }
      let articles = picked.map { Set($0.map(\.article)) }
      let areApart = articles.indices.allSatisfy { index in
        articles[..<index].allSatisfy { $0.isDisjoint(with: articles[index]) }
      }
      if areApart { blocks.append(picked) }
    }
    return blocks
  }

  /// A random half, or more, of the mentions of each person of a block.
  mutating func thinned(_ block: [[NamedPerson]]) -> [[NamedPerson]] {
    block.map { people in
      let kept = people.filter { _ in generator.next() % 2 == 0 }
      return kept.isEmpty ? people : kept
    }
  }
}
