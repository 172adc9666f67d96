// SPDX-License-Identifier: Apache-2.0
import Access

extension Counter {
    /// The rows that the tests put behind the admin API.
    struct Rows: Sendable {
        var people: [PersonStatus] = []
        var badges: [BadgeStatus] = []
        var designations: [DesignationStatus] = []
        var visits: [VisitStatus] = []
        var departments: [Department] = []
        var rooms: [Room] = []
        var lockdowns: [Lockdown] = []
        var items: [NotedItems] = []
        var incident: Incident?
        var effects = TransferEffects()
        var explanation: Explanation?
        var endings: [Review.Ending] = []
        var issued: [IssuedToken] = []
    }

    private func rows<Value: Sendable>(_ value: (Rows) -> Value) throws(LedgerFault) -> Value {
        try read { value($0.rows) }
    }

    func people(_ query: PeopleQuery) async throws(LedgerFault) -> Page<PersonStatus> {
        try rows { rows in
            Page(
                items: rows.people.filter { row in
                    (query.ids.isEmpty || query.ids.contains(row.entry.person.id))
                        && query.text.map { row.entry.person.name.contains($0) } != false
                },
                next: query.after == nil ? "100123" : nil
            )
        }
    }

    func person(_ id: PersonID) async throws(LedgerFault) -> PersonStatus? {
        try rows { $0.people.first }
    }

    func badges(_ query: BadgeQuery) async throws(LedgerFault) -> Page<BadgeStatus> {
        try rows { Page(items: $0.badges) }
    }

    func badge(_ token: Badge.Token) async throws(LedgerFault) -> BadgeStatus? {
        try rows { $0.badges.first }
    }

    func designations(
        _ query: DesignationQuery
    ) async throws(LedgerFault) -> Page<DesignationStatus> {
        try rows { Page(items: $0.designations) }
    }

    func designation(_ id: DesignationID) async throws(LedgerFault) -> DesignationStatus? {
        try rows { $0.designations.first { $0.row.id == id } ?? $0.designations.first }
    }

    func visits(_ query: VisitQuery) async throws(LedgerFault) -> Page<VisitStatus> {
        try rows { Page(items: $0.visits) }
    }

    func visit(_ id: VisitID) async throws(LedgerFault) -> VisitStatus? {
        try rows { $0.visits.first }
    }

    func departments() async throws(LedgerFault) -> [Department] { try rows(\.departments) }

    func department(
        _ id: DepartmentID
    ) async throws(LedgerFault) -> (department: Department, tag: RowTag)? {
        try rows { $0.departments.first.map { ($0, RowTag("7")) } }
    }

    func rooms() async throws(LedgerFault) -> [Room] { try rows(\.rooms) }

    func appointments() async throws(LedgerFault) -> [Appointment] { try read(\.appointments) }

    func lockdowns() async throws(LedgerFault) -> [Lockdown] { try rows(\.lockdowns) }

    func items(_ query: ItemQuery) async throws(LedgerFault) -> Page<NotedItems> {
        try rows { Page(items: $0.items) }
    }

    func nextIDs(at moment: Moment) async throws(LedgerFault) -> NextIDs {
        try rows { _ in NextIDs(designation: "D-2026-002", visit: "A-2026-002") }
    }

    func endings(at moment: Moment) async throws(LedgerFault) -> [Review.Ending] {
        try rows(\.endings)
    }

    func review(at moment: Moment) async throws(LedgerFault) -> Review {
        try rows { rows in
            Review(
                at: moment.wall,
                expiring: rows.designations.map { Review.Expiring(designation: $0, within: 7) },
                overdue: rows.designations,
                formerOffices: rows.designations,
                unused: rows.badges
            )
        }
    }

    func incident(of badge: Badge.Token) async throws(LedgerFault) -> Incident? {
        try rows(\.incident)
    }

    func effects(of transfer: Transfer) async throws(LedgerFault) -> TransferEffects {
        try rows(\.effects)
    }

    func record(_ number: RecordNumber) async throws(LedgerFault) -> JournalLine? {
        try read { $0.journal.first { $0.number == number } }
    }

    func verification() async throws(LedgerFault) -> Verification {
        try read { Verification(records: $0.journal.count, head: 1, digest: "00") }
    }

    func explanation(
        of question: Question,
        by author: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> ExplanationOutcome {
        try rows { $0.explanation.map(ExplanationOutcome.explained) ?? .refused(.notAllowed) }
    }

    func tokens() async throws(LedgerFault) -> [IssuedToken] { try rows(\.issued) }

    func issued(_ token: Secret, at moment: Moment) async throws(LedgerFault) -> IssuedToken? {
        try rows { $0.issued.first }
    }
}
