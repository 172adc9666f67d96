// SPDX-License-Identifier: Apache-2.0
import Access
import Controller
import Documents

extension Stage {
    /// What a step's expectation says that is not so.
    func unmet(_ step: Scenario.Step, _ outcome: Outcome) async throws -> [ScenarioPlayer.Failure] {
        let expected = step.expectation
        var failures: [ScenarioPlayer.Failure] = []
        func compare(_ what: String, _ wanted: String, _ found: String) {
            guard wanted != found else { return }
            let text = "\(what): expected \(wanted), found \(found)"
            failures.append(.init(place: step.place, text: text))
        }
        if let answer = expected.answer {
            compare("answer", answer.rawValue, Self.text(outcome))
        }
        if let reason = expected.reason {
            compare("reason", reason.rawValue, outcome.reason?.rawValue ?? "none")
        }
        if let isReleased = expected.lock {
            if let door = outcome.door {
                compare("lock", Self.text(isReleased), Self.text(board.isReleased(door)))
            } else {
                compare("lock", Self.text(isReleased), "a step without a door; name it: {DOOR: …}")
            }
        }
        for (door, isReleased) in expected.locks.sorted(by: { $0.key < $1.key }) {
            compare("lock of \(door)", Self.text(isReleased), Self.text(board.isReleased(door)))
        }
        if !expected.inside.isEmpty {
            let known = Set(try await registry.policy().policy.rooms.map(\.id))
            let presences = try await registry.presences()
            for (room, people) in expected.inside.sorted(by: { $0.key < $1.key }) {
                let found = presences.filter { $0.room == room }.map(\.person).sorted()
                guard known.contains(room) else {
                    compare("inside \(room)", "\(people.sorted())", "no such room in the policy")
                    continue
                }
                compare("inside \(room)", "\(people.sorted())", "\(found)")
            }
        }
        if let alarms = expected.alarms {
            let found = await keeper.status().alarms.map(\.alarm.rawValue).sorted()
            let wanted = alarms.map(\.rawValue).sorted()
            // An alarm that stands at several doors may be named once.
            if wanted != Array(Set(found)).sorted() { compare("alarms", "\(wanted)", "\(found)") }
        }
        return failures
    }

    private static func text(_ isReleased: Bool) -> String { isReleased ? "released" : "secured" }

    private static func text(_ outcome: Outcome) -> String {
        guard let answer = outcome.answer else { return "no answer" }
        return answer.rawValue
    }

    /// The records of a scenario's `journal` that are not found in their order.
    func unmet(_ expected: [Scenario.ExpectedRecord]) async throws -> [ScenarioPlayer.Failure] {
        guard !expected.isEmpty else { return [] }
        await keeper.recorder.work()
        var records = try await allRecords()[...]
        var failures: [ScenarioPlayer.Failure] = []
        for wanted in expected {
            if let index = records.firstIndex(where: { $0.matches(wanted) }) {
                records = records[(index + 1)...]
            } else {
                let fields = wanted.fields.map {
                    "\($0.name): \($0.values.joined(separator: ", "))"
                }
                let text = "journal: no such record here: {\(fields.joined(separator: "; "))}"
                failures.append(.init(place: wanted.place, text: text))
            }
        }
        return failures
    }

    private func allRecords() async throws -> [Record] {
        var query = JournalQuery()
        query.limit = 1000
        var records: [Record] = []
        while true {
            let page = try await registry.journal(query)
            guard let last = page.last else { return records }
            records += page.map(\.record)
            query.after = last.number
        }
    }
}

extension Record {
    /// Whether every field that a scenario names is so.
    func matches(_ expected: Scenario.ExpectedRecord) -> Bool {
        expected.fields.allSatisfy { field in
            let wanted = Set(field.values)
            if field.name == "people" {
                let with = Set(people.map(\.text)).union([escort?.text].compactMap { $0 })
                return wanted == Set(people.map(\.text)) || wanted == with
            }
            return wanted.isSubset(of: values(of: field.name))
        }
    }

    private func values(of field: String) -> Set<String> {
        let values: [String?] =
            switch field {
            case "kind": [kind.rawValue]
            case "door": [door?.text]
            case "room": [room?.text]
            case "reader": [reader?.text]
            case "person": people.map(\.text) + [escort?.text]
            case "escort": [escort?.text]
            case "approval", "approvals": approvals.map(\.text)
            case "designation": [designation?.text]
            case "reason": kind == .order ? [text] : [reason?.rawValue]
            case "badge": [badge?.description]
            case "by", "author": [author?.text]
            case "verb": [verb]
            case "subject": [subject]
            case "alarm": [alarm?.rawValue]
            case "state": [state]
            case "authentication": [authentication?.rawValue]
            case "remark", "remarks": remarks.map(\.rawValue)
            case "text": [text]
            default: []
            }
        return Set(values.compactMap { $0 })
    }
}
