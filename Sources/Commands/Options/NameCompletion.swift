import ArgumentParser
import ArticleStore
import Entities
import Glibc
import Identity

/// What a shell offers where a name of the archive is being typed. Without an archive it offers nothing: nobody
/// wants to read of errors in the middle of a line.
enum NameCompletion {
  /// So many at most: more than that nobody reads.
  private static let limit = 50

  static let person = completion(people)
  static let country = completion(countries)
  static let source = completion { store, typed in try store.sources(beginningWith: typed, limit: limit) }

  /// A series of `--compare`: a country or a person, with or without the word that says which.
  static let series = completion { store, typed in
    for (word, names) in [("person:", people), ("country:", countries)] where typed.hasPrefix(word) {
      return try names(store, String(typed.dropFirst(word.count))).map { word + $0 }
    }
    return try countries(store, typed) + people(store, typed)
  }

  /// People who are hidden, by the names by which they were.
  static let hiddenPerson = completion { store, typed in
    let key = NameKey(typed).text
    let names = try store.judgements().filter { $0.judgement.kind == .hide }.map(\.name)
    return completed(names.filter { NameKey($0).text.hasPrefix(key) }, typed, rest: restOfName)
  }

  @Sendable private static func people(_ store: ArticleStore, _ typed: String) throws -> [String] {
    completed(try store.personNames(beginningWith: typed, limit: limit), typed, rest: restOfName)
  }

  @Sendable private static func countries(_ store: ArticleStore, _ typed: String) throws -> [String] {
    completed(try store.countryNames(beginningWith: typed, limit: limit), typed) { name, typed in
      name.dropFirst(typed.count)
    }
  }

  /// What is left of a person's name. What joins its parts does not count, and is not repeated where it was typed.
  private static func restOfName(
    _ name: Substring.UnicodeScalarView, _ typed: String.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    func joins(_ scalar: Unicode.Scalar) -> Bool { NameKey(String(scalar)).isEmpty }
    var rest = name
    for scalar in typed where !joins(scalar) { rest = rest.drop(while: joins).dropFirst() }
    return typed.last.map(joins) == true ? rest.drop(while: joins) : rest
  }

  /// The names, one of those that differ only in script or dots, each beginning with exactly what was typed, since shells offer no others: 佛羅 goes on as 佛羅纳耶夫,
  /// which is found like 佛羅納耶夫.
  private static func completed(
    _ names: [String], _ typed: String,
    rest: (Substring.UnicodeScalarView, String.UnicodeScalarView) -> Substring.UnicodeScalarView
  ) -> [String] {
    var seen: Set<NameKey> = []
    return names.map { name in
      name.unicodeScalars.starts(with: typed.unicodeScalars)
        ? name : typed + String(Substring(rest(name.unicodeScalars[...], typed.unicodeScalars)))
    }.filter { seen.insert(NameKey($0)).inserted }
  }

  private static func completion(
    _ candidates: @escaping @Sendable (ArticleStore, String) throws -> [String]
  ) -> CompletionKind {
    .custom { words, _, word in
      guard let archive = archive(of: words), let store = try? ArticleStore.open(archive, access: .readOnly),
        let found = try? candidates(store, unquoted(word))
      else { return [] }
      return found.filter { !$0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
        .map { CompletionShell.requesting == .bash ? escaped($0) : $0 }
    }
  }

  /// The archive that a line means.
  private static func archive(of words: [String]) -> ArchiveDirectory? {
    var arguments: [String] = []
    for (index, word) in words.enumerated() {
      if word == "--archive" {
        // bash takes `--archive=DIR` for three words.
        let rest = words[(index + 1)...].drop { $0 == "=" }
        arguments = rest.first.map { ["--archive", expanded(unquoted($0))] } ?? []
      } else if word.hasPrefix("--archive=") {
        arguments = ["--archive", expanded(unquoted(String(word.dropFirst("--archive=".count))))]
      }
    }
    return try? ArchiveOptions.parse(arguments).directory
  }

  private static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  /// A word as far as it is typed, without the quotes and backslashes of the shell.
  static func unquoted(_ word: String) -> String {
    var plain = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in word.unicodeScalars {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
      } else {
        if isEscaped || (scalar != "'" && scalar != "\"") { plain.append(scalar) }
        isEscaped = false
      }
    }
    return String(plain)
  }

  /// A word of which bash's `compgen -W` makes itself again: it runs the commands of a word like `$(…)`, and names
  /// are what articles say.
  static func escaped(_ word: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if !scalar.properties.isAlphabetic, scalar.isASCII, scalar.properties.numericType == nil {
        escaped.append("\\")
      }
      escaped.append(scalar)
    }
    return String(escaped)
  }
}
