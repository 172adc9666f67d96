// SPDX-License-Identifier: Apache-2.0
import Access
import ArgumentParser
import Documents
import Foundation
import Glibc
import Logging
import SQLiteLedger
import USBReaders

/// Serves readers for as long as somebody looks, and shows what is presented to them.
struct HardwareWatch {
    let specifications: [ReaderSpecification]
    let marks: BadgeMarks
    let json: Bool
    let withNumber: Bool

    /// The readers of the board file; without one, the card readers that are plugged in.
    ///
    /// A keyboard is taken only where a board file names it: it may be the desk's own.
    static func specifications(_ board: Board?) throws -> [ReaderSpecification] {
        if let board { return board.readerSpecifications }
        do throws(USBFault) {
            return try devices().compactMap { device in
                guard let family = device.families.first(where: { $0 != .hidKeyboard }),
                    let polling = CardPolling()
                else { return nil }
                return ReaderSpecification(
                    id: ReaderID(device.path.description),
                    family: family,
                    place: .port(device.path),
                    role: .cards(polling)
                )
            }
        } catch {
            complain(["usb: \(error)"])
            throw ExitCode.failure
        }
    }

    /// The board's fingerprints where its device key may be read; marks of this run otherwise.
    static func marks(_ board: Board?) -> BadgeMarks {
        guard let board else { return BadgeMarks() }
        do throws(LedgerFault) {
            return try BadgeMarks(beside: board.database)
        } catch {
            complain([
                Tachiaid.language(
                    "\(error)：照合符号の代わりに、この実行中だけの目印を示します。",
                    "\(error): marks of this run are shown instead of fingerprints"
                )
            ])
            return BadgeMarks()
        }
    }

    /// Shows every badge and every change, until the program is ended.
    func watch() async throws {
        let port = try makePort()
        for await read in port.reads { show(read) }
    }

    /// Shows the next badge.
    ///
    /// - Throws: exit code 1, after saying why, where none came in time.
    func next(within time: Duration) async throws {
        let port = try makePort()
        let read = await withTaskGroup(of: Read?.self) { group in
            group.addTask {
                for await read in port.reads {
                    if case .badge = read.content { return read }
                }
                return nil
            }
            group.addTask {
                try? await Task.sleep(for: time)
                return nil
            }
            group.addTask {
                await lookOut(port)
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        let standings = port.standings
        await port.stop()
        guard let read else {
            let causes = standings.sorted { $0.key < $1.key }.compactMap { id, standing in
                standing.cause.map { "\(id): \($0)" }
            }
            complain([Tachiaid.language("証は提示されませんでした。", "no badge came")] + causes)
            throw ExitCode.failure
        }
        show(read)
    }

    /// Ends when waiting is in vain: whoever reads the output has gone, or no reader is served for 3 s.
    private func lookOut(_ port: USBReaderPort) async {
        var unserved = 0
        while unserved < 15, !Self.isAbandoned {
            guard (try? await Task.sleep(for: .milliseconds(200))) != nil else { return }
            let standings = port.standings
            let isIdle = specifications.allSatisfy { standings[$0.id]?.cause != nil }
            unserved = isIdle ? unserved + 1 : 0
        }
    }

    /// Whether the output is a pipe that nobody reads any more.
    private static var isAbandoned: Bool {
        var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
        return unsafe poll(&output, 1, 0) > 0 && output.revents & Int16(POLLERR) != 0
    }

    private func makePort() throws -> USBReaderPort {
        guard !specifications.isEmpty else {
            complain([
                Tachiaid.language("カードリーダーがつながっていません。", "no card reader is plugged in")
            ])
            throw ExitCode.failure
        }
        return USBReaderPort(specifications, log: .tachiaid(.critical))
    }

    private func show(_ read: Read) {
        let language = Tachiaid.language
        switch read.content {
        case .badge(let badge):
            let shown = ShownBadge(badge, at: read.reader, marks: marks, withNumber: withNumber)
            guard json else { return say(shown.text(language)) }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            if let line = try? encoder.encode(shown) { say(String(decoding: line, as: UTF8.self)) }
        case .back: note(read, language("使えます", "is served"))
        case .lost(let text), .tampered(let text), .unreadable(let text): note(read, text)
        case .key: note(read, language("キーが押されました", "a key was pressed"))
        case .power, .pairing: return
        }
    }

    private func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    private func note(_ read: Read, _ text: String) { complain(["\(read.reader): \(text)"]) }
}
