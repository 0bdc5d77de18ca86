import Articles
import Entities
import Foundation
import Identity

/// Scores who is who by labelled mentions, as B-cubed (A. Bagga and B. Baldwin, 1998).
enum IdentityGold {
  static func report(_ file: URL, _ articles: [ExtractedArticle], _ index: DocumentIndex, _ model: LinkModel)
    throws
  {
    let start = Date()
    let who = try WhoIsWho(index, index.bearers, judgements: PersonJudgements(), model: model)
    DossierTraining.report("who is who of \(articles.count) articles: \(Date().timeIntervalSince(start)) s")
    var numbers: [String: Int] = [:]
    for (number, article) in articles.enumerated() { numbers[article.article.url ?? ""] = number }
    var items: [(label: String, cluster: String, form: String, url: String)] = []
    var (open, missing, shown) = (0, 0, 0)
    for line in String(decoding: try SharedFile.bytes(file), as: UTF8.self).split(separator: "\n") {
      let columns = line.split(separator: "\t").map(String.init)
      guard columns.count == 3, columns[2] != "?", columns[2] != "byline", let number = numbers[columns[0]]
      else { continue }
      let counts = articles[number].people.map { $0.mentions.count { $0.text == columns[1] } }
      var cluster = "none\(items.count)"
      if let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] > 0 {
        let person = articles[number].people[best]
        let bearer = Bearer(name: person.name, latin: person.latin)
        let id = index.bearers(named: bearer.name).first { $0.bearer == bearer }?.id ?? -1
        cluster = who.bearers[id] ?? who.links[Int64(number)]?[best] ?? cluster
        if columns[2] == "x" { shown += 1; continue }
        if cluster.hasSuffix("?") { open += 1; cluster += "\(items.count)" }
      } else {
        missing += 1
      }
      if columns[2] == "x" { missing -= 1; continue }
      items.append((columns[2], cluster, columns[1], columns[0]))
    }
    var byCluster: [String: [String: Int]] = [:]
    var byLabel: [String: [String: Int]] = [:]
    for item in items {
      byCluster[item.cluster, default: [:]][item.label, default: 0] += 1
      byLabel[item.label, default: [:]][item.cluster, default: 0] += 1
    }
    func mean(
      _ table: [String: [String: Int]],
      _ key: KeyPath<(label: String, cluster: String, form: String, url: String), String>,
      _ other: KeyPath<(label: String, cluster: String, form: String, url: String), String>
    ) -> Double {
      items.reduce(0.0) { sum, item in
        let row = table[item[keyPath: key]] ?? [:]
        return sum + Double(row[item[keyPath: other]] ?? 0) / Double(row.values.reduce(0, +))
      } / Double(items.count)
    }
    let precision = mean(byCluster, \.cluster, \.label)
    let recall = mean(byLabel, \.label, \.cluster)
    print(
      "identity precision \(precision) recall \(recall) F1 \(2 * precision * recall / (precision + recall)); \(items.count) items, \(open) open, \(missing) not found, x shown \(shown)"
    )
    for (key, row) in byCluster.filter({ $0.value.count > 1 }).sorted(by: { $0.key < $1.key }) {
      print("mixed \(key): \(row)")
    }
    for (key, row) in byLabel.filter({ $0.value.count > 1 }).sorted(by: { $0.key < $1.key }) {
      print("split \(key): \(row)")
    }
  }
}
