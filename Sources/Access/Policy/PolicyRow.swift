// SPDX-License-Identifier: Apache-2.0

/// A row of a policy as keys and written values, for comparing.
struct PolicyRow {
    /// What tells it from other rows of its kind.
    let id: String
    private let values: [(key: String, value: String?)]
    /// What stands behind masked values: compared, never shown (L10).
    private let masked: [String: AnyHashable]

    init(
        _ id: String,
        _ values: [(key: String, value: String?)],
        masked: [String: AnyHashable] = [:]
    ) {
        self.id = id
        self.values = values
        self.masked = masked
    }

    /// The row as one text, the same for the same row: what a tag is made of.
    ///
    /// Badges and PINs must be fingerprints: what is masked tells nothing apart.
    var text: String {
        values.reduce("\(id.utf8.count):\(id)") { text, value in
            text + "\n\(value.key)=" + (value.value.map { "\($0.utf8.count):\($0)" } ?? "")
        }
    }

    /// What the row says, as people read it, without empty lists and what is masked (L10); `nil` where that is nothing.
    var written: String? {
        let told = values.compactMap { key, value -> String? in
            guard let value, value != "[]", masked[key] == nil else { return nil }
            return "\(key): \(value)"
        }
        return told.isEmpty ? nil : told.joined(separator: "; ")
    }

    /// The values in which another row with the same id differs.
    func changes(to other: PolicyRow) -> [PolicyDifference.Field] {
        zip(values, other.values).compactMap { old, new in
            old.value == new.value && masked[old.key] == other.masked[new.key]
                ? nil : PolicyDifference.Field(key: old.key, old: old.value, new: new.value)
        }
    }
}

extension Policy {
    /// The rows of a kind.
    func rows(of kind: PolicyDifference.Kind) -> [PolicyRow] {
        switch kind {
        case .room: rooms.map(PolicyRow.init)
        case .department: departments.map(PolicyRow.init)
        case .person: people.map(PolicyRow.init)
        case .appointment: numbered(appointments)
        case .holiday: holidays.sorted().map(PolicyRow.init)
        case .designation: designations.map(PolicyRow.init)
        case .visit: visits.map(PolicyRow.init)
        }
    }

    /// Appointments have no id: office, section and person tell them apart, then their number in order of time.
    private func numbered(_ appointments: [Appointment]) -> [PolicyRow] {
        var count: [String: Int] = [:]
        let inTime = appointments.sorted {
            ($0.validity.from?.instant.milliseconds ?? .min)
                < ($1.validity.from?.instant.milliseconds ?? .min)
        }
        return inTime.map { appointment in
            let name = [
                appointment.office.rawValue, appointment.department?.text, appointment.person.text,
            ]
            .compactMap { $0 }.joined(separator: " ")
            count[name, default: 0] += 1
            let number = count[name] ?? 1
            return PolicyRow(appointment, id: number == 1 ? name : "\(name) #\(number)")
        }
    }
}
