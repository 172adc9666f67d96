// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// The core's values as the wire's.
extension AdminParts {
    func reply(_ line: JournalLine) -> RecordReply {
        let record = line.record
        var reply = RecordReply(
            number: line.number,
            at: calendar.text(line.wall),
            isTrusted: line.isTrusted,
            kind: record.kind.rawValue,
            digest: line.digest
        )
        reply.door = record.door?.text
        reply.room = record.room?.text
        reply.reader = record.reader?.text
        reply.people = record.people.isEmpty ? nil : record.people.map(\.text)
        reply.escort = record.escort?.text
        reply.approvals = record.approvals.isEmpty ? nil : record.approvals.map(\.text)
        reply.grounds =
            record.grounds.isEmpty
            ? nil
            : record.grounds.map { ground in
                GroundReply(
                    approver: ground.approver.text,
                    basis: ground.basis,
                    purpose: ground.purpose
                )
            }
        reply.designation = record.designation?.text
        reply.reason = record.reason?.rawValue
        reply.badge = record.badge?.description
        reply.author = record.author?.text
        reply.verb = record.verb
        reply.subject = record.subject
        reply.alarm = record.alarm?.rawValue
        reply.state = record.state
        reply.authentication = record.authentication?.rawValue
        reply.remarks = record.remarks.isEmpty ? nil : record.remarks.map(\.rawValue)
        reply.of = record.of
        reply.content = record.content
        reply.text = record.text
        return reply
    }

    /// An alarm; without the person for who may see the hardware only.
    func reply(_ alarm: ActiveAlarm, to bearer: Bearer) -> AlarmReply {
        AlarmReply(
            alarm: alarm.alarm.rawValue,
            door: alarm.about.door?.text,
            room: alarm.about.room?.text,
            person: bearer.has(.readAll) ? alarm.about.person?.text : nil,
            reader: alarm.about.reader?.text,
            since: calendar.text(alarm.since),
            isAcknowledged: alarm.isAcknowledged,
            isOver: alarm.isOver
        )
    }

    /// How the board stands.
    func status(for bearer: Bearer) async throws -> StatusReply {
        let status = await desk.status()
        let revision = try await registry.policyRevision()
        let now = time.now()
        let endings = try await registry.endings(at: now)
        return StatusReply(
            board: board,
            at: calendar.text(now.wall),
            isClockSynchronised: now.isSynchronised,
            isJournalAvailable: status.isJournalAvailable,
            policyRevision: revision,
            doors: status.doors.map(reply),
            readers: status.readers.sorted { $0.key < $1.key }.map {
                ReaderReply(id: $0.key.text, isPresent: $0.value)
            },
            alarms: status.alarms.map { reply($0, to: bearer) },
            endings: endings.map {
                EndingReply(until: $0.written, within: $0.within, designations: $0.designations)
            },
            timeZone: calendar.name
        )
    }

    func reply(_ status: BoardStatus.DoorStatus) -> DoorReply {
        DoorReply(
            id: status.door.id.text,
            room: status.door.room.text,
            isReleased: status.isReleased,
            isOpen: status.isOpen,
            isInService: status.isInService,
            holdOpenUntil: status.holdOpenUntil.map(calendar.text)
        )
    }

    func reply(_ presence: Presence, name: String?) -> PresenceReply {
        PresenceReply(
            person: presence.person.text,
            name: name,
            room: presence.room.text,
            since: calendar.text(presence.since),
            escort: presence.escort?.text,
            visit: presence.visit?.text,
            unattendedSince: presence.unattendedSince.map(calendar.text)
        )
    }
}
