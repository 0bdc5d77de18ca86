import Testing

@testable import Identity

@Suite struct NamePartsTests {
  private let parts = NameParts.shared

  @Test(arguments: [
    ("佩洛西", "裴洛西"), ("肯尼迪", "甘迺迪"), ("甘乃迪", "甘迺迪"), ("克林顿", "柯林顿"), ("约翰逊", "强森"),
    ("约翰逊", "强生"), ("悉尼", "西德尼"), ("悉尼", "悉妮"), ("迈克", "麦克"), ("希拉里", "希拉蕊"), ("罗素", "拉塞尔"),
    ("马克龙", "马克宏"), ("默克尔", "梅克尔"), ("埃尔多安", "艾尔段"), ("奥巴马", "欧巴马"), ("史密斯", "史密斯"),
  ])
  func spellingsOfOneName(one: String, other: String) {
    #expect(parts.areSpellings(one, other))
    #expect(parts.areSpellings(other, one))
  }

  @Test(arguments: [
    ("鲍尔", "鲍威尔"), ("米勒", "穆勒"), ("沃尔夫", "沃尔什"), ("凯利", "克里"), ("汤普森", "汤姆森"), ("贝克", "贝克尔"),
    ("菲利普", "菲利普斯"), ("马克", "麦克"), ("迈克", "迈克尔"), ("戴维", "戴维斯"), ("玛丽", "玛丽亚"), ("史密斯", "史密特"),
    ("安德森", "安德烈"), ("约翰", "约翰逊"), ("理查德", "理查森"), ("杰克", "杰克逊"), ("尼古拉", "尼古拉斯"),
    ("莫罗佐夫", "莫罗佐娃"), ("张三", "李四"), ("", "佩洛西"),
  ])
  func differentNames(one: String, other: String) {
    #expect(!parts.areSpellings(one, other))
  }

  @Test func equalComponentsAreSpellingsEvenIfTheTableLacksThem() {
    #expect(parts.areSpellings("习近平", "习近平"))
  }

  @Test func variantsAreSortedAndLeaveOutTheComponentItself() {
    #expect(parts.variants(of: "肯尼迪") == ["甘乃迪", "甘迺迪"])
    #expect(parts.variants(of: "悉尼").contains("西德尼"))
    #expect(parts.variants(of: "习近平").isEmpty)
    #expect(parts.variants(of: "").isEmpty)
  }

  @Test func componentsSpellLatinParts() {
    #expect(parts.spells("悉尼", latin: "sydney") && parts.spells("悉尼", latin: "sidney"))
    #expect(parts.spells("强森", latin: "johnson"))
    #expect(!parts.spells("强森", latin: "john"))
    #expect(!parts.spells("习近平", latin: "xi"))
  }

  @Test func theFirstAndTheLastLineAreFound() {
    let table = NameParts(text: Array("一一\ta b\n丁\tb\n丙\tc a\n".utf8))
    #expect(table.areSpellings("一一", "丙"))
    #expect(table.areSpellings("丁", "一一"))
    #expect(!table.areSpellings("丁", "丙"))
    #expect(table.variants(of: "一一") == ["丁", "丙"])
  }

  @Test func anEmptyTableHasNoSpellings() {
    let table = NameParts(text: [])
    #expect(!table.areSpellings("佩洛西", "裴洛西"))
    #expect(table.variants(of: "佩洛西").isEmpty)
  }
}
