package import Entities
package import GRDB

/// Keys of names are stored as text.
extension NameKey: DatabaseValueConvertible {
  package var databaseValue: DatabaseValue { text.databaseValue }

  package static func fromDatabaseValue(_ value: DatabaseValue) -> NameKey? {
    String.fromDatabaseValue(value).map { NameKey(stored: $0) }
  }

  /// Binds the key to a parameter of a statement, for the library and for ``RepeatedStatement``.
  package func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
    text.bind(to: statement, at: index)
  }
}

extension NameKey: StatementValue {}
