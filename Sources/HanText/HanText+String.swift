extension HanQuery {
  /// Understands a query; `nil` when no term has a unit.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - columns: the names that may stand before a colon; their ASCII letters match in either case.
  package init?(_ text: String, columns: [String]) {
    var text = text
    let names = columns.map { Array($0.utf8) }
    guard let query = text.withUTF8({ HanQuery($0, columns: names) }) else { return nil }
    self = query
  }

  /// ``expression`` as a string.
  package var matchExpression: String { String(decoding: expression, as: UTF8.self) }
}

extension HanQuery.Term {
  /// The expression that finds this term alone.
  package var matchExpression: String { HanQuery(groups: [[self]], exclusions: []).matchExpression }
}

extension Folding {
  /// The folded text, scalar by scalar.
  package static func fold(_ text: String) -> String {
    var text = text
    return String(decoding: text.withUTF8 { fold($0) }, as: UTF8.self)
  }
}

extension ScannedText {
  /// Scans a text; the units' offsets are those of its UTF-8.
  package init(_ text: String) {
    var text = text
    self = text.withUTF8 { ScannedText($0) }
  }
}
