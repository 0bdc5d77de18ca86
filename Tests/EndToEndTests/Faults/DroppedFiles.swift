import Foundation
import TestSupport

/// Files dropped into an archive's inbox, each with contents of its own.
struct DroppedFiles {
  /// The addresses of the articles among them, by the contents of their files.
  private(set) var articles: [String: String] = [:]
  /// The contents of those that are no articles.
  private(set) var poison: Set<String> = []

  /// The number of files.
  var count: Int { articles.count + poison.count }

  /// Drops files with these numbers, every `poisonEvery`th of which is no article, by rename.
  ///
  /// - Parameter paragraphs: the length of the articles.
  mutating func drop(
    _ numbers: Range<Int>, poisonEvery: Int = 20, paragraphs: Int = 1, into archive: ProgramArchive,
    folder: String = "inbox"
  ) throws {
    let files = FileManager.default
    let inbox = archive.path + "/" + folder
    try files.createDirectory(atPath: inbox, withIntermediateDirectories: true)
    for number in numbers {
      let address = "https://news.example/\(number)"
      let isPoison = number % poisonEvery == poisonEvery - 1
      let text =
        isPoison
        ? "no article: \(number)"
        : ArticleFile.seedLayout(
          title: "第\(number)条：外交部召见大使", url: address,
          paragraphs: (0..<paragraphs).map { index in
            let told = index == 0 ? "" : "，第\(index)次"
            return "韩国外交部长罗京淑星期二在首尔召见俄罗斯大使\(told)，要求说明编号\(number)的气球。"
          })
      if isPoison { poison.insert(text) } else { articles[text] = address }
      // Some lie in subfolders.
      let name = number % 7 == 0 ? "sub/\(number).txt" : "\(number).txt"
      let draft = inbox + "/.\(number).tmp"
      guard OpenFiles.alone({ files.createFile(atPath: draft, contents: Data(text.utf8)) }) else {
        throw CocoaError(.fileWriteUnknown)
      }
      if number % 7 == 0 {
        try files.createDirectory(atPath: inbox + "/sub", withIntermediateDirectories: true)
      }
      try files.moveItem(atPath: draft, toPath: inbox + "/" + name)
    }
  }
}
