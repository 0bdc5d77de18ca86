import ArgumentParser
import Commands

@main
struct DossierMain {
  static func main() async {
    await Dossier.start()
  }
}
