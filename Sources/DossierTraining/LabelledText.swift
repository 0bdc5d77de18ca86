import Entities
import Foundation

/// Sentences whose characters are labelled: part of a person's name or not.
struct LabelledText {
  /// The labels of a character.
  enum Label {
    static let outside: UInt8 = 0
    static let inside: UInt8 = 1
    static let begin: UInt8 = 2
  }

  /// Which article the sentences are from, as its file says: `# id url`; empty when it does not.
  let source: String
  /// The sentences.
  let text: TaggerText
  /// The label of each code point of the text that the sentences were cut from.
  let labels: [UInt8]

  /// Where the labels say that names stand.
  var names: Set<Range<Int>> {
    var names: Set<Range<Int>> = []
    var start = 0
    while let begin = labels[start...].firstIndex(of: Label.begin) {
      start = begin + 1
      while start < labels.count, labels[start] == Label.inside { start += 1 }
      names.insert(begin..<start)
    }
    return names
  }

  /// Reads a file of lines `character TAB label`, with a line `#` before each article and an empty one after each
  /// sentence; labels other than those of persons are outside. A file `.zst` is decompressed.
  ///
  /// - Throws: `TrainingError` when it cannot be read.
  static func read(_ file: URL) throws -> [LabelledText] {
    let bytes = try SharedFile.bytes(file)
    var result: [LabelledText] = []
    var source = ""
    var text = ""
    var labels: [UInt8] = []
    var sentences = 0
    func close() {
      guard !labels.isEmpty else { return }
      result.append(LabelledText(source: source, text: TaggerText(text), labels: labels))
      (text, labels, sentences) = ("", [], 0)
    }
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.isEmpty {
        guard text.last != "\n", !text.isEmpty else { continue }
        text.unicodeScalars.append("\n")
        labels.append(Label.outside)
        sentences += 1
        // Some files do not say where articles begin; long texts would be slow to shuffle.
        if sentences == 1000 { close() }
      } else if line.starts(with: [UInt8(ascii: "#"), UInt8(ascii: " ")]) {
        close()
        source = String(decoding: line.dropFirst(2), as: UTF8.self)
      } else if let tab = line.lastIndex(of: UInt8(ascii: "\t")) {
        let scalar = String(decoding: line[..<tab], as: UTF8.self).unicodeScalars.first ?? " "
        text.unicodeScalars.append(scalar)
        labels.append(label(line[line.index(after: tab)...]))
      }
    }
    close()
    return result
  }

  private static func label(_ name: ArraySlice<UInt8>) -> UInt8 {
    if name.starts(with: Array("B-PER".utf8)) { return Label.begin }
    return name.starts(with: Array("I-PER".utf8)) ? Label.inside : Label.outside
  }
}
