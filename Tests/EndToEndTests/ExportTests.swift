import Foundation
import TestSupport
import Testing

/// `dossier export`, read by the programs it is for.
@Suite(.enabled(if: Program.hasShell, "needs sqlite3 and .build/han.so (make extension)"))
struct ExportTests {
  /// The exported lines make the same archive again.
  @Test func jsonLinesComeBack() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let export = try await archive.dossier("export")
    #expect(export.status == 0 && export.errors == "" && export.lines.count == 14)
    let extract = try await archive.dossier("extract", Program.examples)
    let known = ["path", "sha256", "size", "extractor_version", "url", "title", "body", "countries"]
    for (one, other) in zip(export.lines, extract.lines) {
      let (stored, read) = (try Document(one), try Document(other))
      for name in known { #expect(stored[name] == read[name], "\(name)") }
      #expect(stored.names == read.names.union(["id", "revision"]))
      let people = stored["people"]?.elements ?? []
      #expect(people.map { $0["mentions"] } == read["people"]?.elements.map { $0["mentions"] })
      #expect(
        people.allSatisfy {
          $0.names == ["name", "forms", "latin", "mentions", "person_id", "known_as", "is_open"]
        })
    }
    let copy = try ProgramArchive()
    #expect(try await copy.dossier("ingest", "--from-jsonl", "-", input: export.output).status == 0)
    #expect(try await copy.contents() == archive.contents())
    #expect(try await copy.ledger() == archive.ledger())
  }

  @Test func aPartOfTheArchive() async throws {
    let archive = try await ProgramArchive.ofExamples()
    func ids(_ command: String) async throws -> Set<Int> {
      let output = try await archive.shell("dossier " + command)
      return Set(try output.lines.compactMap { try Document($0)["id"]?.int })
    }
    let found = try await ids("search 气球 --exact --limit 0 --format jsonl")
    #expect(found.count > 2)
    #expect(try await ids("export 气球") == found)
    let filters = "--country KR --since 2024-07 --person 卢赫民 --source example.com"
    let filtered = try await ids("search 气球 --exact --limit 0 --format jsonl \(filters)")
    #expect(!filtered.isEmpty && filtered.count < found.count)
    #expect(try await ids("export 气球 \(filters)") == filtered)
    let none = try await archive.dossier("export", "没有这个词")
    #expect(none.status == 1 && none.output == "")
    #expect(try await archive.dossier("export", "--person", "欧阳无人").status == 1)
    // Hidden people do not leave.
    #expect(try await archive.dossier("hide", "卢赫民").status == 0)
    let rest = try await archive.dossier("export").output
    #expect(rest.contains("\"known_as\":\"卞瑞澈\"") && !rest.contains("\"known_as\":\"卢赫民\""))
  }

  @Test func filesAreWholeOrNotThere() async throws {
    let archive = try await ProgramArchive.ofExamples()
    let file = archive.folder.path("out.jsonl")
    #expect(try await archive.dossier("export", "--to", file).status == 0)
    let printed = try await archive.dossier("export").output
    #expect(try String(contentsOfFile: file, encoding: .utf8) == printed)
    try archive.folder.write("mine", to: "other.jsonl.part")
    #expect(try await archive.dossier("export", "--to", archive.folder.path("other.jsonl")).status == 0)
    #expect(try String(contentsOfFile: archive.folder.path("other.jsonl.part"), encoding: .utf8) == "mine")
    let again = try await archive.dossier("export", "--to", file)
    #expect(again.status == 64 && again.errors.contains("is there already"))
    let nowhere = try await archive.dossier("export", "--to", archive.folder.path("none/out.jsonl"))
    #expect(nowhere.status == 74)
    #expect(try await archive.dossier("export", "--format", "csv").status == 64)
    #expect(archive.folder.files(in: "").allSatisfy { !$0.contains(".dossier-") })
    let full = try await archive.shell("dossier export > /dev/full")
    #expect(full.status == 74)
  }

  /// Both Python's csv module and the shell's .import read every cell back.
  @Test(.enabled(if: Program.installed("python3") != nil, "needs the system's python3"))
  func tables() async throws {
    let archive = try await ProgramArchive.ofExamples()
    try archive.folder.write(
      ArticleFile.seedLayout(
        title: "他说“\"是\", 对”", url: "https://e.example/q", paragraphs: ["一,二", "\"三\""]),
      to: "quotes.txt")
    #expect(try await archive.dossier("ingest", archive.folder.path("quotes.txt")).status == 0)
    let tables = archive.folder.path("tables")
    let export = try await archive.dossier("export", "--format", "csv", "--to", tables)
    #expect(export.status == 0, "\(export.errors)")
    let queries = [
      "articles": """
      SELECT id, url, title, published_at, captured_at, source, language, image_url, caption, body, sha256, revision
      FROM articles ORDER BY id
      """,
      "countries": """
      SELECT article_id, code, kind, focus, mentions FROM article_countries ORDER BY article_id, code
      """,
      "mentions": """
      SELECT article_id, field, start, "end", text, entity, person_id, code, rule FROM mentions
      ORDER BY article_id, field, start, "end", entity
      """,
      "people": """
      SELECT d.article_id, p.id, p.name, d.name, d.mentions FROM document_people d JOIN people p ON p.id = d.person_id
      ORDER BY d.article_id, p.id, d.name
      """,
    ]
    let program = """
      import csv, json, sqlite3, subprocess, sys
      folder, database, queries = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
      columns = {"articles": None, "countries": ["article_id", "code", "kind", "focus", "mentions"],
        "mentions": ["article_id", "field", "start", "end", "text", "entity", "person_id", "code", "rule"],
        "people": ["article_id", "person_id", "name", "name_in_article", "mentions"]}
      db = sqlite3.connect(database)
      for table, query in queries.items():
        with open(f"{folder}/{table}.csv", newline="", encoding="utf-8") as file:
          rows = list(csv.DictReader(file, strict=True))
        names = columns[table] or list(rows[0])
        is_number = lambda name: name in ("id", "article_id", "person_id", "start", "end", "revision", "focus", "mentions")
        key = lambda row: [str(cell) for cell in row]
        read = sorted(([row[name] for name in names] for row in rows), key=key)
        stored = sorted((["" if cell is None else str(cell) for cell in row] for row in db.execute(query)), key=key)
        print(table, len(read), read == stored)
        shell = subprocess.run(["sqlite3", ":memory:", f".import --csv {folder}/{table}.csv t",
          "SELECT count(*), count(DISTINCT " + ("id" if table == "articles" else "article_id") + ") FROM t"],
          capture_output=True, text=True)
        print(shell.stdout.strip() == f"{len(read)}|{len({row[0] for row in read})}", shell.stderr)
      """
    let read = try await Program.run(
      Program.installed("python3") ?? "",
      [
        "-c", program, tables, archive.database,
        String(decoding: try JSONEncoder().encode(queries), as: UTF8.self),
      ])
    #expect(read.errors == "")
    #expect(
      read.lines.count == 8 && read.lines.allSatisfy { $0.hasSuffix(" True") || $0 == "True " },
      "\(read.output)")
    let bytes = try String(contentsOfFile: tables + "/articles.csv", encoding: .utf8)
    #expect(bytes.unicodeScalars.starts(with: "id,url,title,published_at".unicodeScalars))
    #expect(bytes.contains("\r\n2,") && bytes.contains("\"他说“\"\"是\"\", 对”\""))
  }

  /// A JSON-LD processor of others reads the document and finds the articles, their people and countries.
  @Test(.enabled(if: Tools.pyld != nil, "needs the Python package pyld (scripts/install-test-tools)"))
  func linkedData() async throws {
    let archive = try await ProgramArchive.ofExamples()
    try archive.folder.write(
      ArticleFile.seedLayout(title: "空 白", url: "https://e.example/a b<c>"), to: "blank.txt")
    #expect(try await archive.dossier("ingest", archive.folder.path("blank.txt")).status == 0)
    let file = archive.folder.path("articles.jsonld")
    #expect(try await archive.dossier("export", "--format", "jsonld", "--to", file).status == 0)
    let program = """
      import json, sys
      from pyld import jsonld
      document = json.load(open(sys.argv[1], encoding="utf-8"))
      expanded = jsonld.expand(document)
      SCHEMA = "https://schema.org/"
      print(len(expanded), all(node["@type"] == [SCHEMA + "NewsArticle"] for node in expanded))
      quads = jsonld.to_rdf(document)["@default"]
      typed = lambda name: {q["subject"]["value"] for q in quads if q["predicate"]["value"].endswith("#type")
        and q["object"]["value"] == SCHEMA + name}
      print(len(typed("NewsArticle")), len(typed("Person")) > 20, len(typed("Country")) > 5)
      dates = [q["object"] for q in quads if q["predicate"]["value"] == SCHEMA + "datePublished"]
      print(len(dates), {date["datatype"] for date in dates})
      print([q["object"]["type"] for q in quads if q["predicate"]["value"] == SCHEMA + "url"].count("IRI"))
      print("https://e.example/a%20b%3Cc%3E" in typed("NewsArticle"))
      """
    let read = try await Program.run(Tools.pyld ?? "", ["-c", program, file])
    #expect(
      read.lines == [
        "15 True", "15 True True", "15 {'https://schema.org/DateTime'}", "15", "True",
      ], "\(read.errors)")
    let empty = try await archive.dossier("export", "没有这个词", "--format", "jsonld")
    #expect(empty.status == 1)
    #expect(try Document(empty.output)["@graph"]?.elements == [])
  }
}
