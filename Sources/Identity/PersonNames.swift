import Entities

/// All names of one person, and which of them are shown.
package struct PersonNames: Equatable, Sendable {
  /// A form of the name with the number of articles that use it.
  package struct Counted: Equatable, Sendable {
    package let form: NamedForms.Form
    package let articles: Int

    /// A form that `articles` articles use.
    package init(form: NamedForms.Form, articles: Int) {
      self.form = form
      self.articles = articles
    }
  }

  /// A name as it is listed.
  package struct Name: Equatable, Sendable {
    package var text: String
    /// `full`, `variant` (another full name), `short` or `latin`.
    package var kind: String
    package var articles: Int
  }

  /// The names, the one shown first.
  package let names: [Name]
  /// The name shown, with `·` between its components; `nil` without names.
  package let shown: String?
  /// The Latin spelling shown; `nil` where there is none or articles contradict each other.
  package let latin: String?

  /// All names in Chinese characters, and all Latin spellings, each once, in the order of ``names``.
  package var all: [String] { Self.distinct(names.filter { $0.kind != "latin" }.map(\.text)) }
  package var spellings: [String] { Self.distinct(names.filter { $0.kind == "latin" }.map(\.text)) }

  /// The names of a person.
  ///
  /// - Parameter judgements: aliases are names too; the name that a user merged others into is the one shown.
  package init(_ forms: [Counted], judgements: PersonJudgements) {
    let full = forms.filter { $0.form.kind == .full }
    var articles: [NameKey: Int] = [:]
    for counted in full { articles[counted.form.key, default: 0] += counted.articles }
    let preferred = judgements.preferred.first { articles[$0] != nil }
    let support = Self.support(forms)
    let best = full.min { Self.precedes($0, $1, articles, support, preferred) }
    let latin = Self.latin(forms.filter { $0.form.kind == .latin })
    // A short form that other articles use alone is one name.
    var short: [ExactText: Int] = [:]
    for counted in forms where counted.form.kind == .short && counted.form.key != best?.form.key {
      short[ExactText(counted.form.text)] = 0
    }
    var names: [Name] = []
    for counted in forms {
      let (text, isShown) = (ExactText(counted.form.text), counted.form.key == best?.form.key)
      if counted.form.kind != .latin, let articles = short[text] {
        short[text] = articles + counted.articles
      } else {
        let kind = counted.form.kind == .full && !isShown ? "variant" : counted.form.kind.rawValue
        names.append(Name(text: counted.form.text, kind: kind, articles: counted.articles))
      }
    }
    names += short.map { Name(text: $0.key.string, kind: "short", articles: $0.value) }
    let known = Set(forms.map { ExactText($0.form.text) })
    for alias in judgements.aliases(of: Set(articles.keys)) where !known.contains(ExactText(alias)) {
      names.append(Name(text: alias, kind: "variant", articles: 0))
    }
    self.names = names.sorted { one, other in
      if (one.text == best?.form.text) != (other.text == best?.form.text) {
        return one.text == best?.form.text
      }
      if (one.kind == "full") != (other.kind == "full") { return one.kind == "full" }
      if one.articles != other.articles { return one.articles > other.articles }
      let (left, right) = (one.text.unicodeScalars.count, other.text.unicodeScalars.count)
      if left != right { return left > right }
      return one.text == other.text ? one.kind < other.kind : ExactText(one.text) < ExactText(other.text)
    }
    shown = best.map { Self.withMiddleDots($0.form.text) }
    self.latin = latin
  }

  /// The number of articles that speak for each full name: those that give it and, for a name with given and family
  /// name, those that give the family name alone.
  private static func support(_ forms: [Counted]) -> [NameKey: Int] {
    var alone: [String: Int] = [:]
    for counted in forms where counted.form.kind != .latin {
      let components = Bearer.split(counted.form.text)
      if components.count == 1 { alone[components[0], default: 0] += counted.articles }
    }
    var support: [NameKey: Int] = [:]
    var families: [NameKey: String] = [:]
    var parts: Set<String> = []
    for counted in forms where counted.form.kind == .full {
      let components = Bearer.split(counted.form.text)
      support[counted.form.key, default: 0] += counted.articles
      if components.count > 1 {
        families[counted.form.key] = components[components.count - 1]
        parts.formUnion(components)
      }
    }
    for (key, family) in families { support[key, default: 0] += alone[family] ?? 0 }
    // Beside a full name, neither a part of it nor another transliteration is a whole name; a Chinese name is: 李家超.
    for key in support.keys where families[key] == nil && !families.isEmpty {
      if parts.contains(key.text) || !ChineseName.isLikely(key.text) { support[key] = 0 }
    }
    return support
  }

  /// The name a user prefers, then names in Chinese characters, then the one that most articles speak for, of its
  /// spellings that of most articles.
  private static func precedes(
    _ one: Counted, _ other: Counted, _ articles: [NameKey: Int], _ support: [NameKey: Int],
    _ preferred: NameKey?
  ) -> Bool {
    func rank(_ counted: Counted) -> (Int, Int, Int, Int, Int) {
      let isHan = counted.form.text.unicodeScalars.contains { NameKey.isHan($0.value) }
      let isDotted = counted.form.text.unicodeScalars.contains { NameKey.isComponentBorder($0) }
      return (
        counted.form.key == preferred ? 0 : 1, isHan ? 0 : 1, -(support[counted.form.key] ?? 0),
        -(articles[counted.form.key] ?? 0), isDotted ? -counted.articles - 1_000_000 : -counted.articles
      )
    }
    let (left, right) = (rank(one), rank(other))
    return left == right ? one.form < other.form : left < right
  }

  /// A name in Chinese characters with `·` for every dot and hyphen between its components.
  static func withMiddleDots(_ name: String) -> String {
    guard name.unicodeScalars.contains(where: { NameKey.isHan($0.value) }) else { return name }
    let components = name.unicodeScalars.split { NameKey.isComponentBorder($0) }
    return components.map { String(String.UnicodeScalarView($0)) }.joined(separator: String(Bearer.dot))
  }

  /// The commonest spelling of the commonest name in Latin letters; `nil` where half of the articles or more give
  /// spellings that contradict it.
  private static func latin(_ spellings: [Counted]) -> String? {
    let keyed = spellings.compactMap { counted in LatinKey(counted.form.text).map { ($0, counted) } }
    var articles: [LatinKey: Int] = [:]
    for (key, counted) in keyed { articles[key, default: 0] += counted.articles }
    guard let best = articles.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return nil }
    let agreeing = articles.reduce(0) { $0 + ($1.key.resembles(best) ? $1.value : 0) }
    guard agreeing * 2 > articles.values.reduce(0, +) else { return nil }
    return keyed.filter { $0.0 == best }.map(\.1)
      .min { ($1.articles, $0.form) < ($0.articles, $1.form) }?.form.text
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<ExactText> = []
    return texts.filter { seen.insert(ExactText($0)).inserted }
  }
}
