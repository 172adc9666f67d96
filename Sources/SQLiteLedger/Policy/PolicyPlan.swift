// SPDX-License-Identifier: Apache-2.0
internal import Access

/// All that has to be written to put another policy into force.
///
/// It is made from a snapshot, so that the door never waits for the comparison, and holds for that revision only.
struct PolicyPlan: Sendable {
    /// The revision on which it builds.
    let revision: Int64
    /// The small tables; `nil` where nothing changes.
    let rooms: [Room]?
    let departments: [Department]?
    let appointments: [Appointment]?
    let holidays: Set<CivilDate>?
    /// The large tables, by the rows that change.
    let people: RowEdits<PersonEntry, PersonID>
    let designations: RowEdits<Designation, DesignationID>
    let visits: RowEdits<VisitApproval, VisitID>
    /// The digests of badges that are written.
    let digests: [Fingerprint: BadgeDigest]
    /// What is kept of PINs that are written.
    private(set) var derived: [Fingerprint: String]
    /// The digits of the others.
    private let digits: [Fingerprint: Secret]
    /// What changes, for the journal; `nil` where it is too much to be recorded one by one.
    let differences: [PolicyDifference]?
    /// How much changes, in one line.
    let summary: String

    /// The most changes that are recorded one by one.
    static let mostRecords = 500

    /// Plans the way from the policy in force to another.
    init(from old: Policy, revision: Int64, to new: ResolvedPolicy) {
        let policy = new.policy
        self.revision = revision
        rooms = old.rooms == policy.rooms ? nil : policy.rooms
        departments = old.departments == policy.departments ? nil : policy.departments
        appointments = old.appointments == policy.appointments ? nil : policy.appointments
        holidays = old.holidays == policy.holidays ? nil : policy.holidays
        people = RowEdits(from: old.people, to: policy.people, by: \.person.id)
        designations = RowEdits(from: old.designations, to: policy.designations, by: \.id)
        visits = RowEdits(from: old.visits, to: policy.visits, by: \.id)

        let pins = people.written.flatMap { [$0.pin, $0.duressPIN] }.compactMap(\.?.fingerprint)
        let badges = people.written.flatMap(\.badges).compactMap(\.token.fingerprint)
        digests = Dictionary(badges.compactMap { badge in new.digests[badge].map { (badge, $0) } })
        { first, _ in first }
        derived = Dictionary(pins.compactMap { pin in new.derived[pin].map { (pin, $0) } }) {
            first,
            _ in first
        }
        digits = Dictionary(pins.compactMap { pin in new.digits[pin].map { (pin, $0) } }) {
            first,
            _ in first
        }

        let large = [
            people.written.count, people.removed.count, designations.written.count,
            designations.removed.count, visits.written.count, visits.removed.count,
        ].reduce(0, +)
        let all = large > Self.mostRecords ? nil : old.differences(to: policy)
        differences = all.flatMap { $0.count > Self.mostRecords ? nil : $0 }
        summary =
            "people: \(people.written.count) written, \(people.removed.count) removed; "
            + "designations: \(designations.written.count) written, "
            + "\(designations.removed.count) revoked; visits: \(visits.written.count) written, "
            + "\(visits.removed.count) withdrawn"
    }

    /// What a right says that is new or changed.
    func recordText(of difference: PolicyDifference) -> String? {
        switch difference.kind {
        case .designation: designations.written.first { $0.id.text == difference.id }?.recordText
        case .visit: visits.written.first { $0.id.text == difference.id }?.recordText
        default: nil
        }
    }

    /// Derives what is to be kept of new PINs; it takes a while by design.
    mutating func derivePINs(keys: DeviceKeys, cost: PINCost) throws(LedgerFault) {
        for (fingerprint, secret) in digits {
            derived[fingerprint] = try DerivedPIN(secret, keys: keys, cost: cost).text
        }
    }
}

extension Badge.Token {
    /// The fingerprint of a badge that was resolved.
    var fingerprint: Fingerprint? {
        if case .fingerprint(let fingerprint) = self { fingerprint } else { nil }
    }
}

extension PINToken {
    /// The fingerprint of a PIN that was resolved.
    var fingerprint: Fingerprint? {
        if case .fingerprint(let fingerprint) = self { fingerprint } else { nil }
    }
}
