/// Names of two or three characters as Chinese, and most Korean, people bear them: a family name of one character and
/// a given name.
package enum ChineseName {
  /// Returns whether a folded name looks like one: its first character is common as a family name, and its characters
  /// are not all those of transliterations.
  package static func isLikely(_ name: String) -> Bool {
    let scalars = name.unicodeScalars.map(\.value)
    guard (2...3).contains(scalars.count), scalars.allSatisfy(FoldedText.isHan) else { return false }
    let table = LexiconTable.shared
    let classes = scalars.map { table.names(table.identity($0)) }
    guard classes[0].surname >= 2 else { return false }
    return scalars.count == 2 ? classes[0].surname == 3 : !classes.allSatisfy(\.transliterates)
  }
}
