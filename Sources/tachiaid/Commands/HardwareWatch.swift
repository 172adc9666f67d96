// SPDX-License-Identifier: Apache-2.0
import Access
import ArgumentParser
import Documents
import Foundation
import Glibc
import SQLiteLedger
import USBReaders

/// Serves readers for as long as somebody looks, and shows what is presented to them.
struct HardwareWatch {
    let readers: WatchedReaders
    let marks: BadgeMarks
    let json: Bool
    let withNumber: Bool

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
        for await read in port.reads { show(read, port.standings) }
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
        show(read, standings)
    }

    /// Ends when waiting is in vain: whoever reads the output has gone, or no reader is served for 3 s.
    private func lookOut(_ port: USBReaderPort) async {
        var unserved = 0
        while unserved < 15, !Self.isAbandoned {
            guard (try? await Task.sleep(for: .milliseconds(200))) != nil else { return }
            let standings = port.standings
            let isIdle = readers.ids.allSatisfy { standings[$0]?.cause != nil }
            unserved = isIdle ? unserved + 1 : 0
        }
    }

    /// Whether the output is a pipe that nobody reads any more.
    private static var isAbandoned: Bool {
        var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
        return unsafe poll(&output, 1, 0) > 0 && output.revents & Int16(POLLERR) != 0
    }

    private func makePort() throws -> USBReaderPort {
        guard !readers.isEmpty else {
            complain([
                Tachiaid.language("カードリーダーがつながっていません。", "no card reader is plugged in")
            ])
            throw ExitCode.failure
        }
        return readers.makePort()
    }

    private func show(_ read: Read, _ standings: [ReaderID: ReaderStanding]) {
        let language = Tachiaid.language
        switch read.content {
        case .badge(let badge):
            let shown = ShownBadge(badge, at: read.reader, marks: marks, withNumber: withNumber)
            guard json else { return say(shown.text(language)) }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            if let line = try? encoder.encode(shown) { say(String(decoding: line, as: UTF8.self)) }
        case .back: note(read, service(of: read.reader, standings[read.reader], language))
        case .lost(let text), .tampered(let text), .unreadable(let text): note(read, text)
        case .key: note(read, language("キーが押されました", "a key was pressed"))
        case .power(let isFailing):
            let failing = language("電源異常", "its supply fails")
            note(read, isFailing ? failing : language("電源復旧", "its supply is back"))
        case .pairing: return
        }
    }

    /// That a reader is served, and what it said of itself.
    private func service(
        of reader: ReaderID,
        _ standing: ReaderStanding?,
        _ language: Language
    ) -> String {
        let isOnLine = readers.idsOnLines.contains(reader)
        let parts = [
            isOnLine
                ? language("使えます（安全な通信路）", "is served, in the secure channel")
                : language("使えます", "is served"),
            standing?.identity,
            standing?.firmware.map { language("ファームウェア ", "firmware ") + $0 },
        ]
        return parts.compactMap { $0 }.joined(separator: "  ")
    }

    private func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    private func note(_ read: Read, _ text: String) { complain(["\(read.reader): \(text)"]) }
}
