// SPDX-License-Identifier: Apache-2.0
import Access
import ArgumentParser
import Documents
import Foundation
import GPIODoors
import Glibc
import USBReaders

/// Lists what is plugged in, and what the board file expects and does not find.
struct Hardware: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "つながっている機器と、盤ファイルの期待との違いを示す / Lists what is plugged in, and what is missing."
    )

    @Argument(help: "比べる盤ファイル / the board file to hold it against")
    var file: String?

    @Flag(help: "JSON で出す / print JSON")
    var json = false

    @Flag(help: "かざされたものを、終わらせるまで示す / show what is presented to the readers, until ended")
    var watch = false

    @Flag(help: "次の証を示して終わる / show the next badge, and end")
    var next = false

    @Option(help: "それを待つ秒数 / how many seconds to wait for it")
    var within = 30

    @Flag(
        help:
            "証の番号も（出力を読むプログラムのため。端末には出さない） / with the badge's number, for a program that reads this one's output; never on a terminal"
    )
    var withNumber = false

    @Option(
        parsing: .singleValue,
        help:
            "盤ファイルなしで読取装置が探す FeliCa のシステムコード（いくつでも） / a FeliCa system code that card readers look for, without a board file; may be repeated"
    )
    var systemCode: [String] = []

    func validate() throws {
        guard !withNumber || (next && json && isatty(STDOUT_FILENO) == 0) else {
            throw ValidationError(
                "--with-number goes with --next and --json, into a pipe: a badge's number is shown to nobody"
            )
        }
        guard (1...600).contains(within) else { throw ValidationError("--within: 1 to 600") }
        guard file == nil || systemCode.isEmpty else {
            throw ValidationError("--system-code: the board file says what its readers look for")
        }
        guard polling != nil else {
            throw ValidationError("--system-code: up to four of 0000 to FFFE, each once")
        }
    }

    /// What card readers look for that no board file speaks of: what a board's do unless told.
    private var polling: CardPolling? {
        guard !systemCode.isEmpty else {
            return CardPolling(systemCodes: [CardPolling.commonArea, CardPolling.liteS])
        }
        let codes = systemCode.compactMap { $0.count == 4 ? UInt16($0, radix: 16) : nil }
        return codes.count == systemCode.count ? CardPolling(systemCodes: codes) : nil
    }

    func run() async throws {
        let board = try file.map { try Files.board($0).board }
        guard !watch, !next else {
            let watched = HardwareWatch(
                readers: try readers(of: board),
                marks: HardwareWatch.marks(board),
                json: json,
                withNumber: withNumber
            )
            if next { return try await watched.next(within: .seconds(within)) }
            return try await watched.watch()
        }
        var listing = HardwareListing(expectedBy: board)
        await listing.ask(try readers(of: board))
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(listing), as: UTF8.self))
        } else {
            print(listing.text(Tachiaid.language))
        }
        if !listing.missing.isEmpty { throw ExitCode.failure }
    }

    private func readers(of board: Board?) throws -> WatchedReaders {
        if let board { return WatchedReaders(of: board) }
        guard let polling else { throw ExitCode.failure }
        return try WatchedReaders(pluggedIn: polling)
    }
}

/// What is plugged in, and what a board file expects besides.
struct HardwareListing: Encodable {
    var usb: [USBEntry] = []
    var serial: [SerialEntry] = []
    var gpio: [ChipEntry] = []
    var missing: [String] = []
    var faults: [String] = []

    struct USBEntry: Encodable {
        var port: String
        var id: String
        var serial: String?
        var name: String
        var families: [String]
        var drivers: [String]
        var heldBy: [String]
        var reader: String?
        /// What a card reader said of its firmware.
        var firmware: String?
        /// How it stands: served, held by somebody, or why it is not served.
        var state: String?
    }

    struct ChipEntry: Encodable {
        var name: String
        var label: String
        var path: String
        var lines: [LineEntry]
    }

    struct LineEntry: Encodable {
        var number: Int
        var name: String?
        var direction: String
        var consumer: String?
        var use: String?
    }

    init(expectedBy board: Board?) {
        listUSB(board)
        listSerial(board)
        listGPIO(board)
    }

    private mutating func listUSB(_ board: Board?) {
        do throws(USBFault) {
            let found = try devices()
            var seated: Set<ReaderID> = []
            for device in found {
                let entry = board.flatMap { Self.entry(of: device, in: $0, without: seated) }
                if let entry { seated.insert(entry.id) }
                usb.append(USBEntry(device, reader: entry?.id.text))
            }
            let wanted = (board?.readers ?? []) + (board?.keypads ?? [])
            missing += wanted.filter { !seated.contains($0.id) && !$0.hasLine }
                .map { "\($0.id): \($0.place)" }
        } catch {
            faults.append("usb: \(error)")
        }
    }

    private static func entry(
        of device: USBDevice,
        in board: Board,
        without seated: Set<ReaderID>
    ) -> ReaderEntry? {
        (board.readers + board.keypads).first { entry in
            guard !seated.contains(entry.id) else { return false }
            if let port = entry.port { return PortPath(port) == device.path }
            guard let usb = entry.usb else { return false }
            return usb.vendor == device.vendor && usb.product == device.product
                && (usb.serial == nil || usb.serial == device.serial)
        }
    }

    private mutating func listGPIO(_ board: Board?) {
        let (chips, faults) = ChipDescription.all()
        self.faults += faults.map { "gpio: \($0)" }
        var wanted = board?.namedLines ?? []
        for chip in chips {
            let lines = chip.lines.enumerated().map { number, line in
                let use = wanted.firstIndex { $0.matches(chip, number, line.name) }
                return LineEntry(
                    number: number,
                    name: line.name,
                    direction: line.isOutput ? "output" : "input",
                    consumer: line.consumer,
                    use: use.map { wanted.remove(at: $0).use }
                )
            }
            gpio.append(
                ChipEntry(name: chip.name, label: chip.label, path: chip.path, lines: lines)
            )
        }
        missing += wanted.map { "\($0.use): \($0.line.text)" }
    }
}

extension HardwareListing.USBEntry {
    init(_ device: USBDevice, reader: String?) {
        port = device.path.description
        id = device.model.description
        serial = device.serial
        name = [device.manufacturer, device.name].compactMap { $0 }.joined(separator: " ")
        families = device.families.map(\.rawValue)
        drivers = device.interfaces.compactMap(\.driver)
        heldBy = device.holders
        self.reader = reader
    }
}
