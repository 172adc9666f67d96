// SPDX-License-Identifier: Apache-2.0

/// The number of a record in the board's journal, from 1 without gaps.
public typealias RecordNumber = Int64

/// What a record is about (DESIGN §7).
///
/// The raw values are stable.
public enum RecordKind: String, Sendable, CaseIterable {
    /// A grant, on disk before the release.
    case entry
    /// The door opened on a grant: presence begins.
    case entered
    /// The door did not open on a grant.
    case notEntered = "not-entered"
    /// Somebody left.
    case exit
    /// A refusal, with its reason.
    case denied
    /// A step of an escorted entry.
    case escortSession = "escort-session"
    /// Visitors passed to another escort.
    case handover
    /// A door opened, closed, stands open too long, or its exit button was pressed.
    case door
    /// An alarm began or ended.
    case alarm
    /// Somebody took note of an alarm.
    case acknowledged
    /// An order, with its verb and author.
    case order
    /// The wall clock stepped, or is believed again or no more.
    case clock
    /// A reader was lost, came back, or is not the one expected.
    case reader
    /// The service started or stopped.
    case system
    /// The journal's head, as it was kept elsewhere.
    case head
}

/// One record of the journal (記録) before it gets its number and its place in the chain.
public struct Record: Sendable, Hashable {
    /// What it is about.
    public var kind: RecordKind
    /// The door.
    public var door: DoorID?
    /// The room.
    public var room: RoomID?
    /// The reader or keypad.
    public var reader: ReaderID?
    /// Whom it is about: those who enter in their own right, the visitors, or who left.
    public var people: [PersonID] = []
    /// Who attends them.
    public var escort: PersonID?
    /// The approvals on which visitors enter, in the order of `people`.
    public var approvals: [VisitID] = []
    /// What the approvals rest on, in the same order (R12); a grant's alone.
    public var grounds: [VisitGround] = []
    /// The designation by which somebody enters.
    public var designation: DesignationID?
    /// Why not.
    public var reason: Reason?
    /// The badge.
    public var badge: Fingerprint?
    /// Who did it: an order's author.
    public var author: PersonID?
    /// An order's verb.
    public var verb: String?
    /// What an order is about.
    public var subject: String?
    /// What the row says that an order brings, as it was ordered.
    public var content: String?
    /// The alarm.
    public var alarm: Alarm?
    /// What became of it, in a word such as `opened`, `began` or `lost`.
    public var state: String?
    /// What was shown: `badge` or `badge+pin`.
    public var authentication: Authentication?
    /// Things an auditor should see at once.
    public var remarks: [Remark] = []
    /// The record of the grant or order that this one belongs to.
    public var of: RecordNumber?
    /// Free text: the reason of an order, the error of a device.
    public var text: String?

    /// A record of a kind.
    public init(_ kind: RecordKind) {
        self.kind = kind
    }
}

/// What an approval rests on, as it stands at the grant, whatever becomes of it later (28(3); R12).
public struct VisitGround: Sendable, Hashable {
    /// Who found the visit necessary.
    public var approver: PersonID
    /// On what basis, where that was somebody acting for the information officer (代決).
    public var basis: String?
    /// Why it is necessary.
    public var purpose: String

    /// Puts it together.
    public init(approver: PersonID, basis: String? = nil, purpose: String) {
        self.approver = approver
        self.basis = basis
        self.purpose = purpose
    }
}

/// Things in a record that an auditor should see at once.
///
/// The raw values are stable.
public enum Remark: String, Sendable, CaseIterable {
    /// Admitted as the information officer, by office.
    case officerExOfficio = "officer-ex-officio"
    /// The escort is who approved the visit.
    case approverEscorts = "approver-escorts"
    /// The badge was recorded inside already.
    case alreadyInside = "already-inside"
    /// Done for the information officer by who acts for the office (代決).
    case acting
    /// Judged by the latest instant known to have passed.
    case clockUntrusted = "clock-untrusted"
    /// The card made up its number for this time only.
    case randomBadge = "random-badge"
    /// Another device played a card.
    case emulatedBadge = "emulated-badge"
    /// The card failed to prove itself by the key that its number must have.
    case disprovedBadge = "disproved-badge"
    /// The badge is on record, but as one of another technology or system code.
    case otherTechnology = "other-technology"
    /// The card proved that it knows a key of its own.
    case authenticatedBadge = "authenticated-badge"
    /// The badge knows a key of its own, and the reading did not prove it.
    case notAuthenticated = "not-authenticated"
    /// Something was carried out without an approval (Article 21).
    case noItemApproval = "no-item-approval"
}

/// An alarm: a state with a beginning and an end (DESIGN §7).
///
/// The raw values are stable.
public enum Alarm: String, Sendable, CaseIterable {
    case doorForced = "door-forced"
    case doorHeldOpen = "door-held-open"
    case lockFault = "lock-fault"
    case visitorUnattended = "visitor-unattended"
    case overstay
    case duress
    case pinLocked = "pin-locked"
    case readerLost = "reader-lost"
    case tamper
    case fire
    case emergency
    case lockdown
    case holdOpen = "hold-open"
    case clockUntrusted = "clock-untrusted"
    case journalUnavailable = "journal-unavailable"
    case diskNearlyFull = "disk-nearly-full"
    case power

    /// Whether it lasts until somebody has acknowledged it, though its cause has ended.
    public var needsAcknowledgement: Bool { self == .doorForced || self == .duress }
}

/// An alarm that stands.
public struct ActiveAlarm: Sendable, Hashable {
    /// Which.
    public var alarm: Alarm
    /// What it is about: the alarm and this name it among several.
    public var about: About
    /// Since when.
    public var since: Timestamp
    /// Whether somebody has acknowledged it.
    public var isAcknowledged: Bool
    /// Whether its cause has ended.
    public var isOver: Bool

    /// Describes an alarm.
    public init(
        _ alarm: Alarm,
        about: About,
        since: Timestamp,
        isAcknowledged: Bool = false,
        isOver: Bool = false
    ) {
        self.alarm = alarm
        self.about = about
        self.since = since
        self.isAcknowledged = isAcknowledged
        self.isOver = isOver
    }

    /// What an alarm is about.
    public struct About: Sendable, Hashable {
        /// The door.
        public var door: DoorID?
        /// The room.
        public var room: RoomID?
        /// The person.
        public var person: PersonID?
        /// The reader or keypad.
        public var reader: ReaderID?

        /// The whole board, unless something is named.
        public init(
            door: DoorID? = nil,
            room: RoomID? = nil,
            person: PersonID? = nil,
            reader: ReaderID? = nil
        ) {
            self.door = door
            self.room = room
            self.person = person
            self.reader = reader
        }
    }
}
