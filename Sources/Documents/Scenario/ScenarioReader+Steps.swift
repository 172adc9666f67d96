// SPDX-License-Identifier: Apache-2.0
internal import Access

extension ScenarioReader {
    private static let verbs = [
        "badge", "keys", "door", "button", "fire", "tamper", "clock", "crash", "lost", "back",
        "disk", "order",
    ]
    private static let companions = [
        "reader": "badge", "technology": "badge", "systemCode": "badge", "assurance": "badge",
        "permanence": "badge", "keypad": "keys", "state": "door",
    ]

    func step(_ field: Field, after last: Duration?, from start: Timestamp?) -> Scenario.Step? {
        let companions = Self.companions.keys.sorted()
        guard let row = field.row(["at"] + Self.verbs + companions + ["expect"]) else {
            return nil
        }
        let at = row.required("at").flatMap(duration)
        if let at, let last, at < last {
            row["at"]?.note(
                Wording("time goes backwards here", "時刻が前の手順より前に戻っています。")
            )
        }
        let verbs = row.present(Self.verbs)
        if verbs.count > 1 {
            field.note(
                Wording(
                    "one step does one thing; here are \(verbs.joined(separator: ", "))",
                    "一つの手順で一つのことだけです（\(verbs.joined(separator: "、"))）。"
                ),
                kind: .form
            )
        }
        for (companion, verb) in Self.companions.sorted(by: { $0.key < $1.key })
        where row[companion] != nil && row[verb] == nil {
            row[companion]?.note(
                Wording(
                    "\"\(companion)\" goes with \"\(verb)\"",
                    "「\(companion)」は「\(verb)」と共に使います。"
                ),
                kind: .form
            )
        }
        let act = verbs.first.flatMap { verb in
            verb == "order"
                ? row[verb].flatMap { order($0, at: start.map { $0 + (at ?? last ?? .zero) }) }
                : self.act(verb, row)
        }
        let expectation = row["expect"].map {
            self.expectation($0, of: verbs.first, at: door(of: act))
        }
        return Scenario.Step(
            place: reading.place(of: field.node),
            at: at ?? last ?? .zero,
            act: act,
            expectation: expectation ?? Scenario.Expectation()
        )
    }

    private func act(_ verb: String, _ row: Row) -> Scenario.Act? {
        guard let field = row[verb] else { return nil }
        switch verb {
        case "badge": return badge(field, row)
        case "keys": return keys(field, row)
        case "door":
            let door = self.door(field)
            let state = row.required("state")?.word(of: ["open", "closed"])
            guard let door, let state else { return nil }
            return .door(door, isOpen: state == "open")
        case "button": return door(field).map { .button($0) }
        case "fire": return field.word(of: ["on", "off"]).map { .fire($0 == "on") }
        case "tamper": return field.word(of: ["on", "off"]).map { .tamper($0 == "on") }
        case "clock": return clock(field).map { .clock($0) }
        case "crash":
            guard let word = field.scalar("true", "true") else { return nil }
            guard word == "true" else {
                return field.fail(.notAllowed(word.prefixed, nearest: nil, allowed: ["true"]))
            }
            return .crash
        case "lost": return device(field).map { .lost($0) }
        case "back": return device(field).map { .back($0) }
        default: return field.word(of: ["full", "ok"]).map { .disk(isFull: $0 == "full") }
        }
    }

    /// The door of a step that names it by the way.
    private func door(of act: Scenario.Act?) -> DoorID? {
        switch act {
        case .lost(let device)?, .back(let device)?:
            board.coreDoors.first { [$0.entry, $0.exit, $0.keypad].contains(device) }?.id
        case .order(let order, _)?:
            switch order.act {
            case .holdOpen(let door, _, _, _), .endHoldOpen(let door): door
            case .acknowledge(_, let door): door
            default: nil
            }
        default: nil
        }
    }

    private func badge(_ field: Field, _ row: Row) -> Scenario.Act? {
        let reader = self.reader(row.required("reader"))
        guard let text = field.scalar("a badge number", "証の番号") else { return nil }
        guard let number = BadgeNumber(text) else {
            return field.fail(.secret(expected: "a badge number (0-9 A-F)", "証の番号（0-9、A-F）"))
        }
        let reading = BadgeReading(
            number,
            technology: technology(row),
            assurance: row["assurance"]?.choice() ?? .identifier,
            permanence: row["permanence"]?.choice() ?? .lasting
        )
        return reader.map { .badge(reading, reader: $0) }
    }

    /// How the reader came by the number; where nothing is said, it gave a number alone.
    private func technology(_ row: Row) -> BadgeTechnology {
        switch row["technology"]?.choice(Badge.Technology.self) {
        case .feliCa?: .feliCa(systemCode: row["systemCode"].flatMap(rows.systemCode) ?? 0xFE00)
        case .typeA?: .typeA
        case .number?, nil: .number
        }
    }

    private func keys(_ field: Field, _ row: Row) -> Scenario.Act? {
        let keypad = self.keypad(row.required("keypad"))
        guard let text = field.scalar("keys", "キー") else { return nil }
        var keys: [Key] = []
        for character in text.unicodeScalars {
            switch character {
            case "0"..."9": keys.append(.digit(UInt8(character.value - 48)))
            case "#": keys.append(.enter)
            case "*": keys.append(.cancel)
            default: return field.fail(.secret(expected: "keys: 0-9, # and *", "キー（0-9、#、*）"))
            }
        }
        guard !keys.isEmpty, keys.count <= 1000 else {
            return field.fail(.secret(expected: "1 to 1000 keys", "1個から1000個のキー"))
        }
        return keypad.map { .keys(keys, keypad: $0) }
    }

    private func clock(_ field: Field) -> Scenario.ClockChange? {
        guard let text = field.text else { return nil }
        if text == "trusted" { return .synchronised(true) }
        if text == "untrusted" { return .synchronised(false) }
        if let sign = text.first, sign == "+" || sign == "-",
            let step = Duration(written: text.dropFirst())
        {
            return .step(sign == "-" ? .zero - step : step)
        }
        return field.fail(
            .unreadable(
                text.prefixed,
                expected: "a step (+1h, -1d), trusted or untrusted",
                "時計の変化（+1h、-1d、trusted、untrusted）"
            )
        )
    }

    private func duration(_ field: Field) -> Duration? {
        guard let text = field.text else { return nil }
        return Duration(written: text[...])
            ?? field.fail(
                .unreadable(
                    text.prefixed,
                    expected: "a time since the start (5s, 1h30m)",
                    "開始からの時間（5s、1h30m）"
                )
            )
    }
}

extension Duration {
    /// Reads numbers with units: `250ms`, `5s`, `1h30m`; nothing else, and at most ten years.
    init?(written: Substring) {
        let units: [(String, Int)] = [
            ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
        ]
        var rest = written
        var milliseconds = 0
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            let name = rest.prefix { $0.isLetter }
            guard let number = Int(digits), number < 1 << 40,
                let unit = units.first(where: { $0.0 == name })
            else { return nil }
            milliseconds += number * unit.1
            rest = rest.dropFirst(name.count)
            guard milliseconds <= 3653 * 86_400_000 else { return nil }
        }
        guard !written.isEmpty else { return nil }
        self = .milliseconds(milliseconds)
    }
}
