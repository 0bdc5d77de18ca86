/// The attributes of an element as libxml2 gives them: names and values in turn, ended by a null pointer.
struct HTMLAttributes {
  typealias Pointer = UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  private let attributes: Pointer

  init(_ attributes: Pointer) {
    self.attributes = attributes
  }

  /// The value of an attribute: empty when it has none, `nil` when it is not there.
  subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let attributes else { return nil }
    var index = 0
    while let key = attributes[index] {
      if Self.equals(key, name) {
        guard let value = attributes[index + 1] else { return UnsafeBufferPointer(start: nil, count: 0) }
        var length = 0
        while value[length] != 0 { length += 1 }
        return UnsafeBufferPointer(start: value, count: length)
      }
      index += 2
    }
    return nil
  }

  /// The value of an attribute as text without white space around it; `nil` when it is missing or blank.
  func text(_ name: StaticString) -> String? {
    guard let value = self[name] else { return nil }
    let text = TextWriter.normalize(String(decoding: value, as: UTF8.self))
    return text.isEmpty ? nil : text
  }

  private static func equals(_ key: UnsafePointer<UInt8>, _ name: StaticString) -> Bool {
    let wanted = name.utf8Start
    for index in 0..<name.utf8CodeUnitCount where key[index] != wanted[index] { return false }
    return key[name.utf8CodeUnitCount] == 0
  }
}
