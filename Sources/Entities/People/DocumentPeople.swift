import Articles
import Glibc

/// Makes the entries of an article's people from the forms of their names.
enum DocumentPeople {
  /// One entry for each group of forms, in the order of first mention.
  static func people(from groups: [[NameForm]], _ readings: [FieldReading]) -> [DocumentPerson] {
    let people = groups.map { person($0, readings) }
    return people.sorted { place($0.mentions.first) < place($1.mentions.first) }
  }

  private static func person(_ forms: [NameForm], _ readings: [FieldReading]) -> DocumentPerson {
    var mentions: [Mention] = []
    var han: [(place: Place, text: String)] = []
    var latin: [(place: Place, text: String)] = []
    for form in forms {
      for candidate in form.candidates {
        guard let reading = readings.first(where: { $0.field == candidate.field }) else { continue }
        let mention = Mention(
          field: candidate.field, start: candidate.range.lowerBound, end: candidate.range.upperBound,
          text: reading.text.string(candidate.range), rule: candidate.rule,
          confidence: form.probability)
        mentions.append(mention)
        if form.isLatin {
          latin.append((place(mention), mention.text))
        } else {
          han.append((place(mention), mention.text))
        }
        if let spelling = candidate.latin { latin.append((place(mention), spelling)) }
      }
    }
    mentions.sort { place($0) < place($1) }
    let spellings = distinct(latin)
    let names = han.isEmpty ? spellings : distinct(han)
    return DocumentPerson(name: fullest(names), forms: names, latin: spellings, mentions: mentions)
  }

  /// Where a mention stands: the field's rank, then the offset.
  private typealias Place = (Int, Int)

  private static func place(_ mention: Mention?) -> Place {
    guard let mention else { return (.max, .max) }
    switch mention.field {
    case .title: return (0, mention.start)
    case .body: return (1, mention.start)
    case .caption: return (2, mention.start)
    }
  }

  /// The different texts in the order of their first place.
  private static func distinct(_ texts: [(place: Place, text: String)]) -> [String] {
    var distinct: [String] = []
    // A person has few forms: looking through them costs less than hashing them.
    for (_, text) in texts.sorted(by: { $0.place < $1.place }) where !distinct.contains(text) {
      distinct.append(text)
    }
    return distinct
  }

  /// The form that names the person most fully: dotted, else the longest, else the first.
  private static func fullest(_ forms: [String]) -> String {
    func rank(_ form: String) -> (Int, Int) {
      (form.unicodeScalars.contains { FoldedText.isDot($0.value) } ? 1 : 0, form.unicodeScalars.count)
    }
    return forms.reduce(forms.first ?? "") { rank($1) > rank($0) ? $1 : $0 }
  }
}

extension NameForm {
  /// The probability that the string is a person's name, in hundredths.
  fileprivate var probability: Double { (100 / (1 + exp(-logOdds))).rounded() / 100 }
}
