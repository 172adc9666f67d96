// SPDX-License-Identifier: Apache-2.0
internal import Access

extension Order.Act {
    /// What the journal says that an order is about.
    func subject(keys: DeviceKeys) -> String {
        switch self {
        case .revokeDesignation(let id), .sign(let id), .confirmDesignation(let id):
            "designation \(id)"
        case .designate(let row): "designation \(row.id)"
        case .requestVisit(let row): "visit \(row.id)"
        case .approveVisit(let row): "visit \(row.id)"
        case .refuseVisit(let id), .withdrawVisit(let id), .closeVisit(let id): "visit \(id)"
        case .noteItems(let note):
            note.visit.map { "items on visit \($0)" }
                ?? "items of person \(note.person?.text ?? "?") in room \(note.room?.text ?? "?")"
        case .issueBadge(let badge, let person):
            "badge \(badge.token.shown(keys)) to person \(person)"
        case .badgeLost(let token), .suspendBadge(let token), .resumeBadge(let token),
            .returnBadge(let token):
            "badge \(token.shown(keys))"
        default: aboutPeople ?? aboutBoard
        }
    }

    private var aboutPeople: String? {
        switch self {
        case .registerPerson(let row): "person \(row.person.id)"
        case .suspendPerson(let id), .resumePerson(let id), .clearPINLock(let id),
            .noteExit(let id),
            .setPIN(let id, _, _):
            "person \(id)"
        case .transfer(let id, let department): "person \(id) to department \(department)"
        case .transferPeople(let transfer):
            "\(transfer.moves.count) people, effective \(transfer.effective.written)"
        case .registerDepartment(let row): "department \(row.id)"
        case .appoint(let row):
            row.subject
        case .issueToken(let person, _, _): "token of person \(person)"
        case .revokeToken(let number): "token \(number)"
        default: nil
        }
    }

    private var aboutBoard: String {
        switch self {
        case .lockdown(let rooms, _), .endLockdown(let rooms):
            "rooms " + rooms.map(\.text).joined(separator: ", ")
        case .handover(let room, let person): "room \(room) to person \(person)"
        case .holdOpen(let door, _, let minutes, let watcher):
            "door \(door) for \(minutes) min, watched by person \(watcher)"
        case .endHoldOpen(let door): "door \(door)"
        case .acknowledge(let alarm, let door):
            "alarm \(alarm.rawValue)" + (door.map { " at door \($0)" } ?? "")
        case .pairReader(let reader, let minutes, let isAnew):
            "reader \(reader) for \(minutes) min" + (isAnew ? ", replacing its key" : "")
        case .writeCard(let reader, let person):
            "card at reader \(reader)" + (person.map { " for person \($0)" } ?? "")
        case .explain(let question): question.subject
        default: "policy"
        }
    }
}

extension Appointment {
    /// What the journal says that it is about: the office, who holds it, from when to when, and on what basis (R16).
    fileprivate var subject: String {
        let term = [
            validity.from.map { "from \($0.written)" },
            validity.until.map { "until \($0.written)" },
            basis.map { "on \($0)" },
        ]
        return (["appointment", office.rawValue, department?.text, person.text] + term)
            .compactMap { $0 }.joined(separator: " ")
    }
}

extension Question {
    /// What the journal says that it is about.
    var subject: String {
        switch self {
        case .record(let number): "record \(number)"
        case .entry(.person(let person), let place, _, _):
            "entry of person \(person) into room \(place.room)"
        case .entry(.badge, let place, _, _): "entry of a badge into room \(place.room)"
        }
    }
}

extension Badge.Token {
    /// The badge's fingerprint, as documents write it (L10).
    func shown(_ keys: DeviceKeys) -> String {
        switch self {
        case .fingerprint(let fingerprint): fingerprint.description
        case .number(let number): keys.digest(of: number).fingerprint?.description ?? ""
        }
    }
}
