/// The picture an `<img>` shows.
enum ImageElement {
  /// Its address as written; `nil` when there is none or the image is no picture but a part of the page: a
  /// counting pixel, an icon, a placeholder.
  ///
  /// Pages that load images late keep the address in `data-src` or `data-original`, with a placeholder or nothing
  /// in `src`.
  static func address(_ attributes: HTMLAttributes) -> String? {
    if isTooSmall(attributes["width"]) || isTooSmall(attributes["height"]) { return nil }
    for name in ["src", "data-src", "data-original"] as [StaticString] {
      if let address = attributes[name], isPicture(address) { return attributes.text(name) }
    }
    guard let responsive = attributes["srcset"] else { return nil }
    let start = responsive.firstIndex { !$0.isBlank } ?? responsive.endIndex
    let first = UnsafeBufferPointer(rebasing: responsive[start...].prefix { !$0.isBlank && $0 != 0x2C })
    return isPicture(first) ? String(decoding: first, as: UTF8.self) : nil
  }

  /// Whether a side is given in pixels and too short for a picture; percentages say nothing.
  private static func isTooSmall(_ side: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard let side else { return false }
    let digits = side.prefix(while: \.isDigit)
    guard !digits.isEmpty, digits.count <= 4, side.dropFirst(digits.count).first != 0x25 else { return false }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } < minimumSide
  }

  /// Pictures are at least this wide and high, in pixels.
  private static let minimumSide = 40

  private static func isPicture(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    // In a data URI there is no address.
    guard address.contains(where: { !$0.isBlank }), !address.matches("data:", at: 0),
      !address.matches("about:", at: 0)
    else { return false }
    return !pageParts.contains { address.contains($0) }
  }

  // The list is ours.
  private static let pageParts: [StaticString] = [
    "icon-", "-icon", "/icons/", "blank.gif", "spacer.gif", "pixel.gif", "placeholder.", "1x1.", "/avatar",
    "gravatar.com", "facebook.com/tr", "feedburner", "/emoji/", "loading.gif",
  ]
}
