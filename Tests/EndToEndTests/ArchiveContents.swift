import Foundation
import TestSupport

extension ProgramArchive {
  /// All that the archive holds but the ledger and the times of writing: every row of every table, row ids included.
  func contents() async throws -> String {
    let tables = [
      "people", "bearers", "bearer_shorts", "article_evidence", "person_forms", "document_people",
      "article_people",
      "countries", "country_names", "article_countries", "mention_rules", "mention_rows", "tombstones",
      "person_judgements",
    ]
    let articles = """
      id, url, url_key, title, title_key, body, caption, image_url, published_at, captured_at, source, language, sha256,
      revision, extractor_version
      """
    var sql = ".mode quote\nSELECT \(articles) FROM articles ORDER BY id;\n"
    sql += "SELECT 'pending', * FROM pending_bearers;\nSELECT 'pending', * FROM pending_people;\n"
    for table in tables { sql += "SELECT '\(table)';\nSELECT * FROM \(table) ORDER BY 1, 2;\n" }
    let script = try folder.write(sql, to: "contents.sql")
    let result = try await sqlite(".read '\(script)'")
    guard result.status == 0, result.errors.isEmpty else { return "cannot be read: \(result.errors)" }
    return result.output
  }

  /// What the ledger holds of files: all but times.
  func ledger() async throws -> String {
    try await sqlite(
      "SELECT display_path, sha256, size, state, article_id, error FROM files ORDER BY path, sha256"
    ).output
  }
}
