// SPDX-License-Identifier: Apache-2.0

/// A row as one text, the same for the same row wherever and whenever it is asked for: what a ``RowTag`` is made of.
///
/// Badges and PINs must be fingerprints: what is masked tells nothing apart.
extension PersonEntry {
    /// The row as one text.
    public var canonicalText: String { PolicyRow(self).text }
}

extension Department {
    /// The row as one text.
    public var canonicalText: String { PolicyRow(self).text }
}

extension Designation {
    /// The row as one text.
    public var canonicalText: String { PolicyRow(self).text }
}

extension VisitApproval {
    /// The row as one text.
    public var canonicalText: String { PolicyRow(self).text }
}

extension Appointment {
    /// The row as one text.
    public var canonicalText: String {
        let name = [office.rawValue, department?.text, person.text].compactMap { $0 }
        return PolicyRow(self, id: name.joined(separator: " ")).text
    }
}

// MARK: What a record says of a row that an order brings

extension PersonEntry {
    /// What the row says, without badges and PINs.
    public var recordText: String? {
        PolicyRow(self).written
    }
}

extension Department {
    /// What the row says.
    public var recordText: String? { PolicyRow(self).written }
}

extension Designation {
    /// What the row says.
    public var recordText: String? { PolicyRow(self).written }
}

extension VisitApproval {
    /// What the row says.
    public var recordText: String? { PolicyRow(self).written }
}

extension VisitRequest {
    /// What the row says.
    public var recordText: String? { PolicyRow(self).written }
}

extension Appointment {
    /// What the row says.
    public var recordText: String? { PolicyRow(self, id: "").written }
}

extension Policy {
    /// All rows as one text, in the order of the document.
    public var canonicalText: String {
        PolicyDifference.Kind.allCases.flatMap { kind in
            rows(of: kind).map { "\(kind.rawValue) \($0.text)" }
        }.joined(separator: "\n\n")
    }
}
