import GRDB

extension ArticleStore {
  /// Who and what a selection of articles names together. Hidden people are left out, and so are countries that an
  /// article names only by a metonym or an outlet, unless the filter counts them.
  package func network(
    _ selection: ArticleSelection, limits: MentionNetwork.Limits
  ) throws -> MentionNetwork {
    let (condition, arguments) = selection.condition(on: "article_id")
    let kinds =
      selection.filter.includesLooseCountries ? "" : " AND kind NOT IN \(EntityReference.looseKinds)"
    let (source, sourceArguments) = selection.sql
    return try read { db in
      let articles =
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(source)", arguments: sourceArguments) ?? 0
      let limited = arguments + [limits.articles, limits.nodes ?? -1]
      let people = try Row.fetchAll(
        db,
        sql: """
          SELECT p.id, p.name, p.latin_name, n.articles, p.is_open FROM (
            SELECT person_id, count(*) AS articles FROM article_people WHERE 1\(condition)
            GROUP BY person_id HAVING articles >= ?) n
          JOIN people p ON p.id = n.person_id
          WHERE p.hidden = 0 ORDER BY n.articles DESC, p.name, p.name_key LIMIT ?
          """, arguments: limited
      ).map { row in
        MentionNetwork.Node(
          entity: .person(row[0]), name: row[1], latinName: row[2], articles: row[3], isOpen: row[4])
      }
      let countries = try Row.fetchAll(
        db,
        sql: """
          SELECT c.code, c.name_zh, c.name_en, n.articles FROM (
            SELECT code, count(*) AS articles FROM article_countries WHERE 1\(condition)\(kinds)
            GROUP BY code HAVING articles >= ?) n
          JOIN countries c ON c.code = n.code ORDER BY n.articles DESC, c.code LIMIT ?
          """, arguments: limited
      ).map { row in
        MentionNetwork.Node(entity: .country(row[0]), name: row[1], latinName: row[2], articles: row[3])
      }
      // Stable, so that people come before countries of the same count, and each in its own order.
      let nodes = (people + countries).enumerated().sorted {
        ($1.element.articles, $0.offset) < ($0.element.articles, $1.offset)
      }.map(\.element)
      return MentionNetwork(
        articles: articles, nodes: nodes,
        memberships: try Self.memberships(db, of: nodes, condition, arguments, kinds: kinds).values,
        limits: limits)
    }
  }

  /// For each article the nodes that it names, in ascending order.
  private static func memberships(
    _ db: Database, of nodes: [MentionNetwork.Node], _ condition: String, _ arguments: StatementArguments,
    kinds: String
  ) throws -> [Int64: [Int]] {
    var people: [Int64: Int] = [:]
    var countries: [String: Int] = [:]
    for (place, node) in nodes.enumerated() {
      switch node.entity {
      case .person(let id): people[id] = place
      case .country(let code): countries[code] = place
      }
    }
    var members: [Int64: [Int]] = [:]
    let named = try Row.fetchCursor(
      db,
      sql: """
        SELECT article_id, person_id FROM article_people
        WHERE person_id IN (SELECT value FROM json_each(?))\(condition)
        """, arguments: [people.keys.sorted().description] + arguments)
    while let row = try named.next() {
      if let place = people[row[1]] { members[row[0], default: []].append(place) }
    }
    let placed = try Row.fetchCursor(
      db,
      sql: """
        SELECT article_id, code FROM article_countries
        WHERE code IN (SELECT value FROM json_each(?))\(kinds)\(condition)
        """, arguments: [JSONStrings.encode(countries.keys.sorted())] + arguments)
    while let row = try placed.next() {
      if let place = countries[row[1]] { members[row[0], default: []].append(place) }
    }
    return members.mapValues { $0.sorted() }
  }
}
