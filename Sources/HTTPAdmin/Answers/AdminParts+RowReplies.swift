// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// Rows with what stands beside them, as the wire says it.
extension AdminParts {
    func reply(_ status: PersonStatus, to bearer: Bearer) -> PersonReply {
        PersonReply(
            row: PersonRow(status.entry, withBadges: bearer.has(.readAll)),
            tag: status.tag.text,
            hasPin: bearer.has(.readAll) ? status.entry.pin != nil : nil,
            isPinLocked: bearer.has(.readAll) ? status.isPINLocked : nil,
            pending: status.pending.map { transfer in
                PendingMoveReply(
                    effective: transfer.effective.written,
                    department: transfer.moves.first?.department?.text
                )
            }
        )
    }

    func reply(_ status: BadgeStatus) -> BadgeReply {
        BadgeReply(
            fingerprint: status.fingerprint.description,
            person: status.person.text,
            kind: status.badge.kind.rawValue,
            status: status.badge.status.rawValue,
            label: status.badge.label,
            technology: status.badge.technology?.rawValue,
            systemCode: status.badge.systemCode.map(\.systemCode),
            assurance: status.badge.assurance?.rawValue,
            issued: status.issued.map(calendar.text),
            returned: status.returned.map(calendar.text),
            lastUsed: status.lastUsed.map(calendar.text),
            tag: status.tag.text
        )
    }

    func reply(_ status: DesignationStatus) -> DesignationReply {
        DesignationReply(
            row: DesignationRow(status.row),
            tag: status.tag.text,
            state: status.state.rawValue,
            completeFor: status.completeFor.map(\.text),
            incompleteFor: status.row.rooms.filter { !status.completeFor.contains($0) }
                .map(\.text),
            awaitedSignatures: SignatureCount.allCases.filter(status.awaited.contains)
                .map(\.office.rawValue),
            lastUsed: status.lastUsed.map(calendar.text),
            confirmed: status.confirmed.map(calendar.text),
            confirmedBy: status.confirmedBy?.text,
            reviewDue: status.reviewDue.map(calendar.text),
            ends: status.ends.map(calendar.text),
            formerOffices: status.formerOffices.map(\.text)
        )
    }

    func reply(_ status: VisitStatus) -> VisitReply {
        VisitReply(
            row: status.approval.map(VisitRow.init) ?? VisitRow(status.request),
            tag: status.tag.text,
            state: status.state.rawValue,
            requestedBy: status.requestedBy?.text,
            used: status.used.sorted { $0.key < $1.key }
                .map { UsedEntriesReply(person: $0.key.text, entries: $0.value) },
            inside: status.inside.map(\.text)
        )
    }

    func reply(_ noted: NotedItems) -> ItemsReply {
        ItemsReply(
            record: noted.record,
            at: calendar.text(noted.at),
            by: noted.by.text,
            visit: noted.note.visit?.text,
            person: noted.note.person?.text,
            room: noted.note.room?.text,
            carriedIn: noted.note.carriedIn,
            carriedOut: noted.note.carriedOut,
            approval: noted.note.approval
        )
    }

    func reply(_ incident: Incident) -> IncidentReply {
        IncidentReply(
            badge: reply(incident.badge),
            name: incident.name,
            reported: incident.reported.map(reply),
            lastUse: incident.lastUse.map(reply),
            since: incident.since.map(reply),
            rooms: incident.rooms.map(\.text),
            doors: incident.doors.map(\.text)
        )
    }

    func reply(_ effects: TransferEffects, of order: OrderReply) -> TransfersReply {
        TransfersReply(
            record: order.record,
            dryRun: order.dryRun,
            designations: effects.designations.map(DesignationRow.init),
            visits: effects.visits.map(VisitRow.init),
            escorts: effects.escorts.map(\.text),
            appointments: effects.appointments.map(AppointmentRow.init)
        )
    }

    func reply(_ explanation: Explanation) -> ExplanationReply {
        let reason = explanation.reason
        return ExplanationReply(
            decision: explanation.answer.word,
            answers: explanation.answers.map(\.word),
            at: calendar.text(explanation.at),
            isOfNow: explanation.isOfNow,
            record: explanation.record,
            person: explanation.person?.text,
            room: explanation.room?.text,
            reason: reason?.rawValue,
            article: reason?.article,
            english: reason?.english,
            japanese: reason?.japanese,
            facts: explanation.facts.map {
                FactReply(key: $0.key, english: $0.english, japanese: $0.japanese)
            },
            changes: explanation.change.map {
                FactReply(key: $0.key, english: $0.english, japanese: $0.japanese)
            }
        )
    }

    func reply(_ token: IssuedToken, name: String?) -> TokenRow {
        TokenRow(
            number: token.number,
            person: token.person.text,
            name: name,
            label: token.label,
            issued: calendar.text(token.issued),
            until: token.expires.map(calendar.text),
            lastUsed: token.used.map(calendar.text),
            isRevoked: token.revoked != nil
        )
    }
}

extension Answer {
    /// The word by which documents and the wire know it.
    var word: String {
        switch self {
        case .granted: "granted"
        case .escortNeeded: "escort-needed"
        case .pinNeeded: "pin-needed"
        case .denied: "denied"
        case .ignored: "ignored"
        }
    }
}
