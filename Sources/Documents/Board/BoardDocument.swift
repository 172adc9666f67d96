// SPDX-License-Identifier: Apache-2.0
public import Access

/// The board file (DESIGN §9): what the installer decides, as YAML.
public enum BoardDocument {
    /// Reads a board file.
    ///
    /// - Throws: every mistake, if there is one for which the file is refused.
    /// - Returns: the board.
    public static func read(_ source: Source) throws(Mistakes) -> Reviewed<Board> {
        let reading = Reading(source)
        let root = try reading.root()
        let board = BoardReader(reading: reading).board(root)
        return try reading.reviewed(board)
    }
}

extension Board {
    /// What the board's days mean, by its time zone.
    public var calendar: BoardCalendar? { BoardCalendar(zone: timeZone) }

    /// The doors as the core knows them.
    public var coreDoors: [Door] { doors.map(\.door) }

    /// What does not fit between the board and a policy; nothing of it stops the board (DESIGN §9).
    public func warnings(under policy: Policy) -> [PolicyFault] {
        doors.enumerated().compactMap { position, entry in
            let path = "doors[\(position)]"
            let door = entry.door
            guard let room = policy.rooms.first(where: { $0.id == door.room }) else {
                return PolicyFault(
                    path: path + ".room",
                    english: "the policy has no room \"\(door.room)\"; nobody enters by this door",
                    japanese: "方針に室「\(door.room)」がありません。この扉からは誰も入れません。",
                    isWarning: true
                )
            }
            guard door.keypad == nil else { return nil }
            let admitsVisitors = policy.visits.contains { $0.rooms.contains(room.id) }
            guard room.authentication == .badgeAndPIN || admitsVisitors else { return nil }
            let why =
                room.authentication == .badgeAndPIN
                ? ("asks for a PIN", "暗証番号を求めます") : ("admits visitors", "来訪者を認めます")
            return PolicyFault(
                path: path + ".keypad",
                english: "the room \"\(room.id)\" \(why.0), and this door has no keypad",
                japanese: "室「\(room.id)」は\(why.1)が、この扉にはキーパッドがありません。",
                isWarning: true
            )
        }
    }
}
