/// What can be told of a Chinese text by its characters alone. The lists are ours: frequent characters of news
/// prose, written down for this purpose.
enum ChineseText {
  /// Frequent characters written alike in both scripts.
  private static let common = set(
    "的一是在不了有人中大上我以要他生到作地于出就分成可主年工也能下子而方后多定行法所民得十三之部"
      + "等公日表示政府新北京市本月全世界安今天明星期台海最高力和平外交部二四五六七八九百千元被"
      + "合并用特色家加自由同向由此事已其他位起立女心及太或名次何入相理使正第道老")
  /// Characters of the simplified script, in the order of their partners in ``traditional``.
  private static let simplified = Array(
    ("国这为们来时会个对说发经现过动学关进还长问开间见东车与书从电话报请让认谁议论设许该谈证识"
      + "语读调讲记门马鸟鱼龙齐应战总统选举权党务员军队岛边达运连远迟适选这里层属岁币师带归录两业专严"
      + "丰临举义乐习乡买乱争产亲亿仅价众优传伤体儿兰兴养单卖卫厂历压县参双变叶号听启员响围图团圆"
      + "坏块场声处备复头夺奖妇妈孙宁实审宪宾导将尔尽岭帮广庄库张弹强当径忆怀态悬惊惩拟担据损换据"
      + "敌数断无旧显晓术机杀杂权条极构标样桥检欢欧历残毁毕气汇汉汤沟泽洁测济满灭灵点热爱状独狱环")
      .unicodeScalars)
  private static let traditional = Array(
    ("國這為們來時會個對說發經現過動學關進還長問開間見東車與書從電話報請讓認誰議論設許該談證識"
      + "語讀調講記門馬鳥魚龍齊應戰總統選舉權黨務員軍隊島邊達運連遠遲適選這裡層屬歲幣師帶歸錄兩業專嚴"
      + "豐臨舉義樂習鄉買亂爭產親億僅價眾優傳傷體兒蘭興養單賣衛廠歷壓縣參雙變葉號聽啟員響圍圖團圓"
      + "壞塊場聲處備復頭奪獎婦媽孫寧實審憲賓導將爾盡嶺幫廣莊庫張彈強當徑憶懷態懸驚懲擬擔據損換據"
      + "敵數斷無舊顯曉術機殺雜權條極構標樣橋檢歡歐歷殘毀畢氣匯漢湯溝澤潔測濟滿滅靈點熱愛狀獨獄環")
      .unicodeScalars)

  /// The script that writes a character of U+4E00–U+9FFF in this shape, by its distance from U+4E00.
  static let scripts: [Script] = {
    var scripts = [Script](repeating: .both, count: 0x9FFF - 0x4E00 + 1)
    for (one, other) in zip(simplified, traditional) where one != other {
      scripts[Int(one.value) - 0x4E00] = .simplified
      scripts[Int(other.value) - 0x4E00] = .traditional
    }
    return scripts
  }()
  private static let frequent = common.union(simplified.map(\.value)).union(traditional.map(\.value))

  /// Which script writes a character.
  enum Script: UInt8 { case both, simplified, traditional }
  private static func set(_ characters: String) -> Set<UInt32> { Set(characters.unicodeScalars.map(\.value)) }

  /// The least plausibility of a text that may pass for Chinese.
  static let plausible = 0.15

  /// The share of frequent characters and East Asian punctuation among what is not ASCII in a UTF-8 text; private
  /// use counts against it. 0 for a text of ASCII alone. Prose has 0.4 and more, a wrong decoding below 0.1.
  static func plausibility(_ text: [UInt8]) -> Double {
    var good = 0
    var bad = 0
    var all = 0
    for scalar in String(decoding: text.prefix(200_000), as: UTF8.self).unicodeScalars
    where scalar.value >= 0x80 {
      all += 1
      if frequent.contains(scalar.value) || (0x3001...0x3011).contains(scalar.value)
        || scalar.value == 0xFF0C
      {
        good += 1
      } else if (0xE000...0xF8FF).contains(scalar.value) {
        bad += 1
      }
    }
    return all == 0 ? 0 : Double(good - bad) / Double(all)
  }
}
