package import Entities

/// A name as articles give it: the fullest form in Chinese characters, and the Latin spelling that stands with it.
///
/// What articles say of one bearer is counted together; who is who is decided between bearers. 史密斯（Adam Smith）
/// and 史密斯（Chris Smith） are two, 史密斯 alone is a third.
package struct Bearer: Hashable, Comparable, Sendable {
  /// The Latin spelling of two words or more; `nil` where the article gives none.
  package let latin: LatinKey?
  /// The folded components of the name, without a label.
  package let components: [String]
  /// The label of those whom a user separated from others with the same name.
  package let label: String?
  /// The key of the name without dots, with its label: what users' judgements refer to.
  package let key: NameKey
  /// Whether the name holds a Chinese character.
  package let hasHan: Bool
  private let exactName: ExactText
  private let exactText: ExactText

  /// The bearer with a name and a spelling as the archive stores them.
  package init(storedName name: String, latin: LatinKey?) {
    let parts = name.split(
      separator: PersonJudgement.separator, maxSplits: 1, omittingEmptySubsequences: false)
    let label = parts.count > 1 ? String(parts[1]) : nil
    let components = (parts.first ?? "").unicodeScalars.split { $0 == Self.dot }.map { String($0) }
    self.init(components: components, label: label, latin: latin)
  }

  /// The bearer of a person of an article.
  ///
  /// - Parameters:
  ///   - name: the fullest form the article gives.
  ///   - latin: Latin spellings the article gives, in the order of first mention.
  ///   - label: what a user told the person of this article apart by.
  package init(name: String, latin: [String], label: String? = nil) {
    let components = Self.split(name)
    self.init(
      components: components.isEmpty ? [name] : components, label: label,
      latin: latin.lazy.compactMap { LatinKey($0) }.first ?? LatinKey(name))
  }

  private init(components: [String], label: String?, latin: LatinKey?) {
    let suffix = label.map { "\(PersonJudgement.separator)\($0)" } ?? ""
    let name = components.joined(separator: String(Self.dot)) + suffix
    self.components = components
    self.label = label
    self.latin = latin
    key = NameKey(stored: components.joined() + suffix)
    hasHan = name.unicodeScalars.contains { NameKey.isHan($0.value) }
    exactName = ExactText(name)
    exactText = ExactText(latin.map { "\(name)|\($0.text)" } ?? name)
  }

  /// The dot between the components.
  static let dot: Unicode.Scalar = "\u{B7}"

  /// The folded components of a name between its dots, without blanks; a name in Latin letters is one component.
  package static func split(_ name: String) -> [String] {
    guard name.unicodeScalars.contains(where: { NameKey.isHan($0.value) }) else {
      let key = NameKey(name).text
      return key.isEmpty ? [] : [key]
    }
    return name.unicodeScalars.split { NameKey.isComponentBorder($0) }
      .map { NameKey(String(String.UnicodeScalarView($0))).text }.filter { !$0.isEmpty }
  }

  /// The folded components with middle dots between them (亚当·史密斯, 史密斯), and the label.
  package var name: String { exactName.string }

  /// Whether the name has several components: 亚当·史密斯.
  package var isDotted: Bool { components.count > 1 }

  /// What the person may be called alone: the last component of a dotted name, else the name itself.
  package var family: String { components.last ?? name }

  /// What bearers of one full name share: the first and the last component of a dotted name, or an undotted name of
  /// four characters or more; `nil` for shorter undotted names.
  package var full: String? {
    guard hasHan, label == nil else { return nil }
    if let first = components.first, let last = components.last, components.count > 1 { return first + last }
    return name.unicodeScalars.count >= 4 ? name : nil
  }

  /// The bearer as text: what sorts and names groups of bearers.
  package var text: String { exactText.string }

  /// Whether two bearers have one name, whatever their spellings.
  func hasName(of other: Bearer) -> Bool { exactName == other.exactName }

  package static func == (one: Bearer, other: Bearer) -> Bool { one.exactText == other.exactText }
  package func hash(into hasher: inout Hasher) { hasher.combine(exactText) }
  package static func < (one: Bearer, other: Bearer) -> Bool { one.exactText < other.exactText }
}
