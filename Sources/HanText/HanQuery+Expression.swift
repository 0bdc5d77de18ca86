extension HanQuery {
  /// The query as an FTS5 MATCH expression for a table with the tokenizer `han`, in UTF-8. It is never a syntax
  /// error, and nests at most two deep.
  package var expression: [UInt8] {
    var output: [UInt8] = []
    let needsBrackets = !exclusions.isEmpty && groups.count > 1
    if needsBrackets { output.append(UInt8(ascii: "(")) }
    for (index, group) in groups.enumerated() {
      if index > 0 { output.append(contentsOf: " AND ") }
      Self.append(group, to: &output)
    }
    if needsBrackets { output.append(UInt8(ascii: ")")) }
    if !exclusions.isEmpty {
      output.append(contentsOf: " NOT ")
      Self.append(exclusions, to: &output)
    }
    return output
  }

  /// The same columns and exclusions, but any part of any term is enough: for ranked recall where the query
  /// itself finds too little.
  ///
  /// The parts are pairs of neighbouring letters of unspaced scripts, single letters that have no such
  /// neighbour, and runs; other characters count only where there is nothing else. Equal parts are taken once,
  /// at most ``maximumAlternatives`` of them, the first ones.
  package var loosened: HanQuery {
    var parts: [Term] = []
    for symbols in [false, true] where parts.isEmpty {
      for group in groups {
        for term in group { Self.appendParts(of: term, symbols: symbols, to: &parts) }
      }
    }
    return HanQuery(groups: [parts], exclusions: exclusions)
  }

  private static func append(_ terms: [Term], to output: inout [UInt8]) {
    if terms.count > 1 { output.append(UInt8(ascii: "(")) }
    for (index, term) in terms.enumerated() {
      if index > 0 { output.append(contentsOf: " OR ") }
      if let column = term.column {
        output.append(UInt8(ascii: "{"))
        appendQuoted(column, to: &output)
        output.append(contentsOf: "} : ")
      }
      appendQuoted(term.text, to: &output)
      if term.isPrefix { output.append(contentsOf: " *") }
    }
    if terms.count > 1 { output.append(UInt8(ascii: ")")) }
  }

  private static func appendQuoted(_ text: [UInt8], to output: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    output.append(quote)
    for byte in text {
      if byte == quote { output.append(quote) }
      output.append(byte)
    }
    output.append(quote)
  }

  private static func appendParts(of term: Term, symbols: Bool, to parts: inout [Term]) {
    term.text.withUnsafeBufferPointer { text in
      let units = ScannedText(text).units
      func isLetter(_ index: Int) -> Bool { units.indices.contains(index) && units[index].kind == .letter }
      for (index, unit) in units.enumerated() where parts.count < maximumAlternatives {
        var part = Term(text: [], column: term.column, isPrefix: false)
        switch unit.kind {
        case .letter:
          guard isLetter(index + 1) || !isLetter(index - 1) else { continue }
          ScalarCoding.append(unit.scalar, to: &part.text)
          if isLetter(index + 1) { ScalarCoding.append(units[index + 1].scalar, to: &part.text) }
        case .word, .number:
          unit.appendRun(from: text, to: &part.text)
          part.isPrefix = term.isPrefix && index == units.count - 1
        case .symbol, .lineEnd:
          guard symbols else { continue }
          ScalarCoding.append(unit.scalar, to: &part.text)
        }
        if !parts.contains(part) { parts.append(part) }
      }
    }
  }
}

extension [UInt8] {
  /// Appends a text of our own in UTF-8.
  fileprivate mutating func append(contentsOf text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
