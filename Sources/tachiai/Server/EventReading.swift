// SPDX-License-Identifier: Apache-2.0

/// Reads server-sent events out of bytes that arrive in pieces, wherever they are cut.
struct EventReading {
    private var rest: [UInt8] = []
    private var lines: [String] = []
    private var id: String?
    private var name: String?

    /// One event: its `data`, and its `id` and `event` where they were said.
    struct Event: Hashable {
        let text: String
        var id: String?
        var name: String?
    }

    /// Takes a piece, and gives the events that it completes.
    mutating func take(_ piece: some Sequence<UInt8>) -> [Event] {
        rest += piece
        var events: [Event] = []
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = rest[..<end].last == UInt8(ascii: "\r") ? rest[..<(end - 1)] : rest[..<end]
            if let event = take(line: String(decoding: line, as: UTF8.self)) {
                events.append(event)
            }
            rest.removeSubrange(...end)
        }
        return events
    }

    private mutating func take(line: String) -> Event? {
        guard line.isEmpty else {
            if let value = Self.value(of: "data:", in: line) { lines.append(value) }
            if let value = Self.value(of: "id:", in: line) { id = value }
            if let value = Self.value(of: "event:", in: line) { name = value }
            return nil
        }
        defer { (lines, name) = ([], nil) }
        guard !lines.isEmpty else { return nil }
        return Event(text: lines.joined(separator: "\n"), id: id, name: name)
    }

    private static func value(of field: String, in line: String) -> String? {
        guard line.hasPrefix(field) else { return nil }
        return String(line.dropFirst(field.count).drop { $0 == " " })
    }
}
