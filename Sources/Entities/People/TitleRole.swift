/// What a title says of the person beside it, as far as it tells namesakes apart: 国王查尔斯 is not 主席查尔斯·米歇尔.
enum TitleRole: Hashable {
  case leader, executive, legislator, academic, royal, relative, artist, athlete, soldier, jurist
  /// A title that says little.
  case other

  /// Returns the role of the longest title directly before a name, or of the title after it; `nil` without a
  /// title.
  init?(beside range: Range<Int>, in reading: FieldReading) {
    let matches = reading.matches
    for start in max(0, range.lowerBound - 8)..<range.lowerBound {
      for match in matches.at(start)
      where match.classes.contains(.title) && start + Int(match.length) == range.lowerBound {
        self = Self.role(reading.text.folded[start..<range.lowerBound])
        return
      }
    }
    guard range.upperBound < reading.text.count else { return nil }
    let titles = matches.at(range.upperBound).filter {
      $0.length > 1 && !$0.classes.isDisjoint(with: [.title, .honorific])
    }
    guard let title = titles.last else { return nil }
    self = Self.role(reading.text.folded[range.upperBound..<range.upperBound + Int(title.length)])
  }

  /// Whether one person hardly has both roles in one article.
  func contradicts(_ other: TitleRole) -> Bool {
    if self == other { return false }
    if self == .royal || other == .royal || self == .relative || other == .relative { return true }
    if self == .other || other == .other { return false }
    let pair: Set = [self, other]
    return pair.contains(.leader) && pair != [.leader, .soldier] && pair != [.leader, .jurist]
      || pair.contains(.executive)
        && !pair.isDisjoint(with: [.legislator, .academic, .athlete, .artist, .soldier])
      || pair == [.artist, .legislator] || pair == [.athlete, .legislator]
  }

  private static func role(_ title: ArraySlice<UInt32>) -> TitleRole {
    endings.first {
      title.count >= $0.ending.count && title.suffix($0.ending.count).elementsEqual($0.ending)
    }?.role
      ?? .other
  }

  private static let endings: [(ending: [UInt32], role: TitleRole)] = [
    (.royal, "国王 女王 王子 公主 亲王 王储 王后 王妃 天皇 皇帝 太子 酋长"),
    (.relative, "妻子 丈夫 儿子 女儿 父亲 母亲 弟弟 哥哥 姐姐 妹妹 遗孀 前妻 女婿 孙子 祖父 外祖父 叔叔 侄子 长子 次子 夫人"),
    (.leader, "总统 总理 首相"),
    (.executive, "首席执行官 执行长 总裁 董事长 首席财务官 总经理"),
    (.legislator, "参议员 众议员 州议员 国会议员 立法委员 立委"),
    (.academic, "教授 讲师 研究员 学者 历史学家 经济学家 科学家 物理学家 化学家 生物学家 政治学家 社会学家"),
    (.artist, "歌手 演员 女演员 导演 编剧 作家 诗人 小说家 画家 艺术家 音乐家 作曲家 歌星 影星"),
    (.athlete, "运动员 球员 选手 门将 前锋 后卫 中场 教练 主教练 主帅 球星"),
    (.soldier, "上将 中将 少将 上校 中校 少校 上尉 中尉 少尉 元帅 司令 总司令 参谋长"),
    (.jurist, "法官 大法官 检察官 律师 辩护律师"),
  ].flatMap { role, titles in titles.blankSeparated.map { ($0.scalarValues, role) } }
}
