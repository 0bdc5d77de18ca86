import Articles
import Entities
import Foundation

/// An article with the people and countries that its annotators found.
struct GoldArticle {
  struct Person: Decodable {
    let name: String
    let forms: [String]
    let latin: [String]?
    let optional: Bool?

    var isOptional: Bool { optional ?? false }
    /// The keys of all its spellings.
    var keys: Set<String> { Set(([name] + forms + (latin ?? [])).map { NameKey($0).text }).subtracting([""]) }
  }
  struct Country: Decodable {
    let code: String
    let optional: Bool?

    var isOptional: Bool { optional ?? false }
  }
  private struct Line: Decodable {
    let url: String
    let file: String
    let people: [Person]
    let countries: [Country]
  }

  let url: String
  let article: Article
  let people: [Person]
  let countries: [Country]

  /// The articles of `gold/NAME.jsonl`, in its order.
  static func read(_ name: String, shared: URL) throws -> [GoldArticle] {
    let file = shared.appending(path: "gold/\(name).jsonl")
    let corpus = try Corpus(shared: shared)
    defer { corpus.remove() }
    return try SharedFile.bytes(file).split(separator: UInt8(ascii: "\n")).map { line in
      let line = try JSONDecoder().decode(Line.self, from: Data(line))
      let article = try ArticleParser().parse(SharedFile.bytes(corpus.file(line.file)))
      return GoldArticle(url: line.url, article: article, people: line.people, countries: line.countries)
    }
  }

  /// The articles' files, of which some lie in an archive.
  private struct Corpus {
    let shared: URL
    let unpacked: URL

    init(shared: URL) throws {
      self.shared = shared
      unpacked = FileManager.default.temporaryDirectory.appending(path: "dossier-training-\(getpid())")
      try FileManager.default.createDirectory(at: unpacked, withIntermediateDirectories: true)
      let archive = shared.appending(path: "corpus/articles-5k.tar.zst").path
      _ = try SharedFile.output("tar", ["-x", "--zstd", "-f", archive, "-C", unpacked.path])
    }

    func file(_ path: String) -> URL {
      (path.hasPrefix("articles-5k/") ? unpacked : shared).appending(path: path)
    }

    func remove() { try? FileManager.default.removeItem(at: unpacked) }
  }
}
