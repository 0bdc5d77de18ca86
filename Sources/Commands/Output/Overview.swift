import ArticleStore
import Ingest

/// What `dossier` alone says: a line or two on the archive, and the commands that fit how it stands.
struct Overview {
  /// What there is to tell of an archive.
  struct Holdings {
    var status: ArchiveStatus
    /// Names of the people and of the country that most articles name, for the examples.
    var people: [String]
    var countries: [String]
  }

  /// Something to type, and what it does.
  private typealias Hint = (line: String, meaning: String)

  let directory: ArchiveDirectory
  /// `nil` where there is no archive yet.
  let holdings: Holdings?
  let style: Style

  var lines: [String] {
    let hints = hints + [("dossier --help", said("every command", "所有命令"))]
    let width = hints.map { DisplayWidth.columns($0.line) }.max() ?? 0
    let table = hints.map { hint in
      "  " + style.bold(DisplayWidth.padded(hint.line, to: width)) + "  " + hint.meaning
    }
    return head + [""] + table + foot
  }

  private var head: [String] {
    guard let holdings else {
      return [said("There is no archive yet at \(directory.path).", "\(directory.path) 还没有档案库。")]
    }
    let (status, path) = (holdings.status, directory.path)
    var head = [
      status.store.articles == 0
        ? said("The archive at \(path) holds no articles yet.", "档案库 \(path) 还没有文章。")
        : said(
          "\(articleCount(status.store.articles))\(span(status.store)) in \(path)",
          "\(path)：\(articleCount(status.store.articles))\(span(status.store))")
    ]
    if status.waiting > 0 {
      head.append(
        said(
          "\(status.waiting) \(status.waiting == 1 ? "file waits" : "files wait") in the inbox",
          "收件夹里有 \(status.waiting) 个文件待收录"))
    }
    if status.failed > 0 {
      head.append(
        said(
          "\(status.failed) \(status.failed == 1 ? "file is no article" : "files are no articles")",
          "\(status.failed) 个文件不是文章"))
    }
    return head + status.problems.map { said("not well: ", "有问题：") + $0 }
  }

  private func span(_ store: StoreStatus) -> String {
    guard let first = store.firstPublished, let last = store.lastPublished else { return "" }
    return said(
      ", \(Listing.day(first)) to \(Listing.day(last)),", "，\(Listing.day(first)) 至 \(Listing.day(last))")
  }

  private var hints: [Hint] {
    let files = (
      said("dossier ingest FILE…", "dossier ingest 文件…"),
      said("store files or folders, which stay where they are", "收录文件或文件夹，原件不动")
    )
    guard let holdings else {
      return [
        ("dossier init", said("make one there; its inbox takes article files", "在那里新建，文件放进它的 inbox")),
        files,
      ]
    }
    var hints: [Hint] = []
    let status = holdings.status
    if status.waiting > 0 {
      hints.append(("dossier ingest", said("store the files of the inbox", "收录收件夹里的文件")))
    }
    if status.failed > 0 {
      hints.append(("dossier failed", said("which files, and why", "哪些文件、什么原因")))
    }
    if status.store.articles == 0 {
      if status.waiting > 0 { return hints + [files] }
      let copy = said("cp FILE… ", "cp 文件… ") + ShellWord.quoted(directory.inbox + "/")
      return hints + [
        (copy, said("drop files into the inbox", "把文件放进收件夹")),
        ("dossier ingest", said("store them", "收录")), files,
        ("dossier watch", said("store them as they come", "随到随收")),
      ]
    }
    let people = holdings.people.map(ShellWord.quoted)
    let person = people.first ?? said("NAME", "姓名")
    let country = holdings.countries.first.map(ShellWord.quoted) ?? said("NAME", "名称")
    hints += [
      ("dossier search \(holdings.countries.isEmpty ? person : country)", said("find articles", "搜索文章")),
      ("dossier person \(person)", said("one person: when, with whom, newest articles", "一个人：时间、同篇人物、最新文章")),
      ("dossier country \(country)", said("one country, likewise", "一个国家，同上")),
    ]
    if people.count > 1 {
      let series = people.map { "--compare \($0)" }.joined(separator: " ")
      hints.append(("dossier timeline \(series)", said("who was in the news when", "两人何时见报、各有多少")))
    }
    return hints
  }

  private var foot: [String] {
    if holdings != nil { return [] }
    return [
      "",
      said(
        "Elsewhere: --archive DIR with any command, or export DOSSIER_ARCHIVE=DIR.",
        "放在别处：任何命令加 --archive 目录，或 export DOSSIER_ARCHIVE=目录。"),
    ]
  }
}

/// A word as a shell takes it.
enum ShellWord {
  /// The word, in quotes where the shell would read something else.
  static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "·-_./:".unicodeScalars.contains(scalar)
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
