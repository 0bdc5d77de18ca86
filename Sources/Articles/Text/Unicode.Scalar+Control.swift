extension Unicode.Scalar {
  /// Whether it is a control character (Unicode's general category Cc): C0, DELETE and C1, which terminals obey.
  package var isControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value)
  }
}
