// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Documents
import Foundation

/// Documents and bodies that anybody may have written.
enum DocumentFuzz {
    static func policy(_ bytes: [UInt8]) throws(Flaw) {
        guard let calendar = BoardCalendar(zone: "Asia/Tokyo"), let source = source(bytes) else {
            return
        }
        let policy: Policy
        do throws(Mistakes) {
            policy = try PolicyDocument.read(source, in: calendar).document
        } catch {
            return try check(error)
        }
        let text = PolicyDocument.text(of: policy)
        do throws(Mistakes) {
            let again = try PolicyDocument.read(Source(file: "again", text: text), in: calendar)
                .document
            guard PolicyDocument.text(of: again) == text else {
                throw Mistakes([])
            }
        } catch {
            throw Flaw("a policy that was read is not read again as it was written: \(error)")
        }
    }

    static func board(_ bytes: [UInt8]) throws(Flaw) {
        guard let source = source(bytes) else { return }
        do throws(Mistakes) {
            _ = try BoardDocument.read(source)
        } catch {
            try check(error)
        }
    }

    static func scenario(_ bytes: [UInt8]) throws(Flaw) {
        guard let source = source(bytes) else { return }
        do throws(Mistakes) {
            _ = try ScenarioDocument.outline(source)
            let board = try BoardDocument.read(Source(file: "board", text: smallBoard)).document
            _ = try ScenarioDocument.read(source, for: board)
        } catch {
            try check(error)
        }
    }

    /// A body that is taken is written as one that is taken too.
    static func order(_ bytes: [UInt8]) throws(Flaw) {
        guard let request = try? JSONDecoder().decode(OrderRequest.self, from: Data(bytes)) else {
            return
        }
        guard let text = try? JSONEncoder().encode(request),
            let again = try? JSONDecoder().decode(OrderRequest.self, from: text), again == request
        else { throw Flaw("an order that was read is not read again as it was written") }
    }

    private static func source(_ bytes: [UInt8]) -> Source? {
        try? Source(file: "fuzzed", bytes: bytes)
    }

    /// Every mistake says where it is.
    private static func check(_ mistakes: Mistakes) throws(Flaw) {
        guard !"\(mistakes)".isEmpty else { throw Flaw("a document is refused without a word") }
    }

    private static let smallBoard = """
        board: b
        site: main
        timeZone: Asia/Tokyo
        database: /var/lib/tachiai/tachiai.sqlite
        listen: {socket: /run/tachiai/admin.sock}
        readers:
          - {id: in, family: hid-keyboard, port: "1-1", number: {radix: hex, width: 16}, terminator: enter}
        keypads:
          - {id: keys, family: hid-keyboard, port: "1-2"}
        doors:
          - id: door
            room: room
            entry: in
            keypad: keys
            lock: {chip: c, line: lock, releases: energised, seconds: 5}
        """
}
