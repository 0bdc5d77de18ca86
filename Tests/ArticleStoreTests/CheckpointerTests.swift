import Articles
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ArticleStore

/// Checkpoints beside the writer.
@Suite struct CheckpointerTests {
  private let folder: TemporaryFolder
  private let path: String
  private static let pages: Int32 = 20

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("test.db")
  }

  private func pool(_ checkpointer: Checkpointer) throws -> DatabasePool {
    let pool = try DatabasePool(path: path)
    try pool.writeWithoutTransaction { db in
      try db.execute(sql: "CREATE TABLE t (x BLOB)")
      checkpointer.attach(to: db)
    }
    return pool
  }

  private func size(_ suffix: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path + suffix)[.size] as? Int ?? 0
  }

  @Test func theLogIsCopiedBesideTheWriter() throws {
    let checkpointer = Checkpointer(path: path, pages: Self.pages)
    let pool = try pool(checkpointer)
    let before = try size("")
    for _ in 0..<3 { try pool.write { try $0.execute(sql: "INSERT INTO t VALUES (zeroblob(65536))") } }
    checkpointer.wait()
    #expect(try size("") > before + 65536)
    // All of the log was copied, so the next commit begins it anew.
    let log = try size("-wal")
    for _ in 0..<100 {
      try pool.write { try $0.execute(sql: "INSERT INTO t VALUES (zeroblob(65536))") }
      checkpointer.wait()
    }
    #expect(try size("-wal") < 2 * log)
    #expect(try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM t") } == 103)
    #expect(try pool.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
  }

  /// A writer that never rests does not let the log grow for ever.
  @Test func aLongLogHoldsTheWriterUp() throws {
    let checkpointer = Checkpointer(path: path, pages: Self.pages)
    let pool = try pool(checkpointer)
    for _ in 0..<300 { try pool.write { try $0.execute(sql: "INSERT INTO t VALUES (zeroblob(65536))") } }
    // Four times the pages, and the commit that passed them.
    #expect(try size("-wal") < (4 * Int(Self.pages) + 2 * 20) * 4200)
    checkpointer.wait()
    #expect(try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM t") } == 300)
  }

  @Test func aDatabaseThatIsGoneHarmsNobody() throws {
    let checkpointer = Checkpointer(path: folder.path("none.db"), pages: Self.pages)
    let pool = try pool(checkpointer)
    for _ in 0..<10 { try pool.write { try $0.execute(sql: "INSERT INTO t VALUES (zeroblob(65536))") } }
    checkpointer.wait()
    #expect(try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM t") } == 10)
    #expect(!FileManager.default.fileExists(atPath: folder.path("none.db")))
  }

  /// An archive that nobody has open is one file.
  @Test func nothingIsLeftOfTheLogWhenTheStoreIsClosed() throws {
    let directory = ArchiveDirectory(path: folder.url.path)
    do {
      let store = try ArticleStore.open(directory, access: .readWrite)
      let articles = [Samples.extracted(url: "https://e.example/1", body: "甲")]
      _ = try store.save(Samples.batch(articles) { _ in "甲" }, at: Timestamp(secondsSince1970: 0))
    }
    #expect(folder.files(in: "") == ["dossier.db"])
  }
}
