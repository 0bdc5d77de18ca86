import CLibXML2

/// Reads HTML with libxml2's event interface and keeps what it shows as an ``HTMLPage``. No tree is built, nothing
/// recurses, and time is linear in the page's length.
final class HTMLReader {
  /// The deepest nesting of elements that is read.
  static let maximumDepth = 512
  /// The longest text of an `<i>` or `<time>` in bytes that may be a dateline: bylines are short.
  private static let maximumDatelineLength = 300

  private enum Role { case paragraph, heading, caption, image }
  private struct Item {
    var role: Role
    var range: Range<Int>
    var address: String = ""
  }

  private var writer: TextWriter
  private var items: [Item] = []
  private var open: [HTMLElement] = []
  private var paragraphs = 0
  private var lastImage: String?
  private var date: DateText?
  private var timeElementDate: DateText?

  /// The parser that is running.
  private var context: htmlParserCtxtPtr?
  /// The line of the first element beyond ``maximumDepth``.
  private var lineTooDeep: Int?

  // The depths of the outermost open elements of a sort; `nil` when none is open.
  private var hiddenDepth: Int?
  private var hiddenKeepsImages = false
  private var headingDepth: Int?
  private var figureDepth: Int?
  private var captionDepth: Int?
  /// Whether the caption may turn out to be the frame around an image.
  private var captionMayBeFrame = false
  private var italic: (depth: Int, start: Int, items: Int, paragraphs: Int)?
  private var time: (depth: Int, start: Int)?

  private init(sourceLength: Int) {
    writer = TextWriter(sourceLength: sourceLength)
  }

  // libxml2's set-up is not thread-safe; a static property is initialised once.
  private static let isLibraryReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - html: UTF-8.
  ///   - firstLine: the line of the file on which the page begins, for errors.
  /// - Returns: what the page shows; empty for an empty page.
  /// - Throws: ``ArticleParsingError`` when the page goes beyond ``maximumDepth`` or ``MarkupLimits``.
  static func read(_ html: UnsafeBufferPointer<UInt8>, firstLine: Int) throws(ArticleParsingError) -> HTMLPage
  {
    if html.firstOffset(of: 0, from: 0) != nil {
      // libxml2 takes a zero for the end of a text.
      let page = html.filter { $0 != 0 }
      let result = page.withUnsafeBufferPointer { page -> Result<HTMLPage, ArticleParsingError> in
        do throws(ArticleParsingError) { return .success(try read(page, firstLine: firstLine)) } catch {
          return .failure(error)
        }
      }
      return try result.get()
    }
    if let tag = MarkupLimits.offsetOfExcessiveTag(html) {
      throw .tooManyAttributes(line: firstLine - 1 + SourceText.lineNumber(of: tag, in: html))
    }
    guard isLibraryReady, let start = html.baseAddress,
      let context = htmlCreateMemoryParserCtxt(
        UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self), Int32(html.count))
    else { return HTMLPage() }
    defer { htmlFreeParserCtxt(context) }
    let reader = HTMLReader(sourceLength: html.count)
    // Only these events are wanted; without an error handler libxml2 stays silent.
    var handler = htmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElement = { data, name, attributes in
      guard let name, let reader = HTMLReader.from(data) else { return }
      reader.begin(HTMLElement(name: name), HTMLAttributes(attributes))
    }
    handler.endElement = { data, _ in HTMLReader.from(data)?.end() }
    handler.characters = { data, characters, length in
      guard let characters, length > 0 else { return }
      HTMLReader.from(data)?.text(UnsafeBufferPointer(start: characters, count: Int(length)))
    }
    handler.ignorableWhitespace = handler.characters
    context.pointee.sax.pointee = handler
    context.pointee.userData = Unmanaged.passUnretained(reader).toOpaque()
    htmlCtxtUseOptions(
      context,
      Int32(
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
          | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    reader.context = context
    withExtendedLifetime(reader) { _ = htmlParseDocument(context) }
    if let line = reader.lineTooDeep { throw .tooDeeplyNested(line: firstLine - 1 + line) }
    return reader.page()
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> HTMLReader? {
    data.map { Unmanaged<HTMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: Events

  private func begin(_ element: HTMLElement, _ attributes: HTMLAttributes) {
    open.append(element)
    let depth = open.count
    guard depth <= Self.maximumDepth else {
      if lineTooDeep == nil { lineTooDeep = Int(context?.pointee.input?.pointee.line ?? 1) }
      return xmlStopParser(context)
    }
    if hiddenDepth != nil {
      if hiddenKeepsImages, element == .image { addImage(attributes) }
      return
    }
    if element.breaksParagraph { endRun() }
    if isHidden(element, attributes) {
      hiddenDepth = depth
      return
    }
    switch element {
    case .heading: if headingDepth == nil { headingDepth = depth }
    case .image: addImage(attributes)
    case .video:
      add(poster: attributes)
      hiddenDepth = depth
    case .italic: if italic == nil { italic = (depth, writer.count, items.count, paragraphs) }
    case .time:
      if timeElementDate == nil, paragraphs == 0, let text = attributes["datetime"] {
        timeElementDate = DateText.whole(text)
      }
      if time == nil { time = (depth, writer.count) }
    case .figure: if figureDepth == nil { figureDepth = depth }
    case .figureCaption: beginCaption(depth, mayBeFrame: false)
    case .small: if items.last?.role == .image, writer.isRunEmpty { beginCaption(depth, mayBeFrame: false) }
    case .block, .lineBreak, .button, .notText, .inline: break
    }
  }

  private func isHidden(_ element: HTMLElement, _ attributes: HTMLAttributes) -> Bool {
    hiddenKeepsImages = false
    if element == .notText || element == .button {
      hiddenKeepsImages = element == .button
      return true
    }
    if let classes = attributes["class"] {
      switch ElementClass(classes) {
      case .noise:
        return true
      case .caption:
        if element != .image { beginCaption(open.count, mayBeFrame: true) }
      case .other: break
      }
    }
    if attributes["hidden"] != nil { return true }
    return false
  }

  private func end() {
    guard let element = open.popLast() else { return }
    let depth = open.count + 1
    if let hiddenDepth {
      if hiddenDepth == depth { self.hiddenDepth = nil }
      return
    }
    if element.breaksParagraph || captionDepth == depth { endRun() }
    if captionDepth == depth { captionDepth = nil }
    if headingDepth == depth { headingDepth = nil }
    if figureDepth == depth { figureDepth = nil }
    if let italic, italic.depth == depth {
      self.italic = nil
      endItalic(start: italic.start, items: italic.items, paragraphs: italic.paragraphs)
    }
    if let time, time.depth == depth {
      self.time = nil
      if paragraphs == 0, writer.count - time.start <= Self.maximumDatelineLength {
        writer.drop(from: time.start)
      }
    }
  }

  private func text(_ characters: UnsafeBufferPointer<UInt8>) {
    guard hiddenDepth == nil else { return }
    writer.write(characters)
  }

  // MARK: Captions, images, dates

  private func beginCaption(_ depth: Int, mayBeFrame: Bool) {
    endRun()
    guard captionDepth == nil || captionMayBeFrame else { return }
    captionDepth = depth
    captionMayBeFrame = mayBeFrame
  }

  private func addImage(_ attributes: HTMLAttributes) {
    if let captionDepth, captionMayBeFrame {
      writeRun(asCaption: false)
      self.captionDepth = nil
      if figureDepth == nil { figureDepth = captionDepth }
    }
    guard let address = ImageElement.address(attributes) else { return }
    add(image: address)
  }

  private func add(poster attributes: HTMLAttributes) {
    if let address = attributes.text("poster") { add(image: address) }
  }

  private func add(image address: String) {
    // A page may hold the same image twice, once for readers without scripts.
    if lastImage != address {
      lastImage = address
      items.append(Item(role: .image, range: 0..<0, address: address))
    }
    // What follows the image in its figure is its caption.
    if let figureDepth, captionDepth == nil {
      captionDepth = figureDepth
      captionMayBeFrame = false
    }
  }

  /// Ends the paragraph, caption or heading that is being written.
  private func endRun() { writeRun(asCaption: captionDepth != nil) }

  private func writeRun(asCaption: Bool) {
    let range = writer.endRun()
    guard !range.isEmpty else { return }
    if asCaption { return items.append(Item(role: .caption, range: range)) }
    if paragraphs == 0, Dateline.isDateAlone(writer.bytes(range)) { return }
    let role: Role = headingDepth != nil ? .heading : .paragraph
    if role == .paragraph { paragraphs += 1 }
    items.append(Item(role: role, range: range))
  }

  /// Takes the date from an `<i>` that holds one, and the whole `<i>`, byline and all, out of the text. A bare day
  /// counts only above the text: below, it may be any day.
  private func endItalic(start: Int, items before: Int, paragraphs paragraphsBefore: Int) {
    guard date == nil, writer.count > start, writer.count - start <= Self.maximumDatelineLength,
      let found = DateText.first(in: writer.bytes(start..<writer.count))
    else { return }
    guard found.date.hasTime || (paragraphsBefore == 0 && found.range.upperBound == writer.count - start)
    else {
      return
    }
    date = found.date
    items.removeSubrange(before...)
    writer.drop(from: start)
    paragraphs = paragraphsBefore
  }

  private func page() -> HTMLPage {
    endRun()
    let items = items.map { item -> HTMLPage.Item in
      switch item.role {
      case .paragraph: .paragraph(writer.text(item.range))
      case .heading: .heading(writer.text(item.range))
      case .caption: .caption(writer.text(item.range))
      case .image: .image(item.address)
      }
    }
    return HTMLPage(items: items, date: date ?? timeElementDate)
  }
}
