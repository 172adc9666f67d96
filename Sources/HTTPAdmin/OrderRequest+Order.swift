// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

extension OrderRequest {
    /// The order that exactly one verb names.
    func order(among doors: [Door]) throws -> Order {
        let acts = try [
            aboutDesignations(), aboutVisits(), aboutBadges(), aboutPeople(), aboutRooms(),
            aboutDoors(doors), aboutAlarms(),
        ].flatMap { $0 }
        guard acts.count == 1, let act = acts.first else {
            throw Problem.malformed(
                "An order names exactly one verb; this one names \(acts.count).",
                "指示の動詞は一つだけです。\(acts.count) 個ありました。"
            )
        }
        if let reason, reason.count > PolicyLimits.text {
            throw Problem.malformed(
                "'reason' is longer than \(PolicyLimits.text) characters.",
                "「reason」が \(PolicyLimits.text) 文字を超えています。"
            )
        }
        return Order(act, reason: reason)
    }

    private func aboutDesignations() -> [Order.Act] {
        [
            revokeDesignation.map { .revokeDesignation(DesignationID($0)) },
            sign.map { .sign(DesignationID($0)) },
        ].compactMap { $0 }
    }

    private func aboutVisits() -> [Order.Act] {
        [
            withdrawVisit.map { .withdrawVisit(VisitID($0)) },
            handover.map { .handover(RoomID($0.room), to: PersonID($0.to)) },
        ].compactMap { $0 }
    }

    private func aboutBadges() throws -> [Order.Act] {
        try [
            badgeLost.map { .badgeLost(try Self.badge($0)) },
            suspendBadge.map { .suspendBadge(try Self.badge($0)) },
        ].compactMap { $0 }
    }

    private func aboutPeople() -> [Order.Act] {
        [
            suspendPerson.map { .suspendPerson(PersonID($0)) },
            transfer.map { .transfer(PersonID($0.person), to: DepartmentID($0.department)) },
            clearPinLock.map { .clearPINLock(PersonID($0)) },
        ].compactMap { $0 }
    }

    private func aboutRooms() -> [Order.Act] {
        [
            lockdown.map {
                .lockdown($0.map { RoomID($0) }, allow: (allow ?? []).map { PersonID($0) })
            },
            endLockdown.map { .endLockdown($0.map { RoomID($0) }) },
        ].compactMap { $0 }
    }

    private func aboutDoors(_ doors: [Door]) throws -> [Order.Act] {
        var acts: [Order.Act] = []
        if let holdOpen {
            let door = try Self.door(holdOpen.door, among: doors)
            acts.append(
                .holdOpen(
                    door.id,
                    room: door.room,
                    minutes: holdOpen.minutes,
                    watcher: PersonID(holdOpen.watcher)
                )
            )
        }
        if let endHoldOpen {
            acts.append(.endHoldOpen(try Self.door(endHoldOpen, among: doors).id))
        }
        return acts
    }

    private func aboutAlarms() throws -> [Order.Act] {
        guard let acknowledge else { return [] }
        guard let alarm = Alarm(rawValue: acknowledge) else {
            let known = Alarm.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem.malformed(
                "'acknowledge' must be of: \(known).",
                "「acknowledge」は次のいずれかです：\(known)"
            )
        }
        return [.acknowledge(alarm, door: door.map { DoorID($0) })]
    }

    private static func door(_ name: String, among doors: [Door]) throws -> Door {
        guard let door = doors.first(where: { $0.id.text == name }) else {
            let known = doors.map(\.id.text).joined(separator: ", ")
            throw Problem(
                .notFound,
                detail: "The board has no door of that name; it has: \(known).",
                japanese: "その名前の扉はありません。あるもの：\(known)"
            )
        }
        return door
    }

    private static func badge(_ written: String) throws -> Badge.Token {
        if written.hasPrefix(Fingerprint.prefix), let fingerprint = Fingerprint(written) {
            return .fingerprint(fingerprint)
        }
        guard let number = BadgeNumber(written) else {
            throw Problem.malformed(
                "A badge is written by its number or by 'fp:' and 32 hexadecimal digits.",
                "証は番号か「fp:」と 16 進数 32 桁で書きます。"
            )
        }
        return .number(number)
    }
}
