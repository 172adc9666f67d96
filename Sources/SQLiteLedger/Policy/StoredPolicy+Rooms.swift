// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension StoredPolicy {
    private static let roomColumns = """
        id, name, site, designation, escortMustBeDesignated, authentication, visitorsPerEscort,
        antiPassback, capacity, within, pinAttempts, officerExOfficio, approverMayEscort,
        unattendedGap, onUntrustedClock, escortAuthentication, withinGrants, onlyThroughWithin,
        approvalScope, reviewMonths, badgeAloneFrom
        """

    func room(_ id: RoomID) throws -> Room? {
        try rows("SELECT \(Self.roomColumns) FROM room WHERE id = ?", [id.text], makeRoom).first
    }

    /// All rooms, in the order of the document.
    func rooms() throws -> [Room] {
        try rows("SELECT \(Self.roomColumns) FROM room ORDER BY place, id", [], makeRoom)
    }

    private func makeRoom(_ row: Row) throws -> Room {
        var room = Room(
            id: try row.identifier(0),
            name: try row.decode(atIndex: 1),
            site: try row.decode(atIndex: 2),
            authentication: try row.word(5)
        )
        room.designation = try row.word(3)
        room.escortMustBeDesignated = try row.decode(atIndex: 4)
        room.visitorsPerEscort = try row.decode(atIndex: 6)
        room.antiPassback = try row.word(7)
        room.capacity = try row.decode(atIndex: 8)
        room.within = try row.identifierIfAny(9)
        room.pinAttempts = try row.decode(atIndex: 10)
        room.officerExOfficio = try row.decode(atIndex: 11)
        room.approverMayEscort = try row.decode(atIndex: 12)
        room.unattendedGap = try row.decode(atIndex: 13)
        room.onUntrustedClock = try row.word(14)
        room.escortAuthentication = try row.word(15)
        room.withinGrants = try row.decode(atIndex: 16)
        room.onlyThroughWithin = try row.decode(atIndex: 17)
        room.approvalScope = try row.word(18)
        room.reviewMonths = try row.decode(atIndex: 19)
        room.badgeAloneFrom = try row.word(20)
        room.competentSections = try names(
            "SELECT department FROM roomSection WHERE room = ? ORDER BY place",
            [room.id.text]
        )
        room.escorts = Set(
            try rows("SELECT kind FROM roomEscort WHERE room = ?", [room.id.text]) {
                try $0.word(0)
            }
        )
        return room
    }

    func department(_ id: DepartmentID) throws -> Department? {
        try rows("SELECT id, name FROM department WHERE id = ?", [id.text], makeDepartment).first
    }

    /// All departments, in the order of the document.
    func departments() throws -> [Department] {
        try rows("SELECT id, name FROM department ORDER BY place, id", [], makeDepartment)
    }

    private func makeDepartment(_ row: Row) throws -> Department {
        let id: DepartmentID = try row.identifier(0)
        return Department(id: id, name: try row.decode(atIndex: 1), kinds: try kinds(of: id))
    }

    /// What a department is for the Article.
    func kinds(of department: DepartmentID) throws -> Set<DepartmentKind> {
        Set(
            try rows("SELECT kind FROM departmentKind WHERE department = ?", [department.text]) {
                try $0.word(0)
            }
        )
    }

    /// The days on which hours admit nobody.
    func holidays() throws -> Set<CivilDate> {
        Set(try rows("SELECT day FROM holiday") { try $0.date(0) })
    }
}
