import ArgumentParser
import Foundation

/// The maintainer's program: makes the tables of `Sources/CEntityTables` and measures the extractor.
@main struct DossierTraining: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "DossierTraining",
    abstract: "Make the tables of the entity extractor, and measure it.",
    subcommands: [Lexicon.self, Train.self, Link.self, Evaluate.self, Namesakes.self])

  /// Where the data are that all commands read.
  struct Source: ParsableArguments {
    @Option(help: "The folder with ner/, gold/ and corpus/.", completion: .directory)
    var shared = "../shared"

    var url: URL { URL(filePath: shared, directoryHint: .isDirectory) }
  }

  /// Says on standard error how far the work is.
  static func report(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
}
