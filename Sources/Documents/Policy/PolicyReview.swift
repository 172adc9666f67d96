// SPDX-License-Identifier: Apache-2.0
internal import Access

/// Notes what a policy that could be read must not say, at the places where it says so.
///
/// A row with a mistake brings no second mistake upon the rows that name it.
struct PolicyReview {
    let reading: Reading
    /// Where the policy stands in its document: empty, or the key that holds it.
    let prefix: String

    func judge(_ policy: Policy) {
        guard sectionsAreRead else { return }
        var faults = policy.faults()
        let broken = brokenRows.union(faults.filter { !$0.isWarning }.compactMap { $0.path.row })
        if !broken.isEmpty {
            faults = withoutConsequences(mended(policy, broken).faults(), of: broken)
                .filter { isOf(policy, $0, broken) }
        }
        for fault in faults { note(fault, at: path(fault.path)) }
    }

    /// Notes faults of a row that stands alone.
    func note(_ faults: [PolicyFault]) {
        for fault in faults { note(fault, at: fault.path) }
    }

    private func note(_ fault: PolicyFault, at path: String) {
        guard !reading.isFull, !reading.touches(path) else { return }
        reading.note(
            fault.isWarning ? .warning : .content,
            at: path,
            Wording(fault.english, fault.japanese)
        )
    }

    private func path(_ path: String) -> String { prefix.isEmpty ? path : "\(prefix).\(path)" }

    // MARK: Rows with mistakes

    /// The paths of mistakes within the policy.
    private var ownPaths: [String] {
        reading.mistakes.map(\.path).filter { $0 == prefix || $0.isUnder(prefix) }
            .map { String($0.dropFirst(prefix.isEmpty ? 0 : prefix.count + 1)) }
    }

    /// Whether every section is a list and no section has another's name; else all that refers to it would seem wrong.
    private var sectionsAreRead: Bool {
        ownPaths.allSatisfy { $0.contains { $0 == "." || $0 == "[" } }
    }

    private var brokenRows: Set<String> { Set(ownPaths.compactMap(\.row)) }

    /// The policy, in which rows with mistakes have what other rows may ask of them.
    private func mended(_ policy: Policy, _ broken: Set<String>) -> Policy {
        var mended = policy
        for position in policy.people.indices where broken.contains("people[\(position)]") {
            var person = mended.people[position].person
            person.company = person.company ?? "?"
            person.identityChecked = person.identityChecked ?? "?"
            person.briefed = person.briefed ?? CivilDate(day: 0)
            person.responsible = person.responsible ?? policy.departments.first?.id ?? .unread
            mended.people[position].person = person
        }
        for (position, row) in policy.appointments.enumerated()
        where broken.contains("appointments[\(position)]") {
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

    /// Whether a fault is of the policy itself, not of what it was mended with.
    private func isOf(_ policy: Policy, _ fault: PolicyFault, _ broken: Set<String>) -> Bool {
        guard let row = fault.path.row, broken.contains(row), let position = row.position else {
            return fault.path.row?.hasPrefix("appointments[") != true
                || (fault.path.row?.position ?? 0) < policy.appointments.count
        }
        let isMended = fault.path == row + ".responsible"
        guard row.hasPrefix("people["), isMended else { return true }
        return policy.people[position].person.responsible != nil
    }

    /// Faults, without those that rows with mistakes explain.
    private func withoutConsequences(_ faults: [PolicyFault], of broken: Set<String>)
        -> [PolicyFault]
    {
        let officesAreUnclear = faults.contains {
            $0.path.hasPrefix("appointments[") && $0.path.hasSuffix(".person")
        }
        let sectionsAreUnclear = (faults.map(\.path) + ownPaths).contains {
            $0.hasPrefix("rooms[") && $0.contains(".competentSections[")
        }
        var unread: [String: Int] = [:]
        for path in Set(ownPaths)
        where path.row == path || path.hasSuffix("].id") {
            unread[path.section, default: 0] += 1
        }
        let missing = Dictionary(grouping: Set(faults.compactMap(\.missing)), by: \.section)
        return faults.filter { fault in
            switch fault.topic {
            case .office?: !officesAreUnclear && !(fault.isWarning && sectionsAreUnclear)
            case .reference(let section, _)?:
                (missing[section]?.count ?? 0) > (unread[section] ?? 0)
            case nil: true
            }
        }
    }
}

/// An id that nothing bears, and the section where it was looked for.
private struct Missing: Hashable {
    let section: String
    let id: String
}

extension PolicyFault {
    fileprivate var missing: Missing? {
        guard case .reference(let section, let id)? = topic else { return nil }
        return Missing(section: section, id: id)
    }
}

extension String {
    /// The section that a path lies in: `people`.
    fileprivate var section: String { String(prefix { $0 != "[" && $0 != "." }) }

    /// The row that a path lies in: `people[3]`.
    fileprivate var row: String? {
        guard let end = firstIndex(of: "]") else { return nil }
        return String(self[...end])
    }

    /// The number of a row.
    fileprivate var position: Int? { Int(dropFirst(section.count + 1).dropLast()) }
}
