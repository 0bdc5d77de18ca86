/// Marks names that may mean several people, where articles do not say which.
enum OpenName {
  /// The name with a mark where it is open.
  static func marked(_ name: String, _ isOpen: Bool) -> String {
    isOpen ? said("\(name) (open)", "\(name)（待定）") : name
  }
}
