/// What is named after a person whose name stands before it: 戴高乐机场, 马歇尔计划, 安倍经济学.
enum Namesake {
  /// An organisation, place, prize, index or doctrine. It does not name the person.
  case thing
  /// A policy that is called after somebody who is in the news. It names a person whom the article names
  /// elsewhere.
  case policy
  /// A word that may be a plan or the verb: 马歇尔计划这个词, 周明计划访问.
  case plan

  /// Returns what is named after a person whose name ends at a position; `nil` when nothing is.
  init?(after end: Int, in reading: FieldReading) {
    guard end < reading.text.count, FoldedText.isHan(reading.text.folded[end]) else { return nil }
    guard
      Self.firstScalars.contains(reading.text.folded[end])
        || reading.matches.beginning[end].contains(.organisation)
    else { return nil }
    if let plan = Self.plans.first(where: { reading.text.holds($0, at: end) }) {
      self = Self.isNoun(plan, at: end, in: reading.text) ? .thing : .plan
      return
    }
    var position = end
    // At most three attributes: 国家 军事 医学 中心 has the most in use.
    for _ in 0...3 {
      guard position < reading.text.count else { break }
      let isOrganisation = reading.matches.at(position).contains {
        $0.length > 1 && $0.classes.contains(.organisation)
      }
      if isOrganisation || Self.things.contains(where: { reading.text.holds($0, at: position) }) {
        self = .thing
        return
      }
      guard let attribute = Self.attributes.first(where: { reading.text.holds($0, at: position) }) else {
        break
      }
      position += attribute.count
    }
    guard reading.text.holds(Self.economics, at: end) else { return nil }
    self = .policy
  }

  /// Whether the word for a kind of company ends at a position: 评级机构|穆迪.
  static func isKindOfCompany(before position: Int, in reading: FieldReading) -> Bool {
    guard position > 1, companyEnds.contains(reading.text.folded[position - 1]) else { return false }
    return companies.contains { position >= $0.count && reading.text.holds($0, at: position - $0.count) }
  }

  /// Whether a word that is a verb too (计划) is a noun at a position: a sign or 的 follows.
  private static func isNoun(_ word: [UInt32], at position: Int, in text: FoldedText) -> Bool {
    let end = position + word.count
    return end == text.count || !FoldedText.isHan(text.folded[end])
      || nounFollowers.contains(text.folded[end])
  }

  private static func words(_ text: String) -> [[UInt32]] { text.blankSeparated.map(\.scalarValues) }

  /// What may stand between a person's name and the thing: 沃尔特·里德国家军事医疗中心, 诺贝尔和平奖.
  private static let attributes = words(
    "国家 皇家 国际 军事 军政 政治 陆军 海军 空军 国防 和平 文学 物理学 化学 经济学 经济 生理学 医学 工业 平均 纪念 综合 科技 理工 师范 艺术 音乐 美术 神学 商 法 州立 市立 "
      + "总统 儿童 癌症 公共 人权 新闻")
  /// Things named after somebody that are too short, or too common, for the organisations of the lexicon.
  private static let things = words(
    "奖 指数 军医院 医疗中心 医学中心 主义 公约 宣言 条约 修正案 定理 方程 综合征 综合症 事务所 物流 制药 药业 药厂 证券 资本 控股 乐团 号航母 航空母舰 级航母 级驱逐舰 号驱逐舰 "
      + "投资公司 投资集团 投资服务 分析公司")
  private static let firstScalars = Set((attributes + things + plans + [economics]).compactMap(\.first))
  private static let companyEnds = Set(companies.compactMap(\.last))
  /// Plans named after somebody, which are verbs too.
  private static let plans = words("计划 规划 倡议")
  private static let nounFollowers = Set("的这那以是为之时曾被也让或和与及对".scalarValues)
  private static let economics = "经济学".scalarValues
  private static let companies = words(
    "公司 机构 企业 集团 品牌 厂商 制造商 生产商 供应商 运营商 零售商 巨头 药厂 药企 车厂 车企 投行 券商 智库 制药商 信评机构 评级机构 银行")
}

extension FoldedText {
  /// Whether scalars stand at a position.
  func holds(_ word: [UInt32], at position: Int) -> Bool {
    position >= 0 && position + word.count <= count
      && word.indices.allSatisfy { folded[position + $0] == word[$0] }
  }
}
