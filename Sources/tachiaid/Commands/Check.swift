// SPDX-License-Identifier: Apache-2.0
import Access
import ArgumentParser
import Documents
import HTTPAdmin

/// Names every mistake of a board file, and of a policy beside it; nothing starts.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "盤ファイルの誤りをすべて挙げる / Names every mistake of a board file."
    )

    @Argument(
        help:
            "盤ファイル（/etc/tachiai/tachiai.yaml など） / the board file, such as /etc/tachiai/tachiai.yaml"
    )
    var file: String

    @Option(help: "それに照らす方針の文書 / a policy document to be held against it")
    var policy: String?

    func run() async throws {
        let (board, calendar) = try Files.board(file)
        for entry in board.undriven {
            complain([
                Tachiaid.language(
                    "\(file)：\(entry.id)：注意：種類 \(entry.family.rawValue) はまだ動かせません。",
                    "\(file): \(entry.id): warning: family \(entry.family.rawValue) cannot be driven yet."
                )
            ])
        }
        if let policy {
            let faults = board.warnings(under: try Files.policy(policy, in: calendar))
            complain(
                faults.map { "\(file): \($0.path): \(Tachiaid.language($0.japanese, $0.english))" }
            )
        }
        if let place = board.networkPlace { Self.show(place, of: file) }
        print(
            Tachiaid.language(
                "\(file)：誤りはありません（扉 \(board.doors.count)、読取装置 \(board.readers.count)、キーパッド \(board.keypads.count)）",
                "\(file): no mistakes (\(board.doors.count) doors, \(board.readers.count) readers, \(board.keypads.count) keypads)"
            )
        )
    }

    /// By which fingerprint a client will know this board; a certificate of no use stops no door, and so nothing here.
    private static func show(_ place: NetworkPlace, of file: String) {
        do throws(ListenerFault) {
            let fingerprint = try place.fingerprint()
            print(
                fingerprint.map { "\(file): \(place.certificate): SHA-256 \($0)" }
                    ?? Tachiaid.language(
                        "\(file)：\(place.certificate)：最初の起動時に作られます。",
                        "\(file): \(place.certificate): made at the first start"
                    )
            )
        } catch {
            complain(["\(file): " + Tachiaid.language(error.japanese, error.description)])
        }
    }
}
