// SPDX-License-Identifier: Apache-2.0
import Access

/// How the board stands, for whoever watches many of them: Prometheus' text format, and no person in it.
struct Metrics: Sendable {
    let board: String
    let status: BoardStatus
    let isClockSynchronised: Bool
    let revision: Int64
    let counts: RecordCounts.Found

    /// The text.
    var text: String {
        var lines: [String] = []
        func family(_ name: String, _ kind: String, _ help: String, _ samples: [Sample]) {
            lines.append("# HELP tachiai_\(name) \(help)")
            lines.append("# TYPE tachiai_\(name) \(kind)")
            lines += samples.map { "tachiai_\(name)\($0.labels) \($0.value)" }
        }
        family("board_info", "gauge", "The board.", [Sample(1, [("board", board)])])
        family(
            "clock_synchronised",
            "gauge",
            "Whether the wall clock is synchronised.",
            [Sample(isClockSynchronised)]
        )
        family(
            "journal_available",
            "gauge",
            "Whether the journal can be written.",
            [Sample(status.isJournalAvailable)]
        )
        family("journal_head", "counter", "The number of the last record.", [Sample(counts.head)])
        family(
            "journal_records_total",
            "counter",
            "Records since the service started, by kind.",
            RecordKind.allCases.map { Sample(counts.byKind[$0] ?? 0, [("kind", $0.rawValue)]) }
        )
        family("policy_revision", "gauge", "The policy in force.", [Sample(revision)])
        doors(family)
        family(
            "reader_present",
            "gauge",
            "Whether a reader or keypad is there.",
            status.readers.sorted { $0.key < $1.key }.map {
                Sample($0.value, [("reader", $0.key.text)])
            }
        )
        family("alarm_active", "gauge", "Alarms that stand, by what they are about.", alarms)
        return lines.joined(separator: "\n") + "\n"
    }

    private func doors(_ family: (String, String, String, [Sample]) -> Void) {
        let doors = status.doors.map { ($0, [("door", $0.door.id.text)]) }
        family(
            "door_released",
            "gauge",
            "Whether the lock is released.",
            doors.map { Sample($0.isReleased, $1) }
        )
        family(
            "door_open",
            "gauge",
            "Whether the door stands open, where a contact tells.",
            doors.compactMap { door, labels in door.isOpen.map { Sample($0, labels) } }
        )
        family(
            "door_in_service",
            "gauge",
            "Whether the lock does what it is told.",
            doors.map { Sample($0.isInService, $1) }
        )
    }

    private var alarms: [Sample] {
        var standing: [Alarm: [[String]: Int64]] = [:]
        for alarm in status.alarms where !alarm.isOver {
            let about = alarm.about
            let place = [about.door?.text ?? "", about.room?.text ?? "", about.reader?.text ?? ""]
            standing[alarm.alarm, default: [:]][place, default: 0] += 1
        }
        return Alarm.allCases.flatMap { alarm in
            (standing[alarm] ?? [["", "", ""]: 0]).sorted {
                $0.key.lexicographicallyPrecedes($1.key)
            }
            .map { place, count in
                let places = zip(["door", "room", "reader"], place).filter { !$1.isEmpty }
                return Sample(count, [("alarm", alarm.rawValue)] + places)
            }
        }
    }
}

/// One value with its labels.
private struct Sample {
    let value: Int64
    private let pairs: [(String, String)]

    init(_ value: Int64, _ labels: [(String, String)] = []) {
        self.value = value
        pairs = labels
    }

    init(_ isSo: Bool, _ labels: [(String, String)] = []) { self.init(isSo ? 1 : 0, labels) }

    var labels: String {
        guard !pairs.isEmpty else { return "" }
        let written = pairs.map { name, text in
            let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                .replacing("\n", with: "\\n")
            return "\(name)=\"\(escaped)\""
        }
        return "{" + written.joined(separator: ",") + "}"
    }
}

/// Counts the journal's records by kind, from the service's start on; each asking reads only what is new.
actor RecordCounts {
    /// What was counted.
    struct Found: Sendable {
        var head: RecordNumber = 0
        var byKind: [RecordKind: Int64] = [:]
    }

    private var found: Found?
    /// The most pages that one asking reads (L14); the next goes on.
    private static let pagesMost = 20

    /// The counts, brought up to date.
    func current(_ registry: any Registry) async throws -> Found {
        var newest = JournalQuery()
        newest.last = 1
        guard var now = found else {
            var start = Found()
            start.head = try await registry.journal(newest).last?.number ?? 0
            found = start
            return start
        }
        var query = JournalQuery()
        query.limit = Page<JournalLine>.longest
        for _ in 0..<Self.pagesMost {
            query.after = now.head
            let lines = try await registry.journal(query)
            for line in lines {
                now.byKind[line.record.kind, default: 0] += 1
                now.head = line.number
            }
            if lines.count < query.limit { break }
        }
        // Another asking may have come further meanwhile.
        if now.head >= found?.head ?? 0 { found = now }
        return now
    }
}
