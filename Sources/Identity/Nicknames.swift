/// Given names in Latin letters that one person goes by: Joe and Joseph.
struct Nicknames: Sendable {
  /// The names that are part of the program.
  static let shared = Nicknames()

  private let groups: [String: Set<Int>]

  private init() {
    var groups: [String: Set<Int>] = [:]
    for (number, line) in Self.lines.split(separator: "\n").enumerated() {
      for name in line.split(separator: " ") { groups[String(name), default: []].insert(number) }
    }
    self.groups = groups
  }

  /// Whether two different names stand on one line.
  func areOne(_ one: String, _ other: String) -> Bool {
    guard let left = groups[one], let right = groups[other] else { return false }
    return !left.isDisjoint(with: right)
  }

  /// One person's names per line. Compiled by hand for this project.
  private static let lines = """
    abe abraham
    al albert alan alfred
    alex alexander alexandre aleksandr alexei aleksandar oleksandr
    alexei alexey aleksei aleksey alexej
    andy andrew andre andrei andrey andrzej
    ben benjamin benny
    bernie bernard bernhard
    bill william will billy willy willie
    bob robert rob bobby robbie
    brad bradley
    cathy catherine kathy katherine kate katie kathryn
    charles charlie chuck carl karl
    chris christopher christian kristian
    chris christine christina kristina
    cindy cynthia
    dan daniel danny
    dave david
    deb deborah debbie
    dick richard rick ricky rich
    dmitry dmitri dmitriy dmitrij
    don donald donnie
    doug douglas
    ed edward eddie ted teddy eduard
    eliot elliot elliott
    fred frederick frederic alfred
    geoff geoffrey jeff jeffrey jeffery
    george georgy georgi georgiy jorge georg
    gerry gerald jerry jerome
    greg gregory grigory
    gus augustus
    hank henry harry
    ian iain
    jack john johnny jon jonathan
    jake jacob jakob
    jim james jimmy jamie
    joe joseph joey josef
    john jon jonathan
    josh joshua
    ken kenneth kenny
    larry lawrence laurence
    len leonard lenny
    liz elizabeth beth betsy lisa
    maggie margaret peggy
    mark marc marcus markus
    marty martin
    matt matthew mathew
    max maxim maximilian maksim
    mick michael mike mickey mikhail michel
    mitch mitchell
    mohammed muhammad mohammad mohamed mohamad muhammed
    nate nathan nathaniel
    nick nicholas nicolas nikolas nikolai nikolay
    olli oliver
    pam pamela
    pat patrick
    pat patricia patty
    pete peter pyotr petr
    phil philip phillip philippe
    randy randall
    ray raymond
    ron ronald ronnie
    russ russell
    sam samuel samantha
    sandy sandra alexandra
    serge sergei sergey serhiy
    stan stanley
    steve steven stephen stefan stephan
    stu stuart stewart
    sue susan suzanne
    tim timothy
    tom thomas tommy
    tony anthony antony antonio anton
    val valerie
    vic victor viktor
    vince vincent
    vlad vladimir volodymyr wladimir
    wally walter walt
    wes wesley
    yuri yury yuriy
    zach zachary zack
    """
}
