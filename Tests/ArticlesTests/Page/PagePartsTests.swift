import Testing

@testable import Articles

/// From HTML to the parts of an article, through ``HTMLReader``.
@Suite struct PagePartsTests {
  private func read(_ html: String) throws -> HTMLPage {
    try Array(html.utf8).withUnsafeBufferPointer { try HTMLReader.read($0, firstLine: 1) }
  }

  private func parts(_ html: String) throws -> PageParts {
    PageParts(try read(html), title: "题目", url: "https://a.example/1")
  }

  @Test(
    arguments: [
      ("<p>一</p><p>二</p>", "一\n二"), ("一<br>二<br/><br />三", "一\n二\n三"),
      ("<div>一<div>二</div>三</div>", "一\n二\n三"),
      ("<p>a <b>b</b>\n c</p>", "a b c"), ("<p>甲\n  <span>\n乙</span></p>", "甲乙"), ("<p>甲 乙</p>", "甲 乙"),
      ("<p>甲\u{3000}乙&nbsp;丙&#12288;</p>", "甲\u{3000}乙 丙"), ("<p>&nbsp; </p><p></p>", ""),
      ("<ul><li>一<li>二</ul>", "一\n二"), ("<table><tr><td>一<td>二</table>", "一\n二"), ("<h2>节</h2>文", "节\n文"),
      ("<p>&lt;p&gt; &amp; &quot;&hellip;&#x4E00;", "<p> & \"…一"), ("一<script>x<p>y</p></script>二", "一二"),
      ("一<style>p{}</style><noscript>n</noscript><iframe>i</iframe><!-- c --><template>t</template>二", "一二"),
      ("<select><option>o</select><button>b</button><textarea>t</textarea>文<svg><title>s</title></svg>", "文"),
      ("<div class='adslot_1 x'>广告</div><p class=ad>广告</p><p class='headline'>文</p>", "文"),
      ("</div></div><p>一</b></p></section>二", "一\n二"),
      ("<p>a\u{0}b\u{7}c\u{200B}de\u{85}f</p>", "abcde f"),
      ("<custom-tag>一</custom-tag><p>二", "一\n二"), ("<p>一<p>二<div>三", "一\n二\n三"), ("", ""), ("<", "<"),
      ("<p", ""),
      ("<p>正文</p><p>© 2025 某社</p>", "正文"), ("<h1>题目</h1><p>文</p><h2>题目</h2>", "文\n题目"),
      ("<p>文</p><br><hr><div>获取更多RSS：<br><a href=x>https://feed.example</a></div>", "文"),
    ])
  func readsText(html: String, body: String) throws {
    #expect(try parts(html).body == body)
  }

  @Test(
    arguments: [
      ("<img src=/a.jpg><div><small>说明</small></div><p>文</p>", "/a.jpg", "说明"),
      ("<figure><img src=/a.jpg><br><figcaption>说明 ©社</figcaption></figure><p>文</p>", "/a.jpg", "说明 ©社"),
      ("<div class=media><img src=/a.jpg alt=说明><div class=picinfo>说明</div></div><p>文</p>", "/a.jpg", "说明"),
      (
        "<div class='x captioned'><img src=/a.jpg><div class=image-caption>说明</div></div><p>文</p>", "/a.jpg",
        "说明"
      ),
      ("<div class=wp-caption><img src=/a.jpg><p class=wp-caption-text>说明</p></div><p>文</p>", "/a.jpg", "说明"),
      ("<img src=/a.jpg alt=说明><p>文</p>", "/a.jpg", nil),
      ("<img src=/a.jpg><div><small></small></div><p>文</p>", "/a.jpg", nil),
      ("<video poster=/v.jpg src=v>x</video><small>说明</small><p>文</p>", "/v.jpg", "说明"),
      (
        "<img src=/b.gif width=1 height=1><img src=/icons/x.png><img data-src=/a.jpg src=data:x><p>文</p>",
        "/a.jpg", nil
      ),
      ("<p>文</p>", nil, nil),
    ] as [(String, String?, String?)])
  func findsTheLeadImage(html: String, path: String?, caption: String?) throws {
    let parts = try parts(html)
    #expect(parts.imageURL == path.map { "https://a.example" + $0 })
    #expect(parts.caption == caption)
    #expect(parts.body == "文")
  }

  @Test func keepsOtherCaptionsInTheText() throws {
    let parts = try parts("<p>一</p><p>二</p><p>三</p><img src=/a.jpg><small>说明</small><p>四</p>")
    #expect(parts.imageURL == nil)
    #expect(parts.body == "一\n二\n三\n说明\n四")
  }

  @Test func doesNotRepeatTheCaption() throws {
    #expect(try parts("<img src=/a.jpg><small>说明</small><p>说明</p><p>文</p>").body == "文")
  }

  @Test func survivesAnUnclosedFigure() throws {
    let long = String(repeating: "很长的正文。", count: 100)
    #expect(try parts("<figure><img src=/a.jpg><p>说明</p><p>\(long)</p><p>又</p>").body == "\(long)\n又")
  }

  @Test(
    arguments: [
      ("<div><i>Mon, 21 Oct 2024 13:36:07 GMT</i></div><p>文</p>", "2024-10-21T13:36:07Z"),
      ("<div><i>某记者 <br>2024-10-21T13:36:07.100Z</i></div><p>文</p>", "2024-10-21T13:36:07Z"),
      ("<div><i>某记者<br>发自某地 2024-10-21T13:36:07Z</i></div><p>文</p>", "2024-10-21T13:36:07Z"),
      ("<div><i>William Yang2024-10-21T13:36:07Z</i></div><p>文</p>", "2024-10-21T13:36:07Z"),
      ("<div><i>2024年 10月 21日</i></div><div>文</div>", "2024-10-21T00:00:00Z"),
      ("<div><i></i></div><div><i>2024-10-21 13:36:07</i></div>文", "2024-10-21T13:36:07Z"),
      ("<time datetime=2024-10-21>三天前</time><p>文</p>", "2024-10-21T00:00:00Z"),
      ("<div>21/10/2024 - 13:36</div><p>文</p>", nil), ("<p>文</p>", nil),
    ] as [(String, String?)])
  func takesTheDatelineOut(html: String, date: String?) throws {
    #expect(try read(html).date?.timestamp.iso8601 == date)
    #expect(try parts(html).body == "文")
  }

  @Test func leavesDaysInTheTextAlone() throws {
    let html = "<p>一</p><p><i>2024年10月21日</i>那天</p>"
    #expect(try read(html).date == nil)
    #expect(try parts(html).body == "一\n2024年10月21日那天")
  }

  @Test func readsDeepNestingUpToItsLimit() throws {
    let deep = String(repeating: "<div>", count: 500) + "深" + String(repeating: "</div>", count: 500)
    #expect(try parts(deep).body == "深")
    #expect(throws: ArticleParsingError.tooDeeplyNested(line: 2)) {
      try parts("一\n" + String(repeating: "<div>", count: 2000))
    }
  }

  @Test func refusesTagsWithHugeNumbersOfAttributes() throws {
    let attributes = (0..<200_000).map { " a\($0)" }.joined()
    #expect(throws: ArticleParsingError.tooManyAttributes(line: 2)) { try parts("一\n<p\(attributes)>二</p>") }
    #expect(try parts("<p title='\(attributes)'>文</p>").body == "文")
  }
}
