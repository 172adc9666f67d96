// SPDX-License-Identifier: Apache-2.0
internal import Access

/// Reads policies and single rows of them; what can't be read stands as something that makes no further fault.
struct PolicyReader {
    /// The document's sections.
    static let sections = [
        "rooms", "departments", "people", "appointments", "holidays", "designations", "visits",
    ]

    let reading: Reading
    let calendar: BoardCalendar

    /// A whole policy, with every mistake of it noted.
    func policy(_ field: Field) -> Policy? {
        guard let row = field.row(Self.sections) else { return nil }
        var policy = Policy()
        policy.rooms = row["rooms"]?.list(room) ?? []
        policy.departments = row["departments"]?.list(department) ?? []
        policy.people = row["people"]?.list(person) ?? []
        policy.appointments = row["appointments"]?.list(appointment) ?? []
        policy.holidays = Set(holidays(row["holidays"]))
        policy.designations = row["designations"]?.list(designation) ?? []
        policy.visits = row["visits"]?.list { visit($0) } ?? []
        PolicyReview(reading: reading, prefix: field.path).judge(policy)
        return policy
    }

    private func holidays(_ field: Field?) -> [CivilDate] {
        var seen: Set<CivilDate> = []
        return field?.list { field in
            guard let day = date(field) else { return nil }
            guard seen.insert(day).inserted else {
                return field.fail(
                    Wording("\(day) is named twice", "\(day) が二度あります。")
                )
            }
            return day
        } ?? []
    }

    // MARK: Days and times

    /// A day.
    func date(_ field: Field?) -> CivilDate? {
        guard let field, let written = field.scalar("a date (2026-04-01)", "日付（2026-04-01）")
        else { return nil }
        if let date = CivilDate(written) { return date }
        return field.fail(
            .unreadable(
                written.prefixed,
                expected: "a date of the calendar (2026-04-01)",
                "暦にある日付（2026-04-01）"
            )
        )
    }

    /// One end of a validity.
    func bound(_ field: Field?, _ edge: Bound.Edge) -> Bound? {
        let form =
            "a date of the calendar (2026-04-01), or a time with its offset (2026-04-01T09:00:00+09:00)"
        let japanese = "日付（2026-04-01）又は時差付きの日時（2026-04-01T09:00:00+09:00）"
        guard let field, let written = field.scalar(form, japanese) else { return nil }
        if let bound = Bound(written, as: edge, in: calendar) { return bound }
        return field.fail(
            .unreadable(written.prefixed, expected: form, japanese)
        )
    }

    /// From when until when, both optional.
    func validity(_ row: Row) -> Validity {
        Validity(from: bound(row["from"], .from), until: bound(row["until"], .until))
    }

    /// A time of day.
    func time(_ field: Field?) -> TimeOfDay? {
        guard let field, let written = field.scalar("a time of day (08:00)", "時刻（08:00）") else {
            return nil
        }
        if let time = TimeOfDay(written) { return time }
        return field.fail(
            .unreadable(
                written.prefixed,
                expected: "a time of day (00:00 to 24:00)",
                "時刻（00:00～24:00）"
            )
        )
    }

    /// The day on which somebody signed.
    func signingDay(_ field: Field?) -> SigningDay {
        let day = date(field) ?? CivilDate(day: 0)
        return SigningDay(day, in: calendar)
    }
}
