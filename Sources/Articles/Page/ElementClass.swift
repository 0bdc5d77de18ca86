/// What the class names of an element say about its text. The lists are ours, from the pages of news sites.
enum ElementClass {
  /// A caption of an image or video, or a frame around both.
  case caption
  /// Advertisements, subscription forms, calls to share, labels for screen readers.
  case noise
  case other

  /// The meaning of a `class` attribute: noise wins over caption.
  init(_ classes: UnsafeBufferPointer<UInt8>) {
    self = .other
    var start = 0
    while start < classes.count {
      while start < classes.count, classes[start].isBlank { start += 1 }
      var end = start
      while end < classes.count, !classes[end].isBlank { end += 1 }
      let name = UnsafeBufferPointer(rebasing: classes[start..<end])
      if Self.isNoise(name) {
        self = .noise
        return
      }
      if Self.isCaption(name) { self = .caption }
      start = end
    }
  }

  private static func isNoise(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    noiseNames.contains { $0.utf8CodeUnitCount == name.count && name.matches($0, at: 0) }
      || noiseBeginnings.contains { name.matches($0, at: 0) }
  }

  /// Besides ``captionNames`` all that hold the word: `wp-caption-text`, `image-caption`,
  /// `media-caption__text`.
  private static func isCaption(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    captionNames.contains { $0.utf8CodeUnitCount == name.count && name.matches($0, at: 0) }
      || name.contains("caption")
  }

  private static let captionNames: [StaticString] = [
    "picinfo", "pic-info", "photo-info", "imgdesc", "image-desc",
  ]
  private static let noiseNames: [StaticString] = [
    "ad", "ads", "advert", "advertisement", "off-screen", "offscreen", "visually-hidden", "visuallyhidden",
    "sr-only", "screen-reader-text", "share-bar", "social-share", "subscriptioninner",
  ]
  private static let noiseBeginnings: [StaticString] = [
    "adslot", "ads_", "ad-", "o-ads", "dfp-ad", "dotcom-ad", "adcontainer-", "m-block-ad", "o-self-promo",
    "in-article-advert", "mysubscription", "standardarticlebody_trustbadge", "trustbadge", "jp-relatedposts",
    "sharedaddy",
  ]
}
