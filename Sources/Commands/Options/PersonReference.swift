import ArticleSearch
import ArticleStore
import Entities
import Identity

/// One person whom a user names: by number, by a name that somebody bears as a whole, else by any form, spelling
/// or part of a name that only one person has.
struct PersonReference {
  let person: PersonSummary
  private let text: String
  private let store: ArticleStore

  /// - Throws: ``ArticleSearch/ArticleSearchError/ambiguousPerson(_:candidates:)`` when several people are called so,
  ///   ``CommandError`` when nobody is.
  init(_ text: String, in store: ArticleStore) throws {
    self.text = text
    self.store = store
    switch try EntityResolver(store: store).person(text) {
    case .one(let person): self.person = person
    case .none: throw CommandError.nobody(called: text)
    case .several(let people): throw ArticleSearchError.ambiguousPerson(text, candidates: people)
    }
  }

  /// Returns the key of the name that an override about the person refers to: the name as given where the person and
  /// nobody else bears it, else a name that only this person bears.
  ///
  /// - Parameter own: `true` leaves out names that are only linked to the person in some articles, which may mean others
  ///   elsewhere.
  /// - Throws: ``CommandError`` when other people bear all names of the person.
  func key(own: Bool = false) throws -> NameKey {
    let keys = try own ? store.ownNameKeys(of: person.id) : store.nameKeys(of: person.id)
    let given = PersonJudgement.key(ofWritten: text)
    let candidates = keys.contains(given) ? [given] + keys.filter { $0 != given } : keys
    guard let first = candidates.first else { throw CommandError.nobody(called: text) }
    for key in candidates where try store.people(concernedBy: key).allSatisfy({ $0.id == person.id }) {
      return key
    }
    throw CommandError.onlySharedNames(
      person, key: first, others: try store.withRoles(store.people(concernedBy: first)))
  }
}

extension CommandError {
  /// An override refers to names, and other people bear all names of a person.
  static func onlySharedNames(_ person: PersonSummary, key: NameKey, others: [PersonSummary]) -> CommandError
  {
    let which = person.latinName.map { "--latin \(ShellWord.quoted($0))" } ?? "--article ID"
    let way = "  dossier split \(ShellWord.quoted(key.text)) \(which)"
    let shown = [person.name, person.latinName].compactMap(\.self).joined(separator: " ")
    let lines =
      [
        said(
          "overrides refer to names, and \(others.count) people are called \(key.text). To mean only \(shown) "
            + "(number \(person.id)), say who it is, or give it a name of its own first:",
          "判断按名字记录，而有 \(others.count) 个人叫 \(key.text)。要只指 \(shown)（编号 \(person.id)），请指明是谁，或先给一个自己的名字："),
        way + said(" --as NAME", " --as 姓名"), way + said(" --label WORD", " --label 词"),
        said("people of this name:", "同名的人："),
      ] + AmbiguousName.lines(others)
    return CommandError(status: .usage, description: lines.joined(separator: "\n"))
  }
}
