// SPDX-License-Identifier: Apache-2.0

/// The paths of the admin API; the version stands in each, from the start.
///
/// `{name}` stands for one thing's name; ``filled(_:_:)`` puts it in.
public enum APIPath {
    /// The version of all that is under it: what it says may grow, never change.
    public static let version = "v1"

    // MARK: The bearer and the board

    /// Exchanges the claim for the first token.
    public static let claim = "/v1/claim"
    /// Who the bearer is, with the offices held now.
    public static let me = "/v1/me"
    /// The ids that the next papers may have.
    public static let nextIDs = "/v1/next-ids"
    /// This interface, as an OpenAPI document.
    public static let openAPI = "/v1/openapi.json"
    /// How the board stands, in Prometheus' text format.
    public static let metrics = "/v1/metrics"
    /// How the board stands.
    public static let status = "/v1/status"
    /// The doors.
    public static let doors = "/v1/doors"
    /// One door.
    public static let door = "/v1/doors/{id}"
    /// Holds a door open.
    public static let doorHoldOpen = "/v1/doors/{id}/hold-open"
    /// Holds it open no more.
    public static let doorEndHoldOpen = "/v1/doors/{id}/end-hold-open"
    /// The alarms that stand.
    public static let alarms = "/v1/alarms"
    /// Takes note of an alarm.
    public static let alarmAcknowledge = "/v1/alarms/{alarm}/acknowledge"
    /// Who is inside.
    public static let presence = "/v1/presence"
    /// Says that somebody has left whom no exit reader saw.
    public static let presenceExit = "/v1/presence/{person}/exit"
    /// Lets a reader be paired.
    public static let readerPair = "/v1/readers/{id}/pair"

    // MARK: Rooms

    /// The rooms.
    public static let rooms = "/v1/rooms"
    /// One room.
    public static let room = "/v1/rooms/{id}"
    /// Locks a room down.
    public static let roomLockdown = "/v1/rooms/{id}/lockdown"
    /// Ends a room's lockdown.
    public static let roomEndLockdown = "/v1/rooms/{id}/end-lockdown"
    /// Passes the visitors in a room to another escort.
    public static let roomHandover = "/v1/rooms/{id}/handover"
    /// The lockdowns that stand; several rooms are locked down here at once.
    public static let lockdowns = "/v1/lockdowns"
    /// Ends the lockdown of several rooms at once.
    public static let lockdownsEnd = "/v1/lockdowns/end"

    // MARK: People and badges

    /// The people.
    public static let people = "/v1/people"
    /// One person.
    public static let person = "/v1/people/{id}"
    /// Suspends a person.
    public static let personSuspend = "/v1/people/{id}/suspend"
    /// Ends a person's suspension.
    public static let personResume = "/v1/people/{id}/resume"
    /// Transfers a person.
    public static let personTransfer = "/v1/people/{id}/transfer"
    /// Ends the lock on a person's PIN.
    public static let personClearPINLock = "/v1/people/{id}/clear-pin-lock"
    /// Sets a person's PIN.
    public static let personPIN = "/v1/people/{id}/pin"
    /// Transfers of many people at once (人事異動).
    public static let transfers = "/v1/transfers"
    /// The badges; a badge is given out here.
    public static let badges = "/v1/badges"
    /// One badge, by its fingerprint.
    public static let badge = "/v1/badges/{fingerprint}"
    /// Reports a badge lost.
    public static let badgeLost = "/v1/badges/{fingerprint}/lost"
    /// Suspends a badge.
    public static let badgeSuspend = "/v1/badges/{fingerprint}/suspend"
    /// Ends a badge's suspension.
    public static let badgeResume = "/v1/badges/{fingerprint}/resume"
    /// Takes a badge back.
    public static let badgeReturn = "/v1/badges/{fingerprint}/return"
    /// The facts for a badge's incident report (R26).
    public static let badgeIncident = "/v1/badges/{fingerprint}/incident"
    /// The next badge at a reader.
    public static let badgeReads = "/v1/badge-reads"
    /// Writes and locks a new card.
    public static let badgeIssues = "/v1/badge-issues"
    /// The departments.
    public static let departments = "/v1/departments"
    /// One department.
    public static let department = "/v1/departments/{id}"
    /// Who holds which office.
    public static let appointments = "/v1/appointments"

    // MARK: Rights

    /// The designations.
    public static let designations = "/v1/designations"
    /// One designation.
    public static let designation = "/v1/designations/{id}"
    /// Signs a designation.
    public static let designationSign = "/v1/designations/{id}/sign"
    /// Revokes a designation.
    public static let designationRevoke = "/v1/designations/{id}/revoke"
    /// Confirms a designation at the review (R18).
    public static let designationConfirm = "/v1/designations/{id}/confirm"
    /// The visits; a visit is approved here.
    public static let visits = "/v1/visits"
    /// Asks for a visit's approval.
    public static let visitRequests = "/v1/visit-requests"
    /// One visit.
    public static let visit = "/v1/visits/{id}"
    /// Approves a visit that was asked for.
    public static let visitApprove = "/v1/visits/{id}/approve"
    /// Refuses a visit that was asked for.
    public static let visitRefuse = "/v1/visits/{id}/refuse"
    /// Withdraws a visit's approval.
    public static let visitWithdraw = "/v1/visits/{id}/withdraw"
    /// Closes a visit.
    public static let visitClose = "/v1/visits/{id}/close"
    /// Notes what is carried in and out on a visit (R25).
    public static let visitItems = "/v1/visits/{id}/items"
    /// What was carried in and out (R25).
    public static let items = "/v1/items"
    /// What is due for review (R18).
    public static let reviews = "/v1/reviews"
    /// Why something was refused, or would be.
    public static let explanations = "/v1/explanations"

    // MARK: The record

    /// Pages of the journal.
    public static let journal = "/v1/journal"
    /// One record.
    public static let journalRecord = "/v1/journal/{number}"
    /// The journal as it grows, as server-sent events.
    public static let journalEvents = "/v1/journal/events"
    /// Whether the chain of records is whole.
    public static let journalVerification = "/v1/journal/verification"
    /// The journal and the doors as they change, as server-sent events.
    public static let events = "/v1/events"

    // MARK: Policy, tokens, orders

    /// The policy document.
    public static let policy = "/v1/policy"
    /// What a policy document would change.
    public static let policyDiff = "/v1/policy/diff"
    /// Every parameter of every room, with its article (R29).
    public static let policyParameters = "/v1/policy/parameters"
    /// The tokens.
    public static let tokens = "/v1/tokens"
    /// One token.
    public static let token = "/v1/tokens/{number}"
    /// Orders, by their verb.
    public static let orders = "/v1/orders"

    /// A path with names in the place of its parameters, in order, escaped as a path needs it.
    public static func filled(_ path: String, _ names: String...) -> String {
        var rest = names[...]
        return path.split(separator: "/").map { step in
            guard step.hasPrefix("{"), let name = rest.popFirst() else { return "/" + step }
            return "/" + escaped(name)
        }.joined()
    }

    private static func escaped(_ name: String) -> String {
        name.utf8.map { byte in
            let isPlain =
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                    UInt8(ascii: "~"):
                    true
                // A name of dots only would be taken for a step upwards.
                case UInt8(ascii: "."): name.contains { $0 != "." }
                default: false
                }
            guard !isPlain else { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" + digits : digits)
        }.joined()
    }
}
