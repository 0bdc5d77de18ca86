/// The parts of an article in a page: lead image, its caption, and the text.
struct PageParts: Equatable {
  var imageURL: String?
  var caption: String?
  var body: String

  /// A lead image stands at most behind this many paragraphs.
  private static let paragraphsBeforeLead = 2

  // A figure that nobody closed must not make captions of the text: captions run over at most this many
  // paragraphs, of at most this many bytes each.
  private static let maximumCaptions = 4
  private static let maximumCaptionLength = 1500

  /// Finds the parts of a page.
  ///
  /// - Parameters:
  ///   - page: what the page shows.
  ///   - title: the article's; a heading above the text that repeats it is no text.
  ///   - url: the article's, for images named without a host.
  init(_ page: HTMLPage, title: String, url: String?) {
    var paragraphs: [String] = []
    var captions: [String] = []
    var lead: Int?
    for (index, item) in page.items.enumerated() {
      switch item {
      case .image(let address):
        guard lead == nil, paragraphs.count <= Self.paragraphsBeforeLead else { continue }
        lead = index
        imageURL = ImageProxy.undone(address, on: url)
      case .caption(let text):
        // Captions of the lead image follow it directly; all others are text.
        if let lead, index == lead + 1 + captions.count, captions.count < Self.maximumCaptions,
          text.utf8.count <= Self.maximumCaptionLength
        {
          captions.append(text)
        } else {
          paragraphs.append(text)
        }
      case .heading(let text):
        if paragraphs.isEmpty, text == title { continue }
        paragraphs.append(text)
      case .paragraph(let text):
        paragraphs.append(text)
      }
    }
    let caption = captions.isEmpty ? nil : captions.joined(separator: " ")
    Boilerplate.remove(from: &paragraphs)
    body = paragraphs.filter { $0 != caption }.joined(separator: "\n")
    self.caption = caption
  }
}
