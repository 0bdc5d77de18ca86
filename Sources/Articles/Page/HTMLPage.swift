/// A page reduced to what it shows, in its order: paragraphs, captions and images, and the date it prints.
struct HTMLPage {
  enum Item: Equatable {
    case paragraph(String)
    case heading(String)
    case caption(String)
    /// A picture or a video's poster, by its address as written.
    case image(String)
  }

  var items: [Item] = []
  /// The first date in an `<i>`, or in a `<time>` above the text where no `<i>` has one.
  var date: DateText?
}
