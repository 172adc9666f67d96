// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Yams

/// Reads scenarios for a board.
struct ScenarioReader {
    /// The document's keys.
    static let sections = ["scenario", "board", "start", "policy", "steps", "journal"]
    /// The names of a record's fields.
    private static let recordFields = [
        "kind", "door", "room", "reader", "people", "person", "escort", "approval", "approvals",
        "designation", "reason", "badge", "by", "author", "verb", "subject", "alarm", "state",
        "authentication", "remark", "remarks", "text",
    ]

    let reading: Reading
    let board: Board
    let calendar: BoardCalendar

    var rows: PolicyReader { PolicyReader(reading: reading, calendar: calendar) }

    func scenario(_ row: Row, board path: String) -> Scenario? {
        let title = row.required("scenario")?.text
        let start = row.required("start").flatMap { self.timestamp($0) }
        let policy = row.required("policy").flatMap { self.policy($0) }
        var steps: [Scenario.Step] = []
        for field in row.required("steps")?.elements(most: 100_000) ?? [] {
            steps += [step(field, after: steps.last?.at, from: start)].compactMap { $0 }
        }
        let journal = row["journal"]?.list(record) ?? []
        guard let title, let start, let policy else { return nil }
        return Scenario(
            title: title,
            board: path,
            start: start,
            policy: policy,
            steps: steps,
            journal: journal
        )
    }

    func timestamp(_ field: Field) -> Timestamp? {
        guard let text = field.text else { return nil }
        return Timestamp(text)
            ?? field.fail(
                .unreadable(
                    text.prefixed,
                    expected: "a time with its offset (2026-04-10T09:30:00+09:00)",
                    "時差付きの日時（2026-04-10T09:30:00+09:00）"
                )
            )
    }

    private func policy(_ field: Field) -> Scenario.PolicySource? {
        if case .scalar = field.node {
            return field.text.map { .file($0, reading.place(of: field.node)) }
        }
        return rows.policy(field).map { .inline($0) }
    }

    private func record(_ field: Field) -> Scenario.ExpectedRecord? {
        guard let row = field.row(Self.recordFields) else { return nil }
        _ = row["kind"]?.choice(RecordKind.self)
        _ = row["alarm"]?.choice(Alarm.self)
        let fields: [(name: String, values: [String])] = row.present(Self.recordFields).compactMap {
            name in
            guard let field = row[name] else { return nil }
            if case .sequence = field.node { return (name, field.list(\.text) ?? []) }
            return field.text.map { (name, [$0]) }
        }
        return Scenario.ExpectedRecord(place: reading.place(of: field.node), fields: fields)
    }

    // MARK: What is on the board

    func reader(_ field: Field?) -> ReaderID? {
        known(field, board.readers.map(\.id), "reader", "読取り装置")
    }

    func keypad(_ field: Field?) -> ReaderID? {
        known(field, board.keypads.map(\.id), "keypad", "キーパッド")
    }

    /// A reader or a keypad.
    func device(_ field: Field?) -> ReaderID? {
        known(field, (board.readers + board.keypads).map(\.id), "reader or keypad", "装置")
    }

    func door(_ field: Field?) -> DoorID? {
        known(field, board.coreDoors.map(\.id), "door", "扉")
    }

    private func known<Named>(
        _ field: Field?,
        _ there: [Identifier<Named>],
        _ kind: String,
        _ japanese: String
    ) -> Identifier<Named>? {
        guard let field, let id = field.id(of: Named.self) else { return nil }
        if there.contains(id) { return id }
        let list = there.map(\.text).joined(separator: ", ")
        return field.fail(
            Wording(
                "the board has no \(kind) \"\(id.text.prefixed)\"; it has: \(list)",
                "ボードに\(japanese)「\(id.text.prefixed)」がありません。あるもの：\(list)"
            ),
            kind: .form
        )
    }
}
