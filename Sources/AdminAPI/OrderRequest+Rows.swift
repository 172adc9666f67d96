// SPDX-License-Identifier: Apache-2.0

extension OrderRequest {
    /// What was carried in and out, and by whom or on which visit.
    public struct NoteItems: Codable, Sendable, Hashable {
        /// On which visit.
        public var visit: String?
        /// By whom, where it was no visit.
        public var person: String?
        /// Into or out of which room, where it was no visit.
        public var room: String?
        /// What was carried in.
        public var carriedIn: [String]?
        /// What was carried out.
        public var carriedOut: [String]?
        /// The number of the approval under which it was carried out.
        public var approval: String?

        /// Notes nothing yet.
        public init(visit: String? = nil) {
            self.visit = visit
        }
    }

    /// Which badge is given to whom.
    public struct IssueBadge: Codable, Sendable, Hashable {
        /// Whose it will be.
        public var person: String
        /// The number, or the fingerprint of a badge that was read before.
        public var number: String
        /// `staff` or `visitor`; `staff` unless said.
        public var kind: String?
        /// What is printed on it.
        public var label: String?
        /// `number`, `felica` or `type-a`, where the reading must match it.
        public var technology: String?
        /// The FeliCa system code, four hexadecimal digits.
        public var systemCode: String?
        /// What a reading of it must prove; `identifier` unless said.
        public var assurance: String?

        /// Puts both together.
        public init(person: String, number: String) {
            self.person = person
            self.number = number
        }
    }

    /// Whose PIN is set, and to what.
    public struct SetPIN: Codable, Sendable, Hashable {
        /// Whose it is.
        public var person: String
        /// The PIN, 4 to 16 digits.
        public var pin: String
        /// The PIN that opens and raises the silent alarm.
        public var duressPin: String?

        /// Puts all together.
        public init(person: String, pin: String, duressPin: String? = nil) {
            self.person = person
            self.pin = pin
            self.duressPin = duressPin
        }
    }

    /// Which reader may be paired, and how long.
    public struct PairReader: Codable, Sendable, Hashable {
        /// The reader.
        public var reader: String
        /// How long, up to 60.
        public var minutes: Int
        /// Whether a reader that is paired already gets another key; otherwise it keeps its own.
        public var replace: Bool?

        /// Puts all together.
        public init(reader: String, minutes: Int, replace: Bool? = nil) {
            self.reader = reader
            self.minutes = minutes
            self.replace = replace
        }
    }
}
