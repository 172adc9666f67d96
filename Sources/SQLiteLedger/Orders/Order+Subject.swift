// SPDX-License-Identifier: Apache-2.0
internal import Access

extension Order.Act {
    /// What the journal says that an order is about.
    func subject(keys: DeviceKeys) -> String {
        switch self {
        case .revokeDesignation(let id), .sign(let id): "designation \(id)"
        case .designate(let row): "designation \(row.id)"
        case .approveVisit(let row): "visit \(row.id)"
        case .withdrawVisit(let id): "visit \(id)"
        case .badgeLost(let token), .suspendBadge(let token): "badge \(token.shown(keys))"
        case .suspendPerson(let id), .clearPINLock(let id): "person \(id)"
        case .transfer(let id, let department): "person \(id) to department \(department)"
        case .appoint(let row):
            (["appointment", row.office.rawValue, row.department?.text, row.person.text])
                .compactMap { $0 }.joined(separator: " ")
        case .lockdown(let rooms, _), .endLockdown(let rooms):
            "rooms " + rooms.map(\.text).joined(separator: ", ")
        case .handover(let room, let person): "room \(room) to person \(person)"
        case .holdOpen(let door, _, let minutes, let watcher):
            "door \(door) for \(minutes) min, watched by person \(watcher)"
        case .endHoldOpen(let door): "door \(door)"
        case .acknowledge(let alarm, let door):
            "alarm \(alarm.rawValue)" + (door.map { " at door \($0)" } ?? "")
        case .applyPolicy: "policy"
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
