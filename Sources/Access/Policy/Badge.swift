// SPDX-License-Identifier: Apache-2.0

/// What a person presents (証), as the policy lists it.
public struct Badge: Sendable, Hashable {
    /// The number, or the fingerprint of one that is already known.
    public var token: Token
    /// Whom it may be given to.
    public var kind: Kind
    /// Whether it is in use.
    public var status: Status
    /// What is printed on it, such as a visitor badge's number (R32).
    public var label: String?
    /// By which technology alone it is read; `nil`: by any.
    public var technology: Technology?
    /// Under which FeliCa system code alone it is read; `nil`: under any.
    public var systemCode: UInt16?
    /// What a reading of it must prove; `nil`: whatever it proves will do.
    ///
    /// A badge that knows a key of its own and does not prove it is a copy of its number.
    public var assurance: Assurance?

    /// Describes a badge.
    public init(
        token: Token,
        kind: Kind = .staff,
        status: Status = .active,
        label: String? = nil,
        technology: Technology? = nil,
        systemCode: UInt16? = nil,
        assurance: Assurance? = nil
    ) {
        self.token = token
        self.kind = kind
        self.status = status
        self.label = label
        self.technology = technology
        self.systemCode = systemCode
        self.assurance = assurance
    }

    /// The technologies by which a badge may be said to be read; type B is no identifier.
    public enum Technology: String, Sendable, CaseIterable {
        /// A reader that gives a number and says nothing of the card.
        case number
        /// FeliCa.
        case feliCa = "felica"
        /// ISO/IEC 14443 type A.
        case typeA = "type-a"
    }

    /// How a document names a badge.
    public enum Token: Sendable, Hashable {
        /// By what a reader reads.
        case number(BadgeNumber)
        /// By the fingerprint that an export shows.
        case fingerprint(Fingerprint)
    }

    /// Whom a badge may be given to.
    public enum Kind: String, Sendable, CaseIterable {
        /// A member of staff.
        case staff
        /// A visitor, on loan.
        case visitor
    }

    /// Whether a badge is in use.
    public enum Status: String, Sendable, CaseIterable {
        /// In use.
        case active
        /// At rest for a while.
        case suspended
        /// Reported lost (Article 22).
        case lost
        /// Given back.
        case returned
    }
}

extension Badge {
    /// Whether its number, as far as it is written here, is one that does not last: random, or played by a device.
    public var isPassing: Bool {
        guard case .number(let number) = token else { return false }
        return switch technology {
        case .feliCa?: number.isEmulatedIDm
        case .typeA?: number.isRandomUID
        case .number?, nil: false
        }
    }

    /// A FeliCa system code as documents write it: four hexadecimal digits.
    public static func text(ofSystemCode code: UInt16) -> String {
        let digits = String(code, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// Reads a FeliCa system code.
    ///
    /// - Returns: `nil` for anything but four hexadecimal digits.
    public static func systemCode(_ written: String) -> UInt16? {
        guard written.count == 4, written.allSatisfy(\.isHexDigit) else { return nil }
        return UInt16(written, radix: 16)
    }
}

extension BadgeTechnology {
    /// Whether a badge that is said to be of a technology and system code can have been read so.
    public func serves(_ technology: Badge.Technology?, systemCode: UInt16?) -> Bool {
        let isOfKind =
            switch (technology, self) {
            case (nil, _), (.number?, .number), (.feliCa?, .feliCa), (.typeA?, .typeA): true
            default: false
            }
        guard isOfKind, let systemCode else { return isOfKind }
        if case .feliCa(let code) = self { return code == systemCode }
        return false
    }
}
