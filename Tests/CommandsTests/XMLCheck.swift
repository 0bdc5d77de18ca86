import Foundation
import FoundationXML

/// XML that a reader accepts, with what is in it.
final class XMLCheck: NSObject, XMLParserDelegate {
  /// How many elements there are of each name.
  private(set) var elements: [String: Int] = [:]
  /// What stands between tags.
  private(set) var texts: [String] = []
  private var text = ""

  /// - Throws: the reader's error for what is not well-formed.
  init(_ document: String) throws {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    elements[name, default: 0] += 1
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    texts.append(text)
    text = ""
  }
}
