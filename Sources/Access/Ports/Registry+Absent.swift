// SPDX-License-Identifier: Apache-2.0

extension Registry {
    /// A registry that keeps no people says so.
    public func people(_ query: PeopleQuery) async throws(LedgerFault) -> Page<PersonStatus> {
        throw LedgerFault("people: not kept here")
    }

    /// A registry that keeps no person says so.
    public func person(_ id: PersonID) async throws(LedgerFault) -> PersonStatus? {
        throw LedgerFault("a person: not kept here")
    }

    /// A registry that keeps no badges says so.
    public func badges(_ query: BadgeQuery) async throws(LedgerFault) -> Page<BadgeStatus> {
        throw LedgerFault("badges: not kept here")
    }

    /// A registry that keeps no badge says so.
    public func badge(_ token: Badge.Token) async throws(LedgerFault) -> BadgeStatus? {
        throw LedgerFault("a badge: not kept here")
    }

    /// A registry that keeps no designations says so.
    public func designations(_ query: DesignationQuery) async throws(LedgerFault) -> Page<
        DesignationStatus
    > {
        throw LedgerFault("designations: not kept here")
    }

    /// A registry that keeps no designation says so.
    public func designation(_ id: DesignationID) async throws(LedgerFault) -> DesignationStatus? {
        throw LedgerFault("a designation: not kept here")
    }

    /// A registry that keeps no visits says so.
    public func visits(_ query: VisitQuery) async throws(LedgerFault) -> Page<VisitStatus> {
        throw LedgerFault("visits: not kept here")
    }

    /// A registry that keeps no visit says so.
    public func visit(_ id: VisitID) async throws(LedgerFault) -> VisitStatus? {
        throw LedgerFault("a visit: not kept here")
    }

    /// A registry that keeps no departments says so.
    public func departments() async throws(LedgerFault) -> [Department] {
        throw LedgerFault("departments: not kept here")
    }

    /// A registry that keeps no department says so.
    public func department(_ id: DepartmentID) async throws(LedgerFault) -> (
        department: Department, tag: RowTag
    )? {
        throw LedgerFault("a department: not kept here")
    }

    /// A registry that keeps no rooms says so.
    public func rooms() async throws(LedgerFault) -> [Room] {
        throw LedgerFault("rooms: not kept here")
    }

    /// A registry that keeps no appointments says so.
    public func appointments() async throws(LedgerFault) -> [Appointment] {
        throw LedgerFault("appointments: not kept here")
    }

    /// A registry that keeps no lockdowns says so.
    public func lockdowns() async throws(LedgerFault) -> [Lockdown] {
        throw LedgerFault("lockdowns: not kept here")
    }

    /// A registry that keeps no items says so.
    public func items(_ query: ItemQuery) async throws(LedgerFault) -> Page<NotedItems> {
        throw LedgerFault("items: not kept here")
    }

    /// A registry that keeps no designations knows of no ids.
    public func nextIDs(at moment: Moment) async throws(LedgerFault) -> NextIDs {
        throw LedgerFault("ids: not kept here")
    }

    /// A registry that keeps no designations knows of no end.
    public func endings(at moment: Moment) async throws(LedgerFault) -> [Review.Ending] { [] }

    /// A registry that keeps no reviews says so.
    public func review(at moment: Moment) async throws(LedgerFault) -> Review {
        throw LedgerFault("reviews: not kept here")
    }

    /// A registry that keeps no incidents says so.
    public func incident(of badge: Badge.Token) async throws(LedgerFault) -> Incident? {
        throw LedgerFault("incidents: not kept here")
    }

    /// A registry that keeps no effects of transfers says so.
    public func effects(of transfer: Transfer) async throws(LedgerFault) -> TransferEffects {
        throw LedgerFault("effects of transfers: not kept here")
    }

    /// A registry that keeps no record says so.
    public func record(_ number: RecordNumber) async throws(LedgerFault) -> JournalLine? {
        throw LedgerFault("a record: not kept here")
    }

    /// A registry that keeps no verifications says so.
    public func verification() async throws(LedgerFault) -> Verification {
        throw LedgerFault("verifications: not kept here")
    }

    /// A registry that keeps no explanations says so.
    public func explanation(of question: Question, by author: PersonID, at moment: Moment)
        async throws(LedgerFault) -> ExplanationOutcome
    {
        throw LedgerFault("explanations: not kept here")
    }

    /// A registry that keeps no tokens says so.
    public func tokens() async throws(LedgerFault) -> [IssuedToken] {
        throw LedgerFault("tokens: not kept here")
    }
}

extension TokenKeeper {
    /// A keeper that lists no tokens says so.
    public func issued(_ token: Secret, at moment: Moment) async throws(LedgerFault) -> IssuedToken?
    {
        throw LedgerFault("tokens: not kept here")
    }
}
