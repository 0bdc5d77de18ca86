import ArticleStore
import BenchmarkSupport
import Glibc

/// From the start of a process to its first output, for `dossier search` and for `sqlite3` asked the same.
struct StartUp {
  let program: String
  let sqlite3: String
  /// The loadable extension, without its suffix.
  let tokenizer: String
  let archive: ArchiveDirectory

  /// - Returns: seconds of each run of `dossier` and of `sqlite3`, taken in turn, the first of each left out.
  func measure(_ query: String, runs: Int) throws -> (dossier: [Double], sqlite3: [Double]) {
    let search = [program, "search", query, "--archive", archive.path, "--exact"]
    // One statement: what a person would type into the shell for the same list.
    let shell = [
      sqlite3, "-readonly", "-cmd", ".load \(tokenizer)", archive.database,
      """
      SELECT rowid, title, han_snippet(articles_fts, 0, '', '', '…', 60) FROM articles_fts
      WHERE articles_fts MATCH han_query('\(query)') ORDER BY bm25(articles_fts, 1.0, 6.0, 1.5) LIMIT 20
      """,
    ]
    var times: (dossier: [Double], sqlite3: [Double]) = ([], [])
    for run in 0...runs {
      let (ours, theirs) = (
        try MeasuredProcess.timeToFirstOutput(search), try MeasuredProcess.timeToFirstOutput(shell)
      )
      if run > 0 {
        times.dossier.append(ours)
        times.sqlite3.append(theirs)
      }
    }
    return times
  }
}
