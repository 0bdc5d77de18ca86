import Articles
import Testing

@testable import Entities

@Suite struct NameSpellingTests {
  private func form(_ text: String) -> NameForm {
    let reading = FieldReading(.body, text)
    return NameForm(CandidateFinder(reading).candidate(0..<reading.text.count, .tagger, 0.9))
  }

  @Test(arguments: [
    ("袁晓靓", "袁小靓"), ("卢卡申科", "卢卡申卡"), ("季哈诺夫斯卡娅", "季哈诺夫斯卡"), ("斯蒂文·姆努钦", "史蒂文·姆努钦"),
    ("斯维特兰娜·季哈诺夫斯卡", "斯维特兰娜·季哈诺夫斯卡娅"), ("乔安娜·莱恩", "乔安那·莱恩"),
  ])
  func slipsAreTheSameName(_ one: String, _ other: String) {
    #expect(NameSpelling.isSlip(form(one), form(other)))
    #expect(NameSpelling.isSlip(form(other), form(one)))
  }

  @Test(arguments: [
    ("金正恩", "金正男"), ("王晓明", "王晓红"), ("李强", "李刚"), ("特朗普", "彭斯"), ("伊万卡·特朗普", "唐纳德·特朗普"),
    ("约翰·史密斯", "约翰·多伊"), ("普京", "普丁"),
  ])
  func otherNamesAreOthers(_ one: String, _ other: String) {
    #expect(!NameSpelling.isSlip(form(one), form(other)))
  }

  @Test func slipsInAnArticleAreOnePerson() {
    let people = EntityExtractor().extract(
      .of(title: "记录", body: "演员袁晓靓说，她很高兴。导演称赞袁小靓。")
    ).people
    #expect(people.map(\.forms) == [["袁晓靓", "袁小靓"]])
  }

  @Test func brothersInAnArticleAreTwo() {
    let people = EntityExtractor().extract(
      .of(title: "记录", body: "校长王晓明说，他很高兴。弟弟王晓红表示同意。")
    ).people
    #expect(people.map(\.name) == ["王晓明", "王晓红"])
  }
}
