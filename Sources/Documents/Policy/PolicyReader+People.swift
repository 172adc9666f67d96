// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Yams

extension PolicyReader {
    func department(_ field: Field) -> Department {
        let row = field.row(["id", "name", "kinds"])
        return Department(
            id: row?.required("id")?.id() ?? .unread,
            name: row?.required("name")?.text ?? "?",
            kinds: Set(row?["kinds"]?.list { $0.choice(DepartmentKind.self) } ?? [])
        )
    }

    func person(_ field: Field) -> PersonEntry {
        guard
            let row = field.row([
                "id", "name", "kana", "department", "from", "until", "suspended", "badges", "pin",
                "duressPin", "company", "identityChecked", "briefed", "contract", "responsible",
            ])
        else { return PersonEntry(person: Person(id: .unread, name: "?")) }
        var person = Person(
            id: row.required("id")?.id() ?? .unread,
            name: row.required("name")?.text ?? "?"
        )
        person.kana = row["kana"]?.text
        person.department = row["department"].map { $0.id() ?? .unread }
        person.validity = validity(row)
        person.isSuspended = row["suspended"]?.flag ?? false
        person.company = row["company"]?.text
        person.identityChecked = row["identityChecked"]?.text
        person.briefed = date(row["briefed"])
        person.contract = row["contract"]?.text
        person.responsible = row["responsible"].map { $0.id() ?? .unread }
        return PersonEntry(
            person: person,
            badges: row["badges"]?.elements()?.enumerated().map { badge($0.element, $0.offset) }
                ?? [],
            pin: row["pin"].flatMap(pin),
            duressPIN: row["duressPin"].flatMap(pin)
        )
    }

    private func badge(_ field: Field, _ position: Int) -> Badge {
        guard case .mapping = field.node else { return Badge(token: token(field)) }
        return badge(field.row(Self.badgeKeys + ["status"]), of: field)
    }

    /// The keys by which a badge is described.
    static let badgeKeys = [
        "number", "fingerprint", "kind", "label", "technology", "systemCode",
        "assurance",
    ]

    /// A badge from a mapping that may hold more.
    func badge(_ row: Row?, of field: Field) -> Badge {
        Badge(
            token: (row?["fingerprint"] ?? row?.required("number")).map(token)
                ?? Self.unreadToken(field),
            kind: row?["kind"]?.choice() ?? .staff,
            status: row?["status"]?.choice() ?? .active,
            label: row?["label"]?.text,
            technology: row?["technology"]?.choice(),
            systemCode: row?["systemCode"].flatMap(systemCode),
            assurance: row?["assurance"]?.choice()
        )
    }

    func systemCode(_ field: Field) -> UInt16? {
        let expected = "four hexadecimal digits (FE00)"
        guard let written = field.scalar(expected, "16進数4桁（FE00）") else { return nil }
        return Badge.systemCode(written)
            ?? field.fail(
                .unreadable(written.prefixed, expected: expected, "16進数4桁（FE00）")
            )
    }

    /// A badge's number or fingerprint; never repeated in a message (L10).
    func token(_ field: Field) -> Badge.Token {
        let expected =
            "a badge number (0-9 A-F, at most \(BadgeNumber.longest)) or fp: and 32 digits"
        guard case .scalar(let scalar) = field.node, !field.node.isNull else {
            field.note(.wrongType(field.found, expected: expected, "証の番号"), kind: .form)
            return Self.unreadToken(field)
        }
        let written = scalar.string
        if written.hasPrefix(Fingerprint.prefix), let fingerprint = Fingerprint(written) {
            return .fingerprint(fingerprint)
        }
        if let number = BadgeNumber(written) { return .number(number) }
        let japanese = "証の番号（0-9、A-F、\(BadgeNumber.longest)桁まで）又は fp: の照合符号"
        field.note(.secret(expected: expected, japanese))
        return Self.unreadToken(field)
    }

    /// A token of its own for each badge that could not be read, so that no two seem the same.
    private static func unreadToken(_ field: Field) -> Badge.Token {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in field.path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        let padded = String(repeating: "0", count: 32 - digits.count) + digits
        guard let fingerprint = Fingerprint(padded) else { preconditionFailure("32 digits") }
        return .fingerprint(fingerprint)
    }

    /// A PIN or its fingerprint; never repeated in a message (L10).
    private func pin(_ field: Field) -> PINToken? {
        let range = PolicyLimits.pinDigits
        let expected = "\(range.lowerBound) to \(range.upperBound) digits, or fp: and 32 digits"
        guard case .scalar(let scalar) = field.node, !field.node.isNull else {
            return field.fail(.wrongType(field.found, expected: expected, "暗証番号"), kind: .form)
        }
        if scalar.string.hasPrefix(Fingerprint.prefix) {
            if let fingerprint = Fingerprint(scalar.string) { return .fingerprint(fingerprint) }
            return field.fail(
                .secret(expected: "a fingerprint (fp: and 32 hexadecimal digits)", "fp: の照合符号")
            )
        }
        return .digits(Secret(scalar.string))
    }

    /// A PIN's digits, no fingerprint; never repeated in a message (L10).
    func digits(_ field: Field) -> Secret? {
        switch pin(field) {
        case .digits(let digits)?: return digits
        case .fingerprint?:
            return field.fail(.secret(expected: "a PIN's digits", "暗証番号の数字"))
        case nil: return nil
        }
    }

    func appointment(_ field: Field) -> Appointment {
        let row = field.row(["office", "person", "department", "from", "until", "basis"])
        return Appointment(
            office: row?.required("office")?.choice() ?? .auditor,
            person: row?.required("person")?.id() ?? .unread,
            department: row?["department"].map { $0.id() ?? .unread },
            validity: row.map(validity) ?? Validity(),
            basis: row?["basis"]?.text
        )
    }
}
