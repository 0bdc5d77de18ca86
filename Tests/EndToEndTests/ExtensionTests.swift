import Foundation
import TestSupport
import Testing

/// The loadable extension as its users load it: in the stock shell, and in Python.
@Suite(.enabled(if: Program.hasShell, "needs sqlite3 and .build/han.so (make extension)"))
struct ExtensionTests {
  private func answer(_ sql: String) async throws -> String {
    let result = try await Program.run(
      Program.installed("sqlite3") ?? "sqlite3", ["-cmd", ".load '\(Program.han ?? "")'", ":memory:", sql])
    #expect(result.status == 0 && result.errors.isEmpty, "\(sql): \(result.errors)")
    return result.output
  }

  /// FTS5's integrity check with rank 1 tokenizes the content again and compares it with the index. The index
  /// is the program's, the tokenizer the extension's: no problem means that they tokenize alike.
  @Test func tokenizesAsTheProgramDoes() async throws {
    let archive = try await ProgramArchive.ofExamples()
    #expect(try await archive.problems().isEmpty)
  }

  @Test(
    .enabled(
      if: Corpus.item("corpus/articles-5k.tar.zst") != nil && Program.installed("zstd") != nil,
      "the real articles lie beside the checkout"))
  func tokenizesRealArticlesAsTheProgramDoes() async throws {
    let archive = try ProgramArchive()
    let corpus = try #require(Corpus.item("corpus/articles-5k.tar.zst"))
    // Every tenth article of the sample, for the time it takes a debug build.
    let unpacked = try await archive.shell(
      """
      mkdir -p '\(archive.folder.path("files"))' && cd '\(archive.folder.path("files"))' \
        && tar --zstd -xf '\(corpus.path)' && find . -type f | sort | awk 'NR % 10 != 0' | tr '\\n' '\\0' | xargs -0 rm
      """)
    #expect(unpacked.status == 0, "\(unpacked.errors)")
    let ingest = try await archive.dossier("ingest", archive.folder.path("files"), "--quiet")
    #expect(ingest.status == 0, "\(ingest.errors)")
    #expect(try await archive.problems().isEmpty)
  }

  @Test func functions() async throws {
    #expect(try await answer("SELECT han_version()") == "1\n")
    #expect(try await answer("SELECT han_fold('召見ＡＢ'), han_fold(NULL) IS NULL") == "召见ab|1\n")
    #expect(try await answer("SELECT han_query('普京 -乌克兰')") == "\"普京\" NOT \"乌克兰\"\n")
    #expect(try await answer("SELECT han_query('\"没关上 C++')") == "\"\"\"没关上\" AND \"C++\"\n")
    #expect(try await answer("SELECT han_any('召见大使')") == "(\"召见\" OR \"见大\" OR \"大使\")\n")
  }

  @Test func aTableOfOnesOwn() async throws {
    let text = "韩国外交部今天发表声明。外交部召見俄羅斯大使，要求說明。大使没有回答。"
    let found = try await answer(
      """
      CREATE VIRTUAL TABLE t USING fts5(body, tokenize = 'han');
      INSERT INTO t VALUES ('\(text)'), ('台湾 Taiwan AI芯片');
      SELECT rowid, highlight(t, 0, '[', ']') FROM t WHERE t MATCH '召见俄罗斯';
      SELECT han_snippet(t, 0, '[', ']', '…', 16) FROM t WHERE t MATCH han_query('召见');
      SELECT count(*) FROM t WHERE t MATCH 'AI';
      SELECT count(*) FROM t WHERE t MATCH han_query('AI 芯片');
      SELECT count(*) FROM t WHERE t MATCH '見大使';
      """)
    #expect(
      found == """
        1|韩国外交部今天发表声明。外交部[召見俄羅斯]大使，要求說明。大使没有回答。
        …外交部[召見]俄羅斯大使，要求說明。…
        1
        1
        0

        """)
  }

  @Test func anotherVersionIsRefused() async throws {
    let result = try await Program.run(
      Program.installed("sqlite3") ?? "sqlite3",
      [
        "-cmd", ".load '\(Program.han ?? "")'", ":memory:",
        "CREATE VIRTUAL TABLE t USING fts5(body, tokenize = 'han version 999')",
      ])
    #expect(result.status != 0)
  }

  @Test(.enabled(if: Program.installed("python3") != nil, "needs the system's python3"))
  func python() async throws {
    let program = """
      import sqlite3, sys
      db = sqlite3.connect(':memory:')
      db.enable_load_extension(True)
      db.load_extension(sys.argv[1])
      db.execute("CREATE VIRTUAL TABLE t USING fts5(body, tokenize = 'han')")
      db.execute("INSERT INTO t VALUES ('漢江的氣球')")
      print(db.execute("SELECT body FROM t WHERE t MATCH han_query('汉江')").fetchone()[0])
      """
    let result = try await Program.run(
      Program.installed("python3") ?? "python3", ["-c", program, Program.han ?? ""])
    #expect(result.output == "漢江的氣球\n", "\(result.errors)")
  }
}
