extension Article {
  /// What makes two captures the same article: the canonical form of its URL, without a URL the hash of its file
  /// as `sha256:<hex>`.
  package func key(contentHash: ContentHash) -> String {
    let key = url.map(ArticleURL.canonicalKey) ?? ""
    return key.isEmpty ? "sha256:" + contentHash.hex : key
  }
}
