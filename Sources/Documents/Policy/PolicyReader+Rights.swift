// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Yams

extension PolicyReader {
    func designation(_ field: Field) -> Designation {
        let row = field.row([
            "id", "person", "rooms", "from", "until", "hours", "reason", "signatures",
        ])
        return Designation(
            id: row?.required("id")?.id() ?? .unread,
            person: row?.required("person")?.id() ?? .unread,
            rooms: row?.required("rooms")?.ids() ?? [],
            validity: row.map(fiscalValidity) ?? Validity(),
            hours: row?["hours"].flatMap(hours),
            reason: row?.required("reason")?.text ?? "?",
            signatures: row?["signatures"]?.list(signature) ?? []
        )
    }

    /// From a day until another, by default until the end of the fiscal year that it lies in (R17).
    private func fiscalValidity(_ row: Row) -> Validity {
        guard let from = bound(row.required("from"), .from) else {
            _ = bound(row["until"], .until)
            return Validity()
        }
        if let until = row["until"] {
            return Validity(from: from, until: bound(until, .until))
        }
        let end = calendar.local(from.instant).date.fiscalYearEnd
        return Validity(from: from, until: Bound("\(end)", as: .until, in: calendar))
    }

    private func hours(_ field: Field) -> Hours? {
        guard let row = field.row(["days", "from", "until"]) else { return nil }
        let days = row.required("days")?.list { $0.choice(Weekday.self) }
        let from = time(row.required("from"))
        let until = time(row.required("until"))
        guard let days, let from, let until else { return nil }
        return Hours(days: Set(days), from: from, until: until)
    }

    private func signature(_ field: Field) -> Signature {
        let row = field.row(["by", "on"])
        return Signature(
            by: row?.required("by")?.id() ?? .unread,
            on: signingDay(row?.required("on"))
        )
    }

    /// An approval's row; who orders it need not say by whom and when it was given.
    func visit(_ field: Field, given: Signature? = nil) -> VisitApproval {
        let row = field.row([
            "id", "visitors", "rooms", "by", "on", "necessity", "from", "until", "entries",
            "escorts",
        ])
        return VisitApproval(
            id: row?.required("id")?.id() ?? .unread,
            visitors: row?.required("visitors")?.ids() ?? [],
            rooms: row?.required("rooms")?.ids() ?? [],
            by: (given == nil ? row?.required("by") : row?["by"])?.id() ?? given?.by ?? .unread,
            on: given.flatMap { row?["on"] == nil ? $0.on : nil }
                ?? signingDay(row?.required("on")),
            necessity: row?.required("necessity")?.text ?? "?",
            validity: Validity(
                from: bound(row?.required("from"), .from),
                until: bound(row?.required("until"), .until)
            ),
            entries: entries(row?["entries"]),
            escorts: row?["escorts"]?.ids()
        )
    }

    /// A visit that is asked for: an approval's row without its approver.
    func request(_ field: Field) -> VisitRequest {
        let row = field.row([
            "id", "visitors", "rooms", "necessity", "from", "until", "entries", "escorts",
        ])
        return VisitRequest(
            id: row?.required("id")?.id() ?? .unread,
            visitors: row?.required("visitors")?.ids() ?? [],
            rooms: row?.required("rooms")?.ids() ?? [],
            necessity: row?.required("necessity")?.text ?? "?",
            validity: Validity(
                from: bound(row?.required("from"), .from),
                until: bound(row?.required("until"), .until)
            ),
            entries: entries(row?["entries"]),
            escorts: row?["escorts"]?.ids()
        )
    }

    private func entries(_ field: Field?) -> Int? {
        guard let field else { return 1 }
        if field.node.scalar?.string == "unlimited" { return nil }
        guard field.node.scalar?.string.isWholeNumber == true else {
            field.note(
                .wrongType(field.found, expected: "a whole number, or unlimited", "整数か unlimited "),
                kind: .form
            )
            return 1
        }
        return field.integer() ?? 1
    }
}
