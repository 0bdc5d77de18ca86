import CIdentityTables
import Foundation

/// How much a word, a co-named person or a given name says about who is meant: the rarer in news, the
/// more. The tables are counted once over news articles and shipped (`DossierTraining link`), so that who is who
/// does not change because unrelated articles arrive.
package struct WordWeights: Sendable {
  /// The tables that are part of the program.
  package static let shared = WordWeights()

  /// For each hash of a word, its inverse document frequency in sixteenths of a natural logarithm.
  private let words: [UInt8]
  /// For the hashed names of people who are often named, their inverse document frequency in sixteenths.
  private let people: [UInt32: UInt8]
  /// For given names that are borne with many family names, the number of those.
  private let givenNames: [String: Int]

  private init() {
    var size = 0
    words = identity_word_weights(&size).map { Array(UnsafeBufferPointer(start: $0, count: size)) } ?? []
    var people: [UInt32: UInt8] = [:]
    var givenNames: [String: Int] = [:]
    for columns in Self.rows(identity_names(&size), size) where columns.count == 3 {
      guard let number = Int(columns[2]) else { continue }
      switch columns[0] {
      case "person": people[StableHash.hash(columns[1])] = UInt8(clamping: number)
      case "given": givenNames[columns[1]] = number
      default: continue
      }
    }
    self.people = people
    self.givenNames = givenNames
  }

  /// The weight of a word, 0 to 255.
  package func weight(word: UInt16) -> Int { words.isEmpty ? 96 : Int(words[Int(word)]) }

  /// The weight of a co-named person, 0 to 255.
  package func weight(person: UInt32) -> Int { people[person].map(Int.init) ?? Self.rarePerson }

  /// What people weigh who are seldom named: ln(30,000 / 11) in sixteenths.
  private static let rarePerson = 127

  /// The `count` people of a set who are named most rarely, ascending by hash; equal ones by hash.
  func rarest(_ people: Set<UInt32>, count: Int) -> [UInt32] {
    if people.count <= count { return people.sorted() }
    return people.sorted { (-weight(person: $0), $0) < (-weight(person: $1), $1) }.prefix(count).sorted()
  }

  /// The number of family names with which a given name is met; 0 for a rare one.
  package func familyNames(withGiven name: String) -> Int { givenNames[name] ?? 0 }

  /// The tab-separated columns of each line of an embedded table; lines that begin with # are comments.
  static func rows(_ start: UnsafePointer<UInt8>?, _ size: Int) -> [[String]] {
    guard let start else { return [] }
    return String(decoding: UnsafeBufferPointer(start: start, count: size), as: UTF8.self)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
