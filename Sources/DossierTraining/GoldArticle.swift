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
    let lines = try SharedFile.bytes(file).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Line.self, from: Data($0))
    }
    let corpus = try Corpus(shared: shared, files: lines.map(\.file))
    defer { corpus.remove() }
    return try lines.map { line in
      let article = try ArticleParser().parse(SharedFile.bytes(corpus.file(line.file)))
      return GoldArticle(url: line.url, article: article, people: line.people, countries: line.countries)
    }
  }

  /// The articles' files, of which some are in archives.
  private struct Corpus {
    /// The archives of `corpus/` by the folder they hold.
    private static let archives = [
      "articles-5k": "articles-5k.tar.zst", "front-matter": "front-matter-25k.tar.zst",
    ]

    let shared: URL
    let unpacked: URL

    init(shared: URL, files: [String]) throws {
      self.shared = shared
      unpacked = FileManager.default.temporaryDirectory.appending(path: "dossier-training-\(getpid())")
      try FileManager.default.createDirectory(at: unpacked, withIntermediateDirectories: true)
      for (folder, archive) in Self.archives.sorted(by: { $0.key < $1.key }) {
        let wanted = files.filter { $0.hasPrefix(folder + "/") }
        guard !wanted.isEmpty else { continue }
        let list = unpacked.appending(path: "files")
        try Data(wanted.joined(separator: "\0").utf8).write(to: list)
        let path = shared.appending(path: "corpus/\(archive)").path
        _ = try SharedFile.output(
          "tar", ["-x", "--zstd", "-f", path, "-C", unpacked.path, "--null", "--no-unquote", "-T", list.path])
      }
    }

    func file(_ path: String) -> URL {
      (Self.archives.keys.contains { path.hasPrefix($0 + "/") } ? unpacked : shared).appending(path: path)
    }

    func remove() { try? FileManager.default.removeItem(at: unpacked) }
  }
}
