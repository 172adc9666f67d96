// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Foundation
internal import GRDB

extension Transaction {
    /// Puts a record into the journal, and brings presence and alarms up to date by it.
    ///
    /// - Returns: its number; `nil` for an alarm that stands already or does not stand.
    @discardableResult
    func record(_ record: Record, badge: BadgeNumber? = nil) throws -> RecordNumber? {
        var record = record
        if let badge { try identify(badge, in: &record) }
        switch record.kind {
        case .entry:
            let number = try append(record)
            try noteGrant(record, entry: number)
            return number
        case .entered:
            let number = try append(record)
            try begin(by: record)
            return number
        case .notEntered:
            let number = try append(record)
            if let entry = record.of { try forgetGrant(entry) }
            return number
        case .exit:
            let number = try append(record)
            for person in record.people { try leave(person, from: record.room) }
            return number
        case .alarm:
            return try alarm(record)
        default:
            return try append(record)
        }
    }

    /// Finds out whose badge it is that was presented.
    private func identify(_ badge: BadgeNumber, in record: inout Record) throws {
        let digest = keys.digest(of: badge)
        record.badge = digest.fingerprint
        guard record.people.isEmpty else { return }
        record.people = try stored.names(
            "SELECT person FROM badge WHERE digest = ?",
            [Data(digest.bytes)]
        )
    }

    private func alarm(_ record: Record) throws -> RecordNumber? {
        guard let alarm = record.alarm else { return try append(record) }
        let before = head.number
        switch record.state {
        case "began": try beginAlarm(alarm, about: alarm.about(record), as: record)
        case "ended" where alarm == .holdOpen && record.people.isEmpty:
            // A start does not know who watched before.
            for standing in try database.alarms()
            where standing.alarm == alarm && standing.about.door == record.door {
                try endAlarm(alarm, about: standing.about, as: record)
            }
        case "ended": try endAlarm(alarm, about: alarm.about(record), as: record)
        default: try append(record)
        }
        return head.number > before ? head.number : nil
    }
}

extension Alarm {
    /// What tells this alarm from others of its name, out of a record of it.
    func about(_ record: Record) -> ActiveAlarm.About {
        switch self {
        case .pinLocked: .init(person: record.people.first)
        case .visitorUnattended, .overstay, .lockdown: .init(room: record.room)
        case .duress: .init(door: record.door, room: record.room, person: record.people.first)
        case .holdOpen:
            .init(door: record.door, room: record.room, person: record.people.first)
        case .doorForced, .doorHeldOpen, .lockFault:
            .init(door: record.door, room: record.room)
        case .readerLost, .tamper: .init(door: record.door, reader: record.reader)
        case .fire, .emergency, .clockUntrusted, .journalUnavailable, .diskNearlyFull, .power:
            .init()
        }
    }
}
