/// The SQL files of `migrations/`, embedded in the binary, oldest first.
package enum Migrations {
  /// One step of the schema's history; once released its text never changes.
  package struct Migration: Sendable {
    /// The file's name without `.sql`; recorded in the database once the step has run.
    package let name: String
    /// The statements.
    package let sql: String
  }

  /// Every migration in the order in which it must run. A test compares the list with the folder.
  package static var all: [Migration] {
    [
      Migration(name: "v0001-articles", bytes: PackageResources.v0001_articles_sql),
      Migration(name: "v0002-identity", bytes: PackageResources.v0002_identity_sql),
      Migration(name: "v0003-titles", bytes: PackageResources.v0003_titles_sql),
      Migration(name: "v0004-views", bytes: PackageResources.v0004_views_sql),
      Migration(name: "v0005-who-is-who", bytes: PackageResources.v0005_who_is_who_sql),
    ]
  }
}

extension Migrations.Migration {
  fileprivate init(name: String, bytes: [UInt8]) {
    self.init(name: name, sql: String(decoding: bytes, as: UTF8.self))
  }
}
