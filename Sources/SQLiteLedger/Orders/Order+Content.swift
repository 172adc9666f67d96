// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Crypto
internal import Foundation

extension Order {
    /// What is ordered, as a digest: the same for the same order, and no secret shows in it (L10).
    func content(keys: DeviceKeys, calendar: BoardCalendar) -> String {
        let text = [act.verb, act.content(keys, calendar), reason ?? ""].joined(separator: "\n\n")
        return SHA256.hash(data: Data(text.utf8)).hexadecimal
    }
}

extension Order.Act {
    /// Everything that an order says.
    fileprivate func content(_ keys: DeviceKeys, _ calendar: BoardCalendar) -> String {
        switch self {
        case .designate(let row): return row.canonicalText
        case .approveVisit(let row): return row.canonicalText
        case .requestVisit(let row):
            let day = SigningDay(CivilDate(day: 0), in: calendar)
            return row.approved(by: "", on: day).canonicalText
        case .appoint(let row): return row.canonicalText
        case .registerDepartment(let row): return row.canonicalText
        case .registerPerson(let row): return row.resolved(keys).canonicalText
        case .issueBadge(let badge, let person):
            let entry = PersonEntry(person: Person(id: person, name: ""), badges: [badge])
            return entry.resolved(keys).canonicalText
        case .setPIN(let person, let pin, let duress):
            let entry = PersonEntry(
                person: Person(id: person, name: ""),
                pin: .digits(pin),
                duressPIN: duress.map { .digits($0) }
            )
            return entry.resolved(keys).canonicalText
        case .applyPolicy(let policy):
            var policy = policy
            policy.people = policy.people.map { $0.resolved(keys) }
            return policy.canonicalText
        default: return subject(keys: keys) + "\n" + more
        }
    }

    /// What the row says that is ordered, for the record; what has no row is said by verb and subject.
    var recordText: String? {
        switch self {
        case .designate(let row): row.recordText
        case .approveVisit(let row): row.recordText
        case .requestVisit(let row): row.recordText
        case .appoint(let row): row.recordText
        case .registerDepartment(let row): row.recordText
        case .registerPerson(let row): row.recordText
        default: nil
        }
    }

    /// What the subject in a record leaves out.
    private var more: String {
        switch self {
        case .noteItems(let note):
            return "\(note.person?.text ?? "") \(note.room?.text ?? "") \(note.carriedIn) "
                + "\(note.carriedOut) \(note.approval ?? "")"
        case .transferPeople(let transfer):
            return transfer.moves.map { "\($0.person) \($0.department?.text ?? "")" }
                .joined(separator: "\n")
        case .issueToken(_, let label, let until): return "\(label) \(until?.written ?? "")"
        case .lockdown(_, let people): return people.map(\.text).joined(separator: " ")
        case .holdOpen(_, let room, _, _): return room.text
        case .explain(let question): return "\(question)"
        default: return ""
        }
    }
}

extension PersonEntry {
    /// The row with fingerprints for badges and PINs.
    fileprivate func resolved(_ keys: DeviceKeys) -> PersonEntry {
        var entry = self
        entry.badges = badges.map { badge in
            var badge = badge
            if case .number(let number) = badge.token,
                let fingerprint = keys.digest(of: number).fingerprint
            {
                badge.token = .fingerprint(fingerprint)
            }
            return badge
        }
        entry.pin = pin.map { $0.resolved(keys, of: person.id) }
        entry.duressPIN = duressPIN.map { $0.resolved(keys, of: person.id) }
        return entry
    }
}

extension PINToken {
    fileprivate func resolved(_ keys: DeviceKeys, of person: PersonID) -> PINToken {
        guard case .digits(let digits) = self,
            let fingerprint = keys.fingerprint(ofPIN: digits, of: person)
        else { return self }
        return .fingerprint(fingerprint)
    }
}
