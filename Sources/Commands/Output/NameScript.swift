import HanText

/// The script of a name, by its ISO 15924 code.
enum NameScript: String {
  /// Characters of which at least one is traditional.
  case traditional = "Hant"
  /// Characters that are simplified, or the same in both scripts.
  case simplified = "Hans"
  case latin = "Latn"

  init(_ name: String) {
    let scalars = name.unicodeScalars.map(\.value)
    let han = scalars.filter { $0 >= 0x3400 && $0 <= 0x9FFF }
    self = han.isEmpty ? .latin : han.contains { Folding.fold($0) != $0 } ? .traditional : .simplified
  }

  /// The name of the script for people.
  var label: String {
    switch self {
    case .traditional: said("traditional", "繁体")
    case .simplified: said("simplified", "简体")
    case .latin: said("Latin", "拉丁")
    }
  }
}
