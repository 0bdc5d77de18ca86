import ArticleStore
import Articles

/// One article for people: head, marked text, and who is in it.
struct ArticlePage {
  let article: StoredArticle
  let style: Style

  var lines: [String] {
    var lines = [marked(article.title, .title, rest: style.bold), ""]
    lines += facts.map { style.dim(DisplayWidth.padded($0.label, to: 10)) + $0.value }
    if let caption = article.caption {
      lines += ["", style.dim(said("image", "图说")) + " " + marked(caption, .caption)]
    }
    lines.append("")
    for paragraph in marked(article.body, .body).split(separator: "\n") { lines += [String(paragraph), ""] }
    if !article.people.isEmpty {
      lines.append(style.dim(said("people", "人物")))
      lines += article.people.map { "  " + line(of: $0) }
    }
    if !article.countries.isEmpty {
      lines.append(style.dim(said("countries", "国家")))
      lines += article.countries.map { "  " + line(of: $0) }
    }
    return lines
  }

  private var facts: [(label: String, value: String)] {
    var facts: [(String, String)] = [(said("article", "文章"), "\(article.id)")]
    func add(_ label: String, _ value: String?) { if let value { facts.append((label, value)) } }
    add(said("published", "发布"), article.publishedAt)
    add(said("captured", "抓取"), article.capturedAt)
    add(said("source", "来源"), article.source)
    add(said("address", "网址"), article.url)
    add(said("image", "图片"), article.imageURL)
    if article.revision > 1 { add(said("revision", "修订"), String(article.revision)) }
    return facts
  }

  private func line(of person: ArticlePerson) -> String {
    var text = style.person(person.name)
    let others = (person.forms + person.latin).filter { $0 != person.name }
    if !others.isEmpty { text += " (" + others.joined(separator: ", ") + ")" }
    return OpenName.marked(text, person.isOpen) + " ×\(person.mentions)"
  }

  private func line(of country: ArticleCountry) -> String {
    var text = style.country(country.code) + " \(country.nameZh) ×\(country.mentions)"
    if country.focus { text += said(", focus", "，主题") }
    if country.kind == "metonym" || country.kind == "outlet" {
      text += said(", only by \(country.kind)", country.kind == "metonym" ? "，仅以代称" : "，仅以媒体名")
    }
    return text
  }

  /// The field's text with its mentions marked, and what lies between them in the style `rest`: marks do not
  /// nest on a terminal. The text as it is where nothing can be marked.
  private func marked(
    _ text: String, _ field: Article.Field, rest: (String) -> String = { $0 }
  ) -> String {
    guard style.isEnabled else { return text }
    let scalars = Array(text.unicodeScalars)
    func string(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    var result = ""
    var position = 0
    for mention in article.mentions where mention.field == field {
      guard mention.start >= position, mention.end <= scalars.count, mention.start < mention.end else {
        continue
      }
      result += rest(string(position..<mention.start))
      let name = string(mention.start..<mention.end)
      switch mention.entity {
      case .person: result += style.person(name)
      case .country: result += style.country(name)
      }
      position = mention.end
    }
    return result + rest(string(position..<scalars.count))
  }
}
