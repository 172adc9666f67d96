// SPDX-License-Identifier: Apache-2.0

/// Reads server-sent events out of a text that arrives in pieces.
struct EventReading {
    private var rest = ""
    private var lines: [String] = []

    /// One event's `data`.
    struct Event: Hashable {
        let text: String
    }

    /// Takes a piece, and gives the events that it completes.
    mutating func take(_ piece: String) -> [Event] {
        rest += piece
        var events: [Event] = []
        while let end = rest.firstIndex(where: \.isNewline) {
            let line = String(rest[..<end])
            rest.removeSubrange(...end)
            if line.hasPrefix("data:") {
                lines.append(String(line.dropFirst(5).drop { $0 == " " }))
            } else if line.isEmpty, !lines.isEmpty {
                events.append(Event(text: lines.joined(separator: "\n")))
                lines = []
            }
        }
        return events
    }
}
