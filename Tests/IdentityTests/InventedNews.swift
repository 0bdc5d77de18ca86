import Entities
import TestSupport

@testable import Identity

/// Invented articles in memory, and who is who in them.
struct InventedNews {
  /// A person of an article: the fullest name, other forms, Latin spellings.
  typealias Entry = (name: String, forms: [String], latin: [String])

  let index = DocumentIndex()
  private let judgements: PersonJudgements
  private var count: Int64 = 0

  init(_ judgements: [PersonJudgement] = []) {
    self.judgements = PersonJudgements(judgements)
  }

  /// Adds an article that holds nothing but names.
  mutating func add(_ people: [Entry]) { add("", people) }

  /// Adds articles whose text is given, with the people who stand in it.
  mutating func add(_ body: String, _ people: [Entry], country: (code: String, form: String)? = nil) {
    count += 1
    let people = people.map { ($0.name, [$0.name] + $0.forms, $0.latin) }
    let names = people.flatMap(\.1).filter { !body.contains($0) }
    let article = Samples.extracted(
      title: "", body: body + names.joined(separator: "。"), published: 1_700_000_000 + count * 86_400 * 30,
      people: people, countries: country.map { [$0] } ?? [])
    index.add(article, article: count, address: Self.address(count), judgements: judgements)
  }

  static func address(_ number: Int64) -> String { "https://e.example/\(number)" }

  /// The cores as texts of their bearers.
  func cores() throws -> [[String]] {
    var finder = CoreFinder(index, judgements: judgements)
    return try finder.cores(around: index.bearers).map { $0.members.map(\.bearer.text) }.sorted {
      $0[0] < $1[0]
    }
  }

  /// Who is who.
  func whoIsWho() throws -> WhoIsWho { try WhoIsWho(index, index.bearers, judgements: judgements) }

  /// The key of the person of an article, counted from 1.
  func person(_ article: Int64, _ ordinal: Int = 0, in who: WhoIsWho) -> String? {
    if let key = who.links[article]?[ordinal] { return key }
    let named = index.people(of: index.bearers.map(\.id), limit: nil)
    return named.first { $0.article == article && $0.ordinal == ordinal }.flatMap { who.bearers[$0.bearer] }
  }
}
