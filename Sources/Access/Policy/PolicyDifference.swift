// SPDX-License-Identifier: Apache-2.0

/// One row in which two policies differ.
public struct PolicyDifference: Sendable, Hashable {
    /// What kind of row it is.
    public let kind: Kind
    /// Which one; for an appointment its office, section and person.
    public let id: String
    /// What became of it.
    public let change: Change

    /// Describes a difference.
    public init(kind: Kind, id: String, change: Change) {
        self.kind = kind
        self.id = id
        self.change = change
    }

    /// The kinds of rows, in the order of the document.
    public enum Kind: String, Sendable, CaseIterable {
        /// As the document lists them.
        case room, department, person, appointment, holiday, designation, visit

        /// What people at the city call it.
        public var japanese: String {
            switch self {
            case .room: "室"
            case .department: "課等"
            case .person: "人"
            case .appointment: "職"
            case .holiday: "休日"
            case .designation: "指定"
            case .visit: "立入承認"
            }
        }
    }

    /// What became of a row.
    public enum Change: Sendable, Hashable {
        /// It is new.
        case added
        /// It is gone.
        case removed
        /// It has other values.
        case changed([Field])
    }

    /// A value of a row, before and after.
    public struct Field: Sendable, Hashable {
        /// The document's key.
        public let key: String
        /// What it said; `nil`: nothing.
        public let old: String?
        /// What it says; `nil`: nothing.
        public let new: String?

        /// Describes a changed value.
        public init(key: String, old: String?, new: String?) {
            self.key = key
            self.old = old
            self.new = new
        }
    }

    /// One line in English, in which badges and PINs are fingerprints only (L10).
    public var english: String {
        switch change {
        case .added: "+ \(kind.rawValue) \(id)"
        case .removed: "- \(kind.rawValue) \(id)"
        case .changed(let fields): "~ \(kind.rawValue) \(id): \(list(fields, nothing: "nothing"))"
        }
    }

    /// One line in Japanese, in which badges and PINs are fingerprints only (L10).
    public var japanese: String {
        switch change {
        case .added: "＋ \(kind.japanese) \(id)"
        case .removed: "－ \(kind.japanese) \(id)"
        case .changed(let fields): "～ \(kind.japanese) \(id)：\(list(fields, nothing: "なし"))"
        }
    }

    private func list(_ fields: [Field], nothing: String) -> String {
        fields.map { "\($0.key) \($0.old ?? nothing) → \($0.new ?? nothing)" }
            .joined(separator: "; ")
    }
}

extension Policy {
    /// What has to change in this policy to make another one of it, in the order of the document.
    public func differences(to new: Policy) -> [PolicyDifference] {
        PolicyDifference.Kind.allCases.flatMap { kind in
            differences(from: rows(of: kind), to: new.rows(of: kind), kind: kind)
        }
    }

    private func differences(
        from old: [PolicyRow],
        to new: [PolicyRow],
        kind: PolicyDifference.Kind
    ) -> [PolicyDifference] {
        let before = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
        let after = Set(new.map(\.id))
        let removed = old.filter { !after.contains($0.id) }.map {
            PolicyDifference(kind: kind, id: $0.id, change: .removed)
        }
        return removed
            + new.compactMap { row in
                guard let earlier = before[row.id] else {
                    return PolicyDifference(kind: kind, id: row.id, change: .added)
                }
                let fields = earlier.changes(to: row)
                guard !fields.isEmpty else { return nil }
                return PolicyDifference(kind: kind, id: row.id, change: .changed(fields))
            }
    }
}
