/// Reads a date at a position of a text, byte by byte.
struct DateScanner {
  let text: [UInt8]
  var position: Int

  init(text: [UInt8], position: Int) {
    self.text = text
    self.position = position
  }

  /// The date that begins at the position, which moves behind it.
  mutating func date() -> DateText? {
    guard position < text.count else { return nil }
    let start = position
    if text[start].isLetter { return written() }
    if let date = numeric() { return date }
    position = start
    return written()
  }

  /// `[Mon, ]21 Oct 2024 13:36[:07] GMT`
  private mutating func written() -> DateText? {
    if peek.isLetter {
      guard let day = word(), Self.weekdays.contains(where: { day.hasPrefix($0) }) else { return nil }
      _ = skip(0x2C)
      skipBlanks()
    }
    guard let day = number(digits: 1...2) else { return nil }
    skipSeparators()
    guard let name = word(), let month = Self.months.firstIndex(where: { name.hasPrefix($0) }) else {
      return nil
    }
    skipSeparators()
    guard var year = number(digits: 2...4) else { return nil }
    // RFC 2822 4.3: two digits below 50 are 20xx, other two or three digits 19xx.
    if year < 50 { year += 2000 } else if year < 1000 { year += 1900 }
    return finish(year, month + 1, day)
  }

  /// `2024-10-21…`, `2024/10/21…` or `2020年 6月 26日…`
  private mutating func numeric() -> DateText? {
    guard let year = number(digits: 4...4) else { return nil }
    if peek == 0x2D || peek == 0x2F {
      let separator = peek
      position += 1
      guard let month = number(digits: 1...2), skip(separator), let day = number(digits: 1...2) else {
        return nil
      }
      return finish(year, month, day)
    }
    skipBlanks()
    guard skip("年") else { return nil }
    skipBlanks()
    guard let month = number(digits: 1...2) else { return nil }
    skipBlanks()
    guard skip("月") else { return nil }
    skipBlanks()
    guard let day = number(digits: 1...2) else { return nil }
    skipBlanks()
    guard skip("日") else { return nil }
    return finish(year, month, day)
  }

  /// The optional time and zone after a date.
  private mutating func finish(_ year: Int, _ month: Int, _ day: Int) -> DateText? {
    guard !peek.isDigit else { return nil }
    let endOfDay = position
    if peek == 0x54 || peek == 0x74 { position += 1 } else { skipBlanks() }
    if let time = timeOfDay() {
      let endOfTime = position
      skipBlanks()
      let offset = zone()
      if offset == nil { position = endOfTime }
      guard
        let timestamp = Timestamp(
          year: year, month: month, day: day, hour: time.hour, minute: time.minute, second: time.second,
          offsetSeconds: offset ?? 0)
      else { return nil }
      return DateText(timestamp: timestamp, hasTime: true, hasZone: offset != nil)
    }
    position = endOfDay
    guard let timestamp = Timestamp(year: year, month: month, day: day) else { return nil }
    return DateText(timestamp: timestamp, hasTime: false, hasZone: false)
  }

  private mutating func timeOfDay() -> (hour: Int, minute: Int, second: Int)? {
    guard let hour = number(digits: 1...2), skip(0x3A), let minute = number(digits: 2...2) else { return nil }
    guard skip(0x3A) else { return (hour, minute, 0) }
    guard let second = number(digits: 2...2) else { return nil }
    if peek == 0x2E || peek == 0x2C {
      let point = position
      position += 1
      if !peek.isDigit { position = point }
      while peek.isDigit { position += 1 }
    }
    return (hour, minute, second)
  }

  /// Seconds east of UTC.
  private mutating func zone() -> Int? {
    if peek == 0x2B || peek == 0x2D {
      let sign = peek == 0x2B ? 1 : -1
      position += 1
      guard let hours = number(digits: 2...2) else { return nil }
      let colon = skip(0x3A)
      let minutes = number(digits: 2...2)
      guard minutes != nil || !colon, hours <= 23, (minutes ?? 0) <= 59 else { return nil }
      return sign * (hours * 3600 + (minutes ?? 0) * 60)
    }
    guard let name = word() else { return nil }
    return Self.zones[name]
  }

  // The names of RFC 822 section 5.1; hours east of UTC, in seconds.
  private static let zones: [String: Int] = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -5 * 3600, "edt": -4 * 3600, "cst": -6 * 3600,
    "cdt": -5 * 3600, "mst": -7 * 3600, "mdt": -6 * 3600, "pst": -8 * 3600, "pdt": -7 * 3600,
  ]
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private var peek: UInt8 { position < text.count ? text[position] : 0 }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private mutating func skip(_ string: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: string.utf8Start, count: string.utf8CodeUnitCount)
    guard text.count - position >= wanted.count,
      text[position..<(position + wanted.count)].elementsEqual(wanted)
    else { return false }
    position += wanted.count
    return true
  }

  /// Moves behind ASCII white space, no-break spaces and ideographic spaces.
  mutating func skipBlanks() {
    while true {
      if peek == 0x20 || (0x09...0x0D).contains(peek) {
        position += 1
      } else if !skip("\u{A0}"), !skip("\u{3000}") {
        return
      }
    }
  }

  private mutating func skipSeparators() {
    while peek == 0x20 || peek == 0x2D || peek == 0x09 { position += 1 }
  }

  private mutating func number(digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while peek.isDigit, count < digits.upperBound {
      value = value * 10 + Int(peek - 0x30)
      position += 1
      count += 1
    }
    return count >= digits.lowerBound ? value : nil
  }

  /// A run of ASCII letters in lower case, at most 10 of them.
  private mutating func word() -> String? {
    var letters: [UInt8] = []
    while peek.isLetter, letters.count < 10 {
      letters.append(peek | 0x20)
      position += 1
    }
    return letters.isEmpty || peek.isLetter ? nil : String(decoding: letters, as: UTF8.self)
  }
}
