/// What the class names of an element say about its text. The list is ours, from the pages of news sites.
enum ElementClass {
  /// A caption of an image or video.
  case caption
  /// Advertisements, subscription forms, calls to share, labels for screen readers.
  case noise
  case other

  /// The meaning of a `class` attribute: noise wins over caption.
  init(_ classes: UnsafeBufferPointer<UInt8>) {
    self = .other
    for name in classes.split(whereSeparator: \.isBlank) {
      let name = name.map(\.lowercased)
      if Self.noiseNames.contains(name) || Self.noiseBeginnings.contains(where: { name.starts(with: $0) }) {
        self = .noise
        return
      }
      if Self.isCaption(name) { self = .caption }
    }
  }

  private static func isCaption(_ name: [UInt8]) -> Bool {
    if captionNames.contains(name) { return true }
    let word = Array("caption".utf8)
    guard name.count >= word.count else { return false }
    // `captioned` and the like name the frame around image and caption; HTMLReader finds that out by the image
    // in it, so that only the plain word must be looked for.
    return (0...(name.count - word.count)).contains { name[$0...].starts(with: word) }
  }

  private static func bytes(_ names: String) -> [[UInt8]] {
    names.split(separator: " ").map { Array($0.utf8) }
  }

  private static let captionNames = Set(bytes("picinfo pic-info photo-info imgdesc image-desc"))
  private static let noiseNames = Set(
    bytes(
      "ad ads advert advertisement off-screen offscreen visually-hidden visuallyhidden sr-only "
        + "screen-reader-text share-bar social-share newsletter-signup subscriptioninner m-interstitial__unlock-btn"
    ))
  private static let noiseBeginnings = bytes(
    "adslot ads_ ad- o-ads dfp-ad dotcom-ad adcontainer- m-block-ad o-self-promo in-article-advert "
      + "mysubscription standardarticlebody_trustbadge trustbadge jp-relatedposts sharedaddy")
}
