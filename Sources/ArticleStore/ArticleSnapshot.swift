import GRDB

/// The archive in one state, whatever is written meanwhile: the matches of a search, their number, their order and
/// what is shown of them come from it, and no question pays for a transaction of its own. Not valid after the closure of ``ArticleStore/snapshot(_:)``.
package struct ArticleSnapshot {
  let db: Database
}

extension ArticleStore {
  /// Runs `body` on the state that the archive has now.
  package func snapshot<Value>(_ body: (ArticleSnapshot) throws -> Value) throws -> Value {
    try read { try body(ArticleSnapshot(db: $0)) }
  }
}
