import Testing

@testable import Articles

@Suite struct ImageProxyTests {
  @Test(
    arguments: [
      ("https://images.weserv.nl?url=img.example.com/a_w900.jpg", "https://img.example.com/a_w900.jpg"),
      ("https://images.weserv.nl/?url=img.example.com/a.jpg&w=900", "https://img.example.com/a.jpg"),
      (
        "https://images.weserv.nl/?w=9&url=https%3A%2F%2Fimg.example.com%2F%E7%94%B2.jpg",
        "https://img.example.com/甲.jpg"
      ),
      ("//images.weserv.nl/?url=ssl:img.example.com/a.jpg", "https://img.example.com/a.jpg"),
      ("https://images.weserv.nl/?url=", "https://images.weserv.nl/?url="),
      ("https://img.example.com/a.jpg?url=b", "https://img.example.com/a.jpg?url=b"),
      ("//img.example.com/a.jpg", "https://img.example.com/a.jpg"), ("/i/a.jpg", "https://a.example/i/a.jpg"),
    ])
  func undoes(address: String, expected: String) {
    #expect(ImageProxy.undone(address, on: "http://a.example/news/1") == expected)
  }
}
