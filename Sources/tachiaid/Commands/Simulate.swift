// SPDX-License-Identifier: Apache-2.0
import Access
import ArgumentParser
import Controller
import Documents
import Foundation
import HTTPAdmin
import Logging
import SQLiteLedger
import Simulation

/// The same controller as `run`, on a simulated board that is played from the terminal.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "模擬盤で動かし、端末から証・キー・扉を操作する / Runs on a simulated board, played from the terminal.",
        discussion: ConsoleCommand.help(Tachiaid.language)
    )

    @Argument(help: "盤ファイル。機器はすべて模擬 / the board file; all of its hardware is simulated")
    var file: String

    @Option(help: "最初に適用する方針 / the policy to put into force first")
    var policy: String?

    @Option(
        help:
            "記録の置き場所。書かなければ終わりに消える / where to keep the record; a folder that goes at the end, unless named"
    )
    var database: String?

    @Option(
        help: "tachiai のソケット。書かなければ作らない / the Unix socket for `tachiai`; none, unless named here"
    )
    var socket: String?

    @Option(
        help:
            "TLS で受ける住所（127.0.0.1:8443 など）。書かなければ受けない / an address and port to serve over TLS: 127.0.0.1:8443; none, unless named here"
    )
    var network: String?

    @Flag(name: .shortAndLong, help: "サービスのログも示す / show the service's own log")
    var verbose = false

    func run() async throws {
        let (board, calendar) = try Files.board(file)
        let policy = try policy.map { try Files.policy($0, in: calendar) }
        try socket.map(Self.check)
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let path = database ?? scratch.path("tachiai.sqlite")
        let place = try network.map { try Self.place($0, beside: path) }
        let language = Tachiaid.language
        let time = SystemTime(trustsWallClock: true)
        let log = Logger.tachiaid(verbose ? .debug : .critical)
        let ledger = try SQLiteLedger(
            path: path,
            board: board.name,
            calendar: calendar,
            boot: Machine.bootID
        )
        try await ledger.start(at: time.now())
        if let policy { try await install(policy, in: ledger, at: time.now()) }

        if let place { try Self.show(place, at: time, in: calendar) }
        let hardware = SimulatedBoard { act in
            if let text = act.text(language) { Console.say(text, at: time, in: calendar) }
        }
        let parts = Parts(
            ledger: ledger,
            time: time,
            doors: board.coreDoors.map {
                DoorParts(
                    door: $0,
                    lock: hardware.lock(of: $0.id),
                    indicator: hardware.indicator(of: $0.id)
                )
            },
            readers: hardware,
            inputs: hardware,
            log: log
        )
        let service = try BoardService(
            board,
            calendar: calendar,
            ledger: ledger,
            parts: parts,
            socket: socket ?? scratch.path("admin.sock"),
            network: place
        )
        for door in board.coreDoors where door.hasContact {
            hardware.play(DoorInput(.contact(door.id, isOpen: false), instant: time.now().instant))
        }
        let readers = Set((board.readers + board.keypads).map(\.id))
        for reader in readers.sorted() {
            hardware.play(Read(reader: reader, content: .back, instant: time.now().instant))
        }
        let console = Console(
            keeper: service.keeper,
            board: hardware,
            time: time,
            calendar: calendar,
            language: language,
            readers: readers
        )
        try await service.run(with: [console], log: log)
        try ledger.close()
    }

    private static func check(_ socket: String) throws {
        do throws(ListenerFault) {
            try AdminSocket(socket).check()
        } catch {
            complain([Tachiaid.language(error.japanese, error.description)])
            throw ExitCode.unusable
        }
    }

    /// By which fingerprint `tachiai login` will know this board.
    private static func show(
        _ place: NetworkPlace,
        at time: SystemTime,
        in calendar: BoardCalendar
    ) throws {
        do throws(ListenerFault) {
            let fingerprint = try place.preparedFingerprint(at: time.now().wall)
            let text = Tachiaid.language(
                "証明書の照合符号（SHA-256）：\(fingerprint)",
                "the certificate's fingerprint (SHA-256): \(fingerprint)"
            )
            Console.say(text, at: time, in: calendar)
        } catch {
            complain([Tachiaid.language(error.japanese, error.description)])
            throw ExitCode.unusable
        }
    }

    /// Where to listen on the network, with a certificate of its own.
    private static func place(_ written: String, beside database: String) throws -> NetworkPlace {
        guard let colon = written.lastIndex(of: ":"),
            let port = Int(written[written.index(after: colon)...]), (1...65_535).contains(port)
        else {
            complain([
                Tachiaid.language(
                    "「\(written)」：127.0.0.1:8443 のように書いてください。",
                    "'\(written)': write it as 127.0.0.1:8443."
                )
            ])
            throw ExitCode.unusable
        }
        let address = written[..<colon].filter { !"[]".contains($0) }
        let folder = (database as NSString).deletingLastPathComponent
        return NetworkPlace(address: address, port: port, madeIn: folder.isEmpty ? "." : folder)
    }

    private func install(_ policy: Policy, in ledger: SQLiteLedger, at moment: Moment) async throws
    {
        let order = Order(.applyPolicy(policy), reason: "simulate")
        let author = policy.appointments.first {
            Authority(of: $0.person, holding: [$0], at: moment.wall).holds(.informationOfficer)
        }?.person
        let outcome = try await ledger.carryOut(order, by: author ?? "simulate", at: moment)
        guard case .refused(let refusal) = outcome else { return }
        complain([Tachiaid.language("方針は適用できません：\(refusal)", "the policy was refused: \(refusal)")])
        throw ExitCode.unusable
    }
}
