/// What an HTML element means for the text of an article.
enum HTMLElement {
  /// Begins and ends a paragraph.
  case block
  case heading
  case lineBreak
  case image
  case video
  case italic
  case time
  case figure
  case figureCaption
  case small
  /// Holds no text of the article, at most an image to enlarge.
  case button
  /// Holds nothing to be read (`script`, form controls, `svg` …).
  case notText
  /// Runs along with the text around it.
  case inline

  /// The element of a name as libxml2 gives it: lower case, zero-terminated.
  init(name: UnsafePointer<UInt8>) {
    self = Self.byName[Self.key(name)] ?? .inline
  }

  /// The first seven bytes of a name and its length, which tell all elements of ``byName`` apart.
  private static func key(_ name: UnsafePointer<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    var length = 0
    while name[length] != 0, length < 16 {
      if length < 7 { key = key << 8 | UInt64(name[length]) }
      length += 1
    }
    return key << 8 | UInt64(length)
  }

  private static let byName: [UInt64: HTMLElement] = {
    var table: [UInt64: HTMLElement] = [:]
    func add(_ names: String, _ element: HTMLElement) {
      for name in names.split(separator: " ") {
        (Array(name.utf8) + [0]).withUnsafeBufferPointer { bytes in
          if let start = bytes.baseAddress { table[key(start)] = element }
        }
      }
    }
    add(
      "address article aside blockquote body caption center dd details dialog div dl dt fieldset footer form "
        + "header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th "
        + "thead tr ul",
      .block)
    add("h1 h2 h3 h4 h5 h6", .heading)
    add("br", .lineBreak)
    add("img", .image)
    add("video", .video)
    add("i", .italic)
    add("time", .time)
    add("figure", .figure)
    add("figcaption", .figureCaption)
    add("small", .small)
    add("button", .button)
    add(
      "applet audio canvas datalist embed head iframe input map math meter noembed noframes noscript "
        + "object optgroup option output progress script select style svg template textarea title",
      .notText)
    return table
  }()

  /// Whether the element ends the paragraph before it and begins a new one.
  var breaksParagraph: Bool {
    switch self {
    case .block, .heading, .lineBreak, .figure, .figureCaption: true
    case .image, .video, .italic, .time, .small, .button, .notText, .inline: false
    }
  }
}
