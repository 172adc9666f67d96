// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// The board's status as people read it.
struct StatusReport {
    let words: Words
    let screen: Screen

    func lines(_ status: StatusReply) -> [String] {
        [head(status), ""] + doors(status.doors).lines + [""] + readers(status.readers).lines
            + endings(status.endings ?? []) + [""] + alarms(status.alarms)
    }

    /// What the officer should renew or let go (R17).
    private func endings(_ endings: [EndingReply]) -> [String] {
        guard !endings.isEmpty else { return [] }
        let lines = endings.map { ending in
            words.designationsEnd(
                ending.designations,
                Words.time(ending.until),
                within: ending.within
            )
        }
        return [""] + lines.map { screen.paint($0, .yellow) }
    }

    private func head(_ status: StatusReply) -> String {
        var parts = [screen.paint(status.board, .bold), Words.time(status.at)]
        if let revision = status.policyRevision { parts.append(words.revision(revision)) }
        if !status.isClockSynchronised {
            parts.append(screen.paint(words.clockUnsynchronised, .yellow))
        }
        if !status.isJournalAvailable {
            parts.append(screen.paint(words.journalUnavailable, .red))
        }
        return parts.joined(separator: "  ")
    }

    func doors(_ doors: [DoorReply]) -> Table {
        var table = Table([words.door, words.room, words.lock, words.contact, words.remark])
        for door in doors {
            let hold = door.holdOpenUntil.map { words.heldOpenUntil(Words.time($0)) }
            table.add([
                door.id, door.room, door.isReleased ? words.released : words.secured,
                door.isOpen.map { $0 ? words.open : words.closed } ?? "–",
                door.isInService ? hold ?? "" : words.outOfService,
            ])
        }
        return table
    }

    private func readers(_ readers: [ReaderReply]) -> Table {
        var table = Table([words.reader, words.state])
        for reader in readers {
            table.add([reader.id, reader.isPresent ? words.present : words.missing])
        }
        return table
    }

    func alarms(_ alarms: [AlarmReply]) -> [String] {
        guard !alarms.isEmpty else { return [words.noAlarms] }
        var table = Table([words.alarm, words.place, words.since, words.remark])
        for alarm in alarms {
            let name = Alarm(rawValue: alarm.alarm).map { words.language($0.japanese, $0.english) }
            let about = [alarm.door, alarm.room, alarm.person, alarm.reader].compactMap { $0 }
            let remarks = [
                alarm.isAcknowledged ? words.acknowledged : nil, alarm.isOver ? words.over : nil,
            ]
            table.add([
                name ?? alarm.alarm, about.joined(separator: " "), Words.time(alarm.since),
                remarks.compactMap { $0 }.joined(separator: words.comma),
            ])
        }
        return table.lines.map { screen.paint($0, .red) }
    }
}
