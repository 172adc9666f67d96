// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Yams

extension ScenarioReader {
    func expectation(
        _ field: Field,
        of verb: String?,
        at door: DoorID?
    ) -> Scenario.Expectation {
        var expectation = Scenario.Expectation()
        guard let row = field.row(["answer", "reason", "lock", "inside", "alarms"]) else {
            return expectation
        }
        expectation.answer = row["answer"]?.choice()
        expectation.reason = row["reason"]?.choice()
        if let field = row["lock"] { locks(field, of: verb, at: door, &expectation) }
        for (room, field) in row["inside"]?.entries() ?? [] {
            expectation.inside[RoomID(room)] = field.ids()
        }
        expectation.alarms = row["alarms"]?.list { $0.choice(Alarm.self) }
        return expectation
    }

    private func locks(
        _ field: Field,
        of verb: String?,
        at door: DoorID?,
        _ expectation: inout Scenario.Expectation
    ) {
        func isReleased(_ field: Field) -> Bool? {
            field.word(of: ["released", "secured"]).map { $0 == "released" }
        }
        guard case .mapping = field.node else {
            if let door {
                expectation.locks[door] = isReleased(field)
                return
            }
            expectation.lock = isReleased(field)
            if !["badge", "keys", "door", "button"].contains(verb) && board.doors.count != 1 {
                field.note(
                    Wording(
                        "this step names no door; say whose lock: {DOOR: released}",
                        "この手順には扉がありません。どの扉の錠かを書いてください（{扉: released}）。"
                    )
                )
            }
            return
        }
        for (name, field) in field.entries() ?? [] {
            guard board.coreDoors.contains(where: { $0.id.text == name }) else {
                let list = board.coreDoors.map(\.id.text).joined(separator: ", ")
                field.note(
                    Wording(
                        "the board has no door \"\(name.prefixed)\"; it has: \(list)",
                        "ボードに扉「\(name.prefixed)」がありません。あるもの：\(list)"
                    )
                )
                continue
            }
            expectation.locks[DoorID(name)] = isReleased(field)
        }
    }
}
