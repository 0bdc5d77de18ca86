import Testing

@testable import Articles

@Suite struct ArticleURLTests {
  @Test(
    arguments: [
      ["http://WWW.Example.com", "https://www.example.com/", "https://www.example.com:443/#top"],
      [
        "https://a.example/zh/%E5%BE%B7/1", "https://a.example/zh/%e5%be%b7/1", "https://a.example/zh/德/1",
        "//a.example/zh/德/1",
      ],
      ["https://a.example/a b", "https://a.example/a%20b", " https://a.example/a b\n"],
      ["https://a.example/%41%7E", "https://a.example/A~"],
      [
        "https://a.example/x?id=1", "https://a.example/x?id=1&utm_source=rss&fbclid=Z",
        "http://a.example/x?ocid=a&id=1",
        "https://a.example/x?at_medium=RSS&id=1&gclid=1#c",
      ],
      [
        "https://a.example/x", "https://a.example/x?", "https://a.example/x?utm_campaign=y",
        "http://a.example:80/x",
      ],
    ])
  func sameKey(urls: [String]) {
    #expect(Set(urls.map(ArticleURL.canonicalKey)).count == 1)
  }

  @Test(
    arguments: [
      ("https://www.a.example/", "https://a.example/"), ("https://a.example/x", "https://a.example/x/"),
      ("https://a.example/x?id=1", "https://a.example/x?id=2"),
      ("https://a.example/A", "https://a.example/a"),
      ("https://a.example:8080/", "https://a.example/"), ("https://a.example/a%2Fb", "https://a.example/a/b"),
    ])
  func differentKeys(one: String, other: String) {
    #expect(ArticleURL.canonicalKey(one) != ArticleURL.canonicalKey(other))
  }

  @Test(arguments: [
    "https://甲.example/乙 丙?丁=戊&%zz#己", "x", "", "mailto:a@b", "https://[::1]:8080/a", "https://",
  ])
  func keysAreStable(url: String) {
    let key = ArticleURL.canonicalKey(url)
    #expect(ArticleURL.canonicalKey(key) == key)
    #expect(key.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
  }

  @Test(
    arguments: [
      ("https://www.Example.com:8080/a", "example.com"), ("http://cn.example.com/", "cn.example.com"),
      ("https://user@a.example/", "a.example"), ("/a/b", nil), ("", nil), ("https:///a", nil),
    ] as [(String, String?)])
  func namesTheSource(url: String, source: String?) {
    #expect(ArticleURL.source(of: url) == source)
  }
}
