// SPDX-License-Identifier: Apache-2.0
internal import Access

/// Notes what a policy that could be read must not say, at the places where it says so.
///
/// A row with a mistake in its form brings no second mistake upon the rows that name it.
struct PolicyReview {
    let reading: Reading
    /// Where the policy stands in its document: empty, or the key that holds it.
    let prefix: String

    func judge(_ policy: Policy) {
        let sectionsAreRead = !reading.mistakes.contains { mistake in
            guard mistake.path == prefix || mistake.path.isUnder(prefix) else { return false }
            return !mistake.path.dropFirst(prefix.count).dropFirst(prefix.isEmpty ? 0 : 1)
                .contains { $0 == "." || $0 == "[" }
        }
        guard sectionsAreRead else { return }
        for fault in mended(policy).faults() where isOf(policy, fault) {
            note(fault, at: path(fault.path))
        }
    }

    /// Notes faults of a row that stands alone.
    func note(_ faults: [PolicyFault]) {
        for fault in faults { note(fault, at: fault.path) }
    }

    private func note(_ fault: PolicyFault, at path: String) {
        guard !reading.touches(path) else { return }
        reading.note(
            fault.isWarning ? .warning : .content,
            at: path,
            Wording(fault.english, fault.japanese)
        )
    }

    private func path(_ path: String) -> String { prefix.isEmpty ? path : "\(prefix).\(path)" }

    // MARK: Rows with mistakes

    /// The policy, in which rows with mistakes have what other rows may ask of them.
    private func mended(_ policy: Policy) -> Policy {
        guard reading.isBroken(prefix) else { return policy }
        var mended = policy
        for position in policy.people.indices where isBroken("people[\(position)]") {
            let department = mended.people[position].person.responsible
            mended.people[position].person.company = "?"
            mended.people[position].person.identityChecked = "?"
            mended.people[position].person.briefed = CivilDate(day: 0)
            mended.people[position].person.responsible =
                department ?? policy.departments.first?.id ?? .unread
        }
        for (position, row) in policy.appointments.enumerated()
        where isBroken("appointments[\(position)]") {
            let offices: [(Office, DepartmentID?)] =
                [(.informationOfficer, nil)] + policy.departments.map { (.sectionHead, $0.id) }
            for (office, department) in offices {
                mended.appointments.append(
                    Appointment(
                        office: office,
                        person: row.person,
                        department: department,
                        validity: Validity()
                    )
                )
            }
        }
        return mended
    }

    private func isBroken(_ row: String) -> Bool { reading.isBroken(path(row)) }

    /// Whether a fault is of the policy itself, not of what it was mended with.
    private func isOf(_ policy: Policy, _ fault: PolicyFault) -> Bool {
        if fault.path.hasSuffix("].responsible"), fault.path.hasPrefix("people["),
            isBroken(String(fault.path.dropLast(".responsible".count)))
        {
            return false
        }
        guard fault.path.hasPrefix("appointments["),
            let position = Int(fault.path.dropFirst(13).prefix { $0 != "]" })
        else { return true }
        return position < policy.appointments.count
    }
}
