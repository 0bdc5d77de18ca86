package import ArticleStore
import Articles
package import Entities

/// Articles with people and countries, as the extractor would hand them to the store, for tests of what comes
/// after it.
package enum Samples {
  /// An article with the given entities; every mention lies in the body, in which the names must stand.
  package static func extracted(
    url: String? = "https://news.example.com/a/1", title: String = "标题", body: String = "正文。",
    caption: String? = nil, published: Int64 = 1_729_517_767, captured: Int64? = 1_729_517_944,
    people: [(name: String, forms: [String], latin: [String])] = [],
    countries: [(code: String, form: String)] = []
  ) -> ExtractedArticle {
    let article = Article(
      url: url, title: title, body: body, caption: caption,
      publishedAt: Timestamp(secondsSince1970: published),
      capturedAt: captured.map(Timestamp.init(secondsSince1970:)), source: "news.example.com",
      language: "zh-Hans")
    return ExtractedArticle(
      article: article,
      people: people.map { person in
        DocumentPerson(
          name: person.name, forms: person.forms, latin: person.latin,
          mentions: person.forms.flatMap { mentions(of: $0, in: body) })
      },
      countries: countries.map { country in
        DocumentCountry(
          code: country.code, forms: [country.form], kind: .name, focus: true,
          mentions: mentions(of: country.form, in: body))
      })
  }

  /// A batch of articles, each as if it came from a file of the inbox with the given text.
  package static func batch(
    _ articles: [ExtractedArticle], text: (ExtractedArticle) -> String
  ) -> IngestBatch {
    var batch = IngestBatch()
    for extracted in articles {
      let content = Array(text(extracted).utf8)
      let hash = content.withUnsafeBytes { ContentHash(of: $0) }
      batch.submissions.append(
        ArticleSubmission(
          extracted: extracted,
          file: FileVersion(path: Array("inbox/\(hash)".utf8), contentHash: hash, size: content.count),
          extractorVersion: 1))
    }
    return batch
  }

  private static func mentions(of form: String, in body: String) -> [Mention] {
    let text = Array(body.unicodeScalars)
    let pattern = Array(form.unicodeScalars)
    guard !pattern.isEmpty, text.count >= pattern.count else { return [] }
    return (0...(text.count - pattern.count)).filter {
      text[$0..<($0 + pattern.count)].elementsEqual(pattern)
    }
    .map { start in
      Mention(
        field: .body, start: start, end: start + pattern.count, text: form, rule: "sample", confidence: 1)
    }
  }
}
