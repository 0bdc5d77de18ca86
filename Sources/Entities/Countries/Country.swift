/// A country, territory or historical state that articles can name.
package struct Country: Equatable, Sendable {
  /// What kind of country it is.
  package enum Kind: String, CaseIterable, Sendable {
    /// A state.
    case state
    /// A dependent territory or special region with its own code.
    case territory
    /// A country whose statehood is disputed.
    case disputed
    /// A state that no longer exists.
    case historical
  }

  /// ISO 3166-1 alpha-2, `XK`, or a historical code: `SU`, `YU`, `DD`, `CS`.
  package let code: String
  /// The usual name in simplified Chinese.
  package let nameZh: String
  /// The usual name in traditional Chinese as written in Taiwan.
  package let nameZhHant: String
  /// The usual name in English.
  package let nameEn: String
  /// State, territory, disputed or historical.
  package let kind: Kind
  /// The code of the state that followed a historical one; `nil` for the others.
  package let successor: String?
  /// Every name it may be searched by, the three above included; no places or outlets that only stand for it.
  package let names: [String]
}
