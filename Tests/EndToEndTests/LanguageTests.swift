import Testing

/// The commands in Chinese, as a user's locale asks for.
@Suite struct LanguageTests {
  private static let chinese = ["LC_ALL": "", "LANG": "zh_CN.UTF-8"]

  @Test(arguments: [
    (["people"], ["篇数", "又作", "姓名"]), (["countries"], ["代码", "主题"]),
    (
      ["person", "Gleb Voronaev"],
      ["5 篇文章，2024-03-19 至 2024-10-21，编号", "按月统计的文章", "同篇人物，最密切的在前", "最新文章", "繁体，异译"]
    ),
    (["person", "佛羅納耶夫", "--why"], ["依据", "文章给出的外文名与", "单独使用；"]),
    (["country", "KR"], ["篇以它为主题", "同篇国家，最密切的在前"]), (["show", "4"], ["发布", "来源", "人物", "国家", "，主题"]),
    (["network"], ["倍数", "篇数"]), (["status"], ["档案库", "待收", "可用空间"]),
    (["--help"], ["中文新闻档案库", "全文搜索", "列出人物"]), (["search", "--help"], ["简繁通用"]),
  ])
  func results(_ arguments: [String], _ texts: [String]) async throws {
    let archive = try await ProgramArchive.ofExamples()
    let result = try await Program.run(
      Program.dossier, arguments, environment: ["DOSSIER_ARCHIVE": archive.path].merging(Self.chinese) { $1 })
    #expect(result.status == 0)
    for text in texts { #expect(result.output.contains(text), "\(arguments): \(result.output)") }
  }

  @Test(arguments: [
    (["search", "召见"], "4 篇文章"), (["search", "召见", "--limit", "1"], "4 篇文章，显示 1 篇"),
    (["timeline", "--compare", "卢赫民", "--compare", "气球"], "卢赫民（人物）6 篇文章，气球（查询）6 篇文章，按月"),
    (["network"], "14 篇文章里的"), (["people", "欧阳无人"], "没有人物"), (["failed"], "没有失败的文件"),
    (["person", "欧阳无人"], "dossier: 档案库里没有叫“欧阳无人”的人"), (["show", "999"], "档案库里没有文章“999”"),
    (["judgements", "--dry-run"], "--dry-run 要与 --undo 同用"),
    (["people", "--limit=-1"], "--limit 是 0 以上的数"),
    (["failed", "show", "x"], "没有叫“x”的隔离文件"),
  ])
  func messages(_ arguments: [String], _ text: String) async throws {
    let archive = try await ProgramArchive.ofExamples()
    let result = try await Program.run(
      Program.dossier, arguments, environment: ["DOSSIER_ARCHIVE": archive.path].merging(Self.chinese) { $1 })
    #expect(result.errors.contains(text), "\(arguments): \(result.errors)")
  }

  /// What programs read is the same in every language.
  @Test(arguments: [
    ["people", "--format", "json"], ["person", "Gleb Voronaev", "--format", "json", "--why"],
    ["timeline", "--format", "svg"], ["timeline", "--format", "vegalite"], ["timeline", "--format", "csv"],
    ["network", "--format", "dot"], ["search", "召见", "--format", "tsv"], ["export"],
  ])
  func formatsForPrograms(_ arguments: [String]) async throws {
    let archive = try await ProgramArchive.ofExamples()
    let environment = ["DOSSIER_ARCHIVE": archive.path]
    let english = try await Program.run(Program.dossier, arguments, environment: environment)
    let chinese = try await Program.run(
      Program.dossier, arguments, environment: environment.merging(Self.chinese) { $1 })
    #expect(english.status == 0 && chinese.output == english.output)
  }
}
