import Foundation
import Testing

@testable import Migrations

@Suite struct MigrationsTests {
  /// A file in the folder that the list forgets would silently never run.
  @Test func listHoldsEveryFileOfTheFolder() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../migrations")
      .standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(Migrations.all.map { $0.name + ".sql" } == files)
    for migration in Migrations.all {
      let text = try String(contentsOf: folder.appending(path: migration.name + ".sql"), encoding: .utf8)
      #expect(migration.sql == text)
    }
  }
}
