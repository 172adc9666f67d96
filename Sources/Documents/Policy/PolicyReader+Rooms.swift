// SPDX-License-Identifier: Apache-2.0
internal import Access

extension PolicyReader {
    private static let roomKeys = [
        "id", "name", "site", "designation", "competentSections", "escorts",
        "escortMustBeDesignated", "authentication", "visitorsPerEscort", "antiPassback", "capacity",
        "within", "pinAttempts", "officerExOfficio", "approverMayEscort", "unattendedGap",
        "onUntrustedClock", "escortAuthentication", "withinGrants", "onlyThroughWithin",
        "approvalScope", "reviewMonths", "badgeAloneFrom",
    ]

    func room(_ field: Field) -> Room {
        let row = field.row(Self.roomKeys)
        var room = Room(
            id: row?.required("id")?.id() ?? .unread,
            name: row?.required("name")?.text ?? "?",
            site: row?.required("site")?.text ?? "?",
            authentication: row?.required("authentication")?.choice() ?? .badgeAndPIN
        )
        guard let row else { return room }
        room.designation = row["designation"]?.choice() ?? room.designation
        room.competentSections = row["competentSections"]?.ids() ?? []
        if let kinds = row["escorts"]?.list({ $0.choice(DepartmentKind.self) }) {
            room.escorts = Set(kinds)
        }
        room.escortMustBeDesignated =
            row["escortMustBeDesignated"]?.flag ?? room.escortMustBeDesignated
        room.antiPassback = row["antiPassback"]?.choice() ?? room.antiPassback
        room.within = row["within"]?.id()
        room.officerExOfficio = row["officerExOfficio"]?.flag ?? room.officerExOfficio
        room.approverMayEscort = row["approverMayEscort"]?.flag ?? room.approverMayEscort
        room.onUntrustedClock = row["onUntrustedClock"]?.choice() ?? room.onUntrustedClock
        room.escortAuthentication =
            row["escortAuthentication"]?.choice() ?? room.escortAuthentication
        room.withinGrants = row["withinGrants"]?.flag ?? room.withinGrants
        room.onlyThroughWithin = row["onlyThroughWithin"]?.flag ?? room.onlyThroughWithin
        room.approvalScope = row["approvalScope"]?.choice() ?? room.approvalScope
        room.badgeAloneFrom = row["badgeAloneFrom"]?.choice() ?? room.badgeAloneFrom
        numbers(of: &room, row)
        return room
    }

    private func numbers(of room: inout Room, _ row: Row) {
        room.visitorsPerEscort = row["visitorsPerEscort"]?.integer() ?? room.visitorsPerEscort
        room.capacity = row["capacity"]?.integer()
        room.pinAttempts = row["pinAttempts"]?.integer() ?? room.pinAttempts
        room.unattendedGap = row["unattendedGap"]?.integer() ?? room.unattendedGap
        room.reviewMonths = row["reviewMonths"]?.integer() ?? room.reviewMonths
    }
}
