// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// What the fields of the wire types hold beyond their Swift type.
///
/// A field's name means the same in all of them; where it does not, `Type.field` says so.
enum WireForms {
    /// The form of a text.
    static func form(of key: String, in owner: String) -> TextForm {
        if let form = special[owner + "." + key] { return form }
        guard isTaken(owner) else { return .any }
        return forms[key] ?? .free(most: PolicyLimits.text)
    }

    /// The range of a number.
    static func range(of key: String, in owner: String) -> ClosedRange<Int64> {
        switch owner + "." + key {
        case "HoldOpenRequest.minutes", "OrderHoldOpen.minutes", "PairRequest.minutes",
            "OrderPairReader.minutes":
            1...60
        case "BadgeReadRequest.seconds", "BadgeWriteRequest.seconds": 1...120
        case "ExplanationRequest.record": 1...Int64.max
        default: isTaken(owner) ? 0...Int64(Int32.max) : Int64.min...Int64.max
        }
    }

    /// The most entries of a list that comes in.
    static func most(of key: String, in owner: String) -> Int? {
        guard isTaken(owner) else { return nil }
        return key == "moves" ? 5000 : PolicyLimits.list
    }

    /// What of several things an object says exactly one of.
    static func choices(in owner: String, of keys: [String]) -> [ObjectShape.Choice] {
        switch owner {
        case "BadgeReadRequest":
            return [.init(needs: ["reader"], takes: ["seconds"]), .init(needs: ["reading"])]
        case "ExplanationRequest":
            let entries = ["person", "badge"].flatMap { subject in
                ["room", "door"].map { place in
                    ObjectShape.Choice(needs: [subject, place], takes: ["at", "attendedBy"])
                }
            }
            return [.init(needs: ["record"])] + entries
        case "MoveRow": return [.init(needs: ["department"]), .init(needs: ["leaves"])]
        case "OrderRequest":
            // Every field of an order is a verb, but for why and what goes with a verb.
            let beside = ["lockdown": "allow", "acknowledge": "door"]
            return keys.filter { $0 != "reason" && !beside.values.contains($0) }.map {
                .init(needs: [$0], takes: beside[$0].map { [$0] } ?? [])
            }
        default: return []
        }
    }

    /// The name of a type, as the document's components have it.
    static func name(of type: any Decodable.Type) -> String {
        let written = String(reflecting: type)
        let pieces = written.split { !$0.isLetter && !$0.isNumber && $0 != "." }
        return pieces.map { piece in
            piece.split(separator: ".").dropFirst().joined().replacing(
                "OrderRequest",
                with: "Order"
            )
        }.joined(separator: "Of").replacing(/^Order$/, with: "OrderRequest")
    }

    /// Whether a type is read from requests, and so has bounds (L14).
    private static func isTaken(_ owner: String) -> Bool {
        owner.hasSuffix("Request") || owner.hasSuffix("Row")
            || owner.hasPrefix("Order")
                && owner != "OrderReply"
    }

    private static let forms: [String: TextForm] = {
        let names = [
            "id", "person", "department", "responsible", "room", "door", "reader", "visit",
            "designation", "watcher", "to", "by", "rooms", "allow", "visitors", "escorts",
            "revokeDesignation", "sign", "withdrawVisit", "suspendPerson", "resumePerson",
            "clearPinLock", "noteExit", "lockdown", "endLockdown", "endHoldOpen",
            "confirmDesignation",
            "refuseVisit", "closeVisit",
        ]
        let lines = ["name", "kana", "company", "identityChecked", "label"]
        return Dictionary(uniqueKeysWithValues: names.map { ($0, TextForm.name) })
            .merging(lines.map { ($0, .line(most: PolicyLimits.name)) }) { $1 }
            .merging([
                "from": .moment, "until": .moment, "at": .moment, "effective": .moment,
                "on": .date, "briefed": .date, "pin": .pin, "duressPin": .pin, "badge": .badge,
                "number": .badge, "badgeLost": .badge, "suspendBadge": .badge,
                "resumeBadge": .badge, "returnBadge": .badge, "systemCode": .systemCode,
                "acknowledge": .word(Alarm.allCases.map(\.rawValue)),
                "technology": .word(Badge.Technology.allCases.map(\.rawValue)),
                "assurance": .word(Assurance.allCases.map(\.rawValue)),
                "permanence": .word(BadgeReading.Permanence.allCases.map(\.rawValue)),
                "claim": .free(most: 256), "attendedBy": .name,
                "necessity": .line(most: PolicyLimits.text),
                "basis": .line(most: PolicyLimits.text),
                "contract": .line(most: PolicyLimits.text),
            ]) { $1 }
    }()

    private static let badgeKinds = TextForm.word(Badge.Kind.allCases.map(\.rawValue))

    private static let special: [String: TextForm] = [
        "BadgeReadingRow.number": .badgeNumber,
        "BadgeReadingRow.technology": .word(["number", "felica", "type-a", "type-b"]),
        "BadgeRow.kind": badgeKinds, "BadgeIssueRequest.kind": badgeKinds,
        "BadgeWriteRequest.kind": badgeKinds, "OrderIssueBadge.kind": badgeKinds,
        "BadgeRow.status": .word(Badge.Status.allCases.map(\.rawValue)),
        "DepartmentRow.kinds": .word(DepartmentKind.allCases.map(\.rawValue)),
        "AppointmentRow.office": .word(Office.allCases.map(\.rawValue)),
        "AppointmentRequest.office": .word(Office.allCases.map(\.rawValue)),
        "HoursRow.from": .timeOfDay, "HoursRow.until": .timeOfDay,
        "HoursRow.days": .word(Weekday.allCases.map(\.rawValue)),
        "TokenRow.issued": .any, "TokenRow.until": .any, "TokenRow.lastUsed": .any,
        "ItemsRequest.approval": .line(most: PolicyLimits.name),
        "ItemsRequest.carriedIn": .line(most: PolicyLimits.name),
        "ItemsRequest.carriedOut": .line(most: PolicyLimits.name),
        "OrderNoteItems.approval": .line(most: PolicyLimits.name),
        "OrderNoteItems.carriedIn": .line(most: PolicyLimits.name),
        "OrderNoteItems.carriedOut": .line(most: PolicyLimits.name),
        "DesignationRow.reason": .line(most: PolicyLimits.text),
    ]
}
