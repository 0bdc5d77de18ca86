/// Image proxies that stand before an image's own address.
enum ImageProxy {
  /// The address of the image itself, absolute: `https://images.weserv.nl/?url=host/a.jpg&w=900` is
  /// `https://host/a.jpg`; other addresses stay as they are.
  ///
  /// - Parameters:
  ///   - address: the image's address as written; line ends and control characters in it mean nothing.
  ///   - page: the article's address, for images named without a host.
  /// - Returns: an absolute address where that can be told.
  static func undone(_ address: String, on page: String?) -> String {
    let address = ArticleURL.absolute(TextWriter.normalize(address), on: page)
    guard let host = ArticleURL.source(of: address), host == "images.weserv.nl" || host == "wsrv.nl",
      let question = address.utf8.firstIndex(of: 0x3F)
    else { return address }
    let parameters = address.utf8[question...].dropFirst().split(separator: 0x26)
    for parameter in parameters where parameter.starts(with: "url=".utf8) {
      var inner = TextWriter.normalize(PercentEncoding.decode(Substring(parameter.dropFirst(4))))
      // weserv writes `ssl:host/path` for an address behind TLS.
      if inner.hasPrefix("ssl:") { inner.removeFirst(4) }
      if inner.hasPrefix("//") { inner.removeFirst(2) }
      guard !inner.isEmpty else { return address }
      return inner.contains("://") ? inner : "https://" + inner
    }
    return address
  }
}
