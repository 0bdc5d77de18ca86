/// Addresses of articles: what makes two of them the same, and who publishes there.
package enum ArticleURL {
  /// The form in which two addresses of the same article are equal: scheme `https` for `http` and none, host in
  /// lower case, default port, user and fragment dropped, tracking parameters dropped, one percent-encoding, `/`
  /// for an empty path. `www.` stays: it may lead to another site.
  ///
  /// - Returns: ASCII; empty for a blank address.
  package static func canonicalKey(_ url: String) -> String {
    guard let parts = Parts(url) else { return PercentEncoding.normalize(trimmed(url)) }
    let path = parts.path.isEmpty ? "/" : PercentEncoding.normalize(parts.path)
    let parameters = parts.query.split(separator: "&").filter { !isTracking($0) }
    let query = parameters.isEmpty ? "" : "?" + PercentEncoding.normalize(parameters.joined(separator: "&"))
    let port = parts.port.isEmpty ? "" : ":" + parts.port
    return parts.scheme + "://" + PercentEncoding.normalize(parts.host) + port + path + query
  }

  /// The host of an address in lower case without `www.`; `nil` when it has none.
  package static func source(of url: String) -> String? {
    guard let host = Parts(url)?.host else { return nil }
    let source = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    return source.isEmpty ? nil : source
  }

  /// An absolute address from one that a page of the article names: `//host/path` and `/path` are completed.
  static func absolute(_ address: String, on page: String?) -> String {
    if address.hasPrefix("//") { return "https:" + address }
    if address.hasPrefix("/"), let page, let parts = Parts(page) {
      let port = parts.port.isEmpty ? "" : ":" + parts.port
      return parts.scheme + "://" + parts.host + port + address
    }
    return address
  }

  /// An address with a host, taken apart as written.
  private struct Parts {
    var scheme: String
    var host: String
    var port: String
    var path: String
    var query: String

    init?(_ url: String) {
      let text = Array(ArticleURL.trimmed(url).utf8)
      var rest = text[...]
      if rest.starts(with: "//".utf8) {
        scheme = "https"
        rest.removeFirst(2)
      } else if let colon = rest.firstIndex(of: 0x3A), rest[colon...].starts(with: "://".utf8) {
        scheme = String(decoding: rest[..<colon].map(\.lowercased), as: UTF8.self)
        rest = rest[(colon + 3)...]
      } else {
        return nil
      }
      if scheme == "http" { scheme = "https" }
      if let fragment = rest.firstIndex(of: 0x23) { rest = rest[..<fragment] }
      let endOfHost = rest.firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x5C } ?? rest.endIndex
      var authority = rest[..<endOfHost]
      rest = rest[endOfHost...]
      if let at = authority.lastIndex(of: 0x40) { authority = authority[(at + 1)...] }
      port = ""
      if let colon = authority.lastIndex(of: 0x3A), !authority[colon...].contains(0x5D) {
        port = String(decoding: authority[(colon + 1)...], as: UTF8.self)
        authority = authority[..<colon]
      }
      if port == "80" || port == "443" { port = "" }
      while authority.last == 0x2E { authority.removeLast() }
      let isASCII = authority.allSatisfy { $0 < 0x80 }
      let name = String(decoding: isASCII ? authority.map(\.lowercased)[...] : authority, as: UTF8.self)
      host = isASCII ? name : name.lowercased()
      guard !host.isEmpty else { return nil }
      let question = rest.firstIndex(of: 0x3F) ?? rest.endIndex
      path = String(decoding: rest[..<question], as: UTF8.self)
      query = String(decoding: rest[question...].dropFirst(), as: UTF8.self)
    }
  }

  private static func trimmed(_ url: String) -> String { TextWriter.normalize(url) }

  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return name.isEmpty || trackingNames.contains(name) || trackingBeginnings.contains { name.hasPrefix($0) }
  }

  // Parameters that say where a reader came from and change nothing on the page; the list is ours.
  private static let trackingBeginnings = ["utm_", "at_", "ns_", "mc_", "hsa_", "pk_", "_ga"]
  private static let trackingNames: Set<String> = [
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "gclsrc", "msclkid", "yclid", "twclid", "ttclid",
    "igshid",
    "ocid", "cmpid", "xtor", "maca", "smid", "ref_src", "__twitter_impression", "feature_share",
  ]
}
