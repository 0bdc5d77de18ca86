/// The picture an `<img>` shows.
enum ImageElement {
  /// Its address as written; `nil` when there is none or the image is no picture but a part of the page: a
  /// counting pixel, an icon, a placeholder.
  ///
  /// Pages that load images late keep the address in `data-src` or `data-original`, with a placeholder or nothing
  /// in `src`.
  static func address(_ attributes: HTMLAttributes) -> String? {
    for side in [attributes.text("width"), attributes.text("height")] {
      if let side, side.last != "%", let pixels = Int(side.prefix { $0.isASCII && $0.isNumber }),
        pixels < minimumSide
      {
        return nil
      }
    }
    let late = attributes.text("data-src") ?? attributes.text("data-original")
    let responsive = attributes.text("srcset")?.split(separator: " ").first.map(String.init)
    return [attributes.text("src"), late, responsive].compactMap { $0 }.first(where: isPicture)
  }

  /// Pictures are at least this wide and high, in pixels.
  private static let minimumSide = 40

  private static func isPicture(_ address: String) -> Bool {
    // In a data URI there is no address.
    guard !address.hasPrefix("data:"), !address.hasPrefix("about:") else { return false }
    let name = address.lowercased()
    return !pageParts.contains { name.contains($0) }
  }

  // The list is ours.
  private static let pageParts = [
    "icon-", "-icon", "/icons/", "blank.gif", "spacer.gif", "pixel.gif", "placeholder.", "1x1.", "/avatar",
    "gravatar.com", "facebook.com/tr", "feedburner", "/emoji/", "loading.gif",
  ]
}
