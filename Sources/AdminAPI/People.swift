// SPDX-License-Identifier: Apache-2.0

/// A person, as a row of the policy document.
public struct PersonRow: Codable, Sendable, Hashable {
    /// The person's number.
    public var id: String
    /// The name.
    public var name: String
    /// The name's reading.
    public var kana: String?
    /// The department of a member of staff.
    public var department: String?
    /// From when, a date or a time with its offset.
    public var from: String?
    /// Until when; a date is inside.
    public var until: String?
    /// Whether all rights rest.
    public var suspended: Bool?
    /// An outsider's company.
    public var company: String?
    /// The kind of document by which an outsider's identity was checked.
    public var identityChecked: String?
    /// When an outsider was briefed.
    public var briefed: String?
    /// The contract under which an outsider works.
    public var contract: String?
    /// The department responsible for an outsider.
    public var responsible: String?
    /// The badges; in a request, badges to be added.
    public var badges: [BadgeRow]?
    /// In a request, the PIN to be set; never in a reply.
    public var pin: String?
    /// In a request, the duress PIN to be set; never in a reply.
    public var duressPin: String?

    /// Puts it together.
    public init(
        id: String,
        name: String,
        kana: String? = nil,
        department: String? = nil,
        from: String? = nil,
        until: String? = nil,
        suspended: Bool? = nil,
        company: String? = nil,
        identityChecked: String? = nil,
        briefed: String? = nil,
        contract: String? = nil,
        responsible: String? = nil,
        badges: [BadgeRow]? = nil,
        pin: String? = nil,
        duressPin: String? = nil
    ) {
        self.id = id
        self.name = name
        self.kana = kana
        self.department = department
        self.from = from
        self.until = until
        self.suspended = suspended
        self.company = company
        self.identityChecked = identityChecked
        self.briefed = briefed
        self.contract = contract
        self.responsible = responsible
        self.badges = badges
        self.pin = pin
        self.duressPin = duressPin
    }
}

/// A badge, as the policy document lists it.
public struct BadgeRow: Codable, Sendable, Hashable {
    /// The number, or its fingerprint (`fp:…`); replies give the fingerprint only.
    public var number: String
    /// `staff` or `visitor`; `staff` unless said.
    public var kind: String?
    /// `active`, `suspended`, `lost` or `returned`; `active` unless said.
    public var status: String?
    /// What is printed on it.
    public var label: String?
    /// `number`, `felica` or `type-a`, where the reading must match it.
    public var technology: String?
    /// The FeliCa system code, four hexadecimal digits, where the reading must match it.
    public var systemCode: String?
    /// What a reading of it must prove, `identifier` or `authenticated`; `identifier` unless said.
    public var assurance: String?

    /// Puts it together.
    public init(
        number: String,
        kind: String? = nil,
        status: String? = nil,
        label: String? = nil,
        technology: String? = nil,
        systemCode: String? = nil,
        assurance: String? = nil
    ) {
        self.number = number
        self.kind = kind
        self.status = status
        self.label = label
        self.technology = technology
        self.systemCode = systemCode
        self.assurance = assurance
    }
}

/// A person, with what stands beside the row.
public struct PersonReply: Codable, Sendable, Hashable {
    /// The row, without PINs.
    public var row: PersonRow
    /// The row's entity tag, for `If-Match`.
    public var tag: String
    /// Whether a PIN is set.
    public var hasPin: Bool?
    /// Whether the PIN is locked now.
    public var isPinLocked: Bool?
    /// Where the person goes next.
    public var pending: PendingMoveReply?

    /// Puts it together.
    public init(
        row: PersonRow,
        tag: String,
        hasPin: Bool? = nil,
        isPinLocked: Bool? = nil,
        pending: PendingMoveReply? = nil
    ) {
        self.row = row
        self.tag = tag
        self.hasPin = hasPin
        self.isPinLocked = isPinLocked
        self.pending = pending
    }
}

/// A transfer that is to come.
public struct PendingMoveReply: Codable, Sendable, Hashable {
    /// From when.
    public var effective: String
    /// Where to; missing for who leaves.
    public var department: String?

    /// Puts it together.
    public init(effective: String, department: String? = nil) {
        self.effective = effective
        self.department = department
    }
}

/// Sets a person's PIN.
public struct PINRequest: Codable, Sendable, Hashable {
    /// The PIN, 4 to 16 digits.
    public var pin: String
    /// The PIN that opens and raises the silent alarm.
    public var duressPin: String?
    /// Why.
    public var reason: String?

    /// Puts it together.
    public init(pin: String, duressPin: String? = nil, reason: String? = nil) {
        self.pin = pin
        self.duressPin = duressPin
        self.reason = reason
    }
}

/// Transfers a person to another department.
public struct TransferRequest: Codable, Sendable, Hashable {
    /// Where to.
    public var department: String
    /// Why.
    public var reason: String?

    /// Puts it together.
    public init(department: String, reason: String? = nil) {
        self.department = department
        self.reason = reason
    }
}
