import Foundation

/// JSON that the program wrote, for looking into it.
enum Document: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([Document])
  case object([String: Document])

  /// Reads one JSON text.
  init(_ text: String) throws {
    self = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([Document].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: Document].self))
    }
  }

  /// A member of an object; `nil` where there is none.
  subscript(_ name: String) -> Document? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  var names: Set<String> { if case .object(let members) = self { Set(members.keys) } else { [] } }
  var elements: [Document] { if case .array(let elements) = self { elements } else { [] } }
  var string: String? { if case .string(let text) = self { text } else { nil } }
  var strings: [String] { elements.compactMap(\.string) }
  var int: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
}
