// SPDX-License-Identifier: Apache-2.0
import Access
import ArgumentParser
import Documents
import USBReaders

/// Makes the master key from which every card's own key follows, beside the device key.
struct CardKey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "card-key",
        abstract: "カードの親鍵を作る / Makes the master key of the building's own cards.",
        discussion: """
            鍵はデータベースの隣に card.key として置かれ、サービスだけが読めます。カードを確かめるすべての盤に
            要るので、そこへ写し、装置鍵の控えと同じ所に控えを置いてください。--renew は次の版の鍵を加えます。
            古い版のカードもそのまま使え、次に交付するとき新しい鍵になります。動いているサービスは次の起動で
            読みます。

            The key lies beside the database as card.key, for the service alone, and is needed at every \
            board whose readers prove cards: copy it there, and keep a copy where the device key's is. \
            --renew adds a key of the next version; cards of the older ones still prove themselves, and \
            get the new key when they are issued again. A running service reads it at its next start.
            """
    )

    @Option(help: "盤ファイル / the board file")
    var board = "/etc/tachiai/tachiai.yaml"

    @Flag(help: "鍵があっても次の版を加える / add a further version, although there is a key")
    var renew = false

    func run() async throws {
        let file = CardKeyFile(beside: try Files.board(board).board.database)
        do throws(CardKeyFault) {
            let before = try file.keys()
            let keys = renew || before.newest == nil ? try file.addKey() : before
            let versions = keys.versions.map(String.init).joined(separator: ", ")
            print(
                Tachiaid.language(
                    "\(file.path)：版 \(versions)",
                    "\(file.path): versions \(versions)"
                )
            )
        } catch {
            complain(["tachiaid: \(error)"])
            throw ExitCode.failure
        }
    }
}
