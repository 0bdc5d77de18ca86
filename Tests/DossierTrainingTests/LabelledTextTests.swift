import Foundation
import TestSupport
import Testing

@testable import DossierTraining
@testable import Entities

@Suite struct LabelledTextTests {
  /// Labelled sentences, written as a file and read.
  static func read(_ content: String) throws -> [LabelledText] {
    let file = FileManager.default.temporaryDirectory.appending(path: "labelled-\(UUID().uuidString).tsv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(content.utf8).write(to: file)
    return try LabelledText.read(file)
  }

  /// The lines of a sentence in which the parts between brackets are names.
  static func lines(_ sentence: String) -> String {
    var (lines, isName, isFirst) = ("", false, false)
    for character in sentence {
      switch character {
      case "[": (isName, isFirst) = (true, true)
      case "]": isName = false
      default:
        lines += "\(character)\t\(!isName ? "O" : isFirst ? "B-PER" : "I-PER")\n"
        isFirst = false
      }
    }
    return lines + "\n"
  }

  @Test func sentencesKeepTheirLabels() throws {
    let texts = try Self.read(
      "# 1 a\n" + Self.lines("[周明]说好。") + Self.lines("他来了") + "# 2 b\n" + Self.lines("[林远]"))
    #expect(texts.map(\.source) == ["1 a", "2 b"])
    #expect(texts[0].text.sentences.map(\.count) == [5, 3])
    #expect(texts[0].names == [0..<2])
    #expect(texts[1].names == [0..<2])
  }

  @Test func labelsOfPlacesAreOutside() throws {
    let texts = try Self.read("水\tB-LOC\n城\tI-LOC\n周\tB-PER\n明\tI-PER\n")
    #expect(texts.first?.names == [2..<4])
  }

  @Test func missingFileIsAnError() {
    #expect(throws: TrainingError.self) { try LabelledText.read(URL(filePath: "/nowhere/a.tsv")) }
  }
}
