package import Entities

/// The key of a name, as ``NameKey/init(_:)`` gives it.
extension NameKey: ExpressibleByStringLiteral {
  package init(stringLiteral name: String) {
    self.init(name)
  }
}
