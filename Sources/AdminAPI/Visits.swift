// SPDX-License-Identifier: Apache-2.0

/// A visit approval, as a row of the policy document.
public struct VisitRow: Codable, Sendable, Hashable {
    /// Its number.
    public var id: String
    /// Who visits.
    public var visitors: [String]
    /// Which rooms.
    public var rooms: [String]
    /// Who approved; in a request, the author.
    public var by: String?
    /// On which day; in a request, today.
    public var on: String?
    /// Why it is necessary.
    public var necessity: String
    /// From when.
    public var from: String?
    /// Until when.
    public var until: String?
    /// How many entries each visitor has; 1 unless said.
    public var entries: Entries?
    /// Who alone may escort.
    public var escorts: [String]?

    /// Puts it together.
    public init(
        id: String,
        visitors: [String],
        rooms: [String],
        by: String? = nil,
        on: String? = nil,
        necessity: String,
        from: String? = nil,
        until: String? = nil,
        entries: Entries? = nil,
        escorts: [String]? = nil
    ) {
        self.id = id
        self.visitors = visitors
        self.rooms = rooms
        self.by = by
        self.on = on
        self.necessity = necessity
        self.from = from
        self.until = until
        self.entries = entries
        self.escorts = escorts
    }
}

/// A visit, and how it stands.
public struct VisitReply: Codable, Sendable, Hashable {
    /// The row.
    public var row: VisitRow
    /// The row's entity tag, for `If-Match`.
    public var tag: String
    /// `requested`, `approved`, `current`, `ended`, `used-up`, `withdrawn`, `closed` or `refused`.
    public var state: String
    /// Who asked for it.
    public var requestedBy: String?
    /// How many entries were used, by visitor.
    public var used: [UsedEntriesReply]
    /// Who is inside on it.
    public var inside: [String]

    /// Puts it together.
    public init(
        row: VisitRow,
        tag: String,
        state: String,
        requestedBy: String? = nil,
        used: [UsedEntriesReply],
        inside: [String]
    ) {
        self.row = row
        self.tag = tag
        self.state = state
        self.requestedBy = requestedBy
        self.used = used
        self.inside = inside
    }
}

/// How many entries a visitor has used.
public struct UsedEntriesReply: Codable, Sendable, Hashable {
    /// The visitor.
    public var person: String
    /// How many.
    public var entries: Int

    /// Puts it together.
    public init(person: String, entries: Int) {
        self.person = person
        self.entries = entries
    }
}

/// What was carried, as it was noted (R25).
public struct ItemsReply: Codable, Sendable, Hashable {
    /// The record of the note.
    public var record: Int64
    /// When it was noted.
    public var at: String
    /// Who noted it.
    public var by: String
    /// On which visit.
    public var visit: String?
    /// By whom, where it was no visit.
    public var person: String?
    /// Into or out of which room.
    public var room: String?
    /// What was carried in.
    public var carriedIn: [String]
    /// What was carried out.
    public var carriedOut: [String]
    /// The number of the approval under which it was carried out.
    public var approval: String?

    /// Puts it together.
    public init(
        record: Int64,
        at: String,
        by: String,
        visit: String? = nil,
        person: String? = nil,
        room: String? = nil,
        carriedIn: [String],
        carriedOut: [String],
        approval: String? = nil
    ) {
        self.record = record
        self.at = at
        self.by = by
        self.visit = visit
        self.person = person
        self.room = room
        self.carriedIn = carriedIn
        self.carriedOut = carriedOut
        self.approval = approval
    }
}

/// Notes what is carried in and out (R25, Article 21).
public struct ItemsRequest: Codable, Sendable, Hashable {
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
    /// Why.
    public var reason: String?

    /// Puts it together.
    public init(
        person: String? = nil,
        room: String? = nil,
        carriedIn: [String]? = nil,
        carriedOut: [String]? = nil,
        approval: String? = nil,
        reason: String? = nil
    ) {
        self.person = person
        self.room = room
        self.carriedIn = carriedIn
        self.carriedOut = carriedOut
        self.approval = approval
        self.reason = reason
    }
}

/// How many entries each visitor of an approval has to each room: a number, or `unlimited`.
public enum Entries: Codable, Sendable, Hashable {
    /// So many.
    case number(Int)
    /// No limit.
    case unlimited

    private static let word = "unlimited"

    /// Reads a number or the word.
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let number = try? value.decode(Int.self) {
            self = .number(number)
            return
        }
        guard try value.decode(String.self) == Self.word else {
            throw DecodingError.dataCorruptedError(in: value, debugDescription: Self.word)
        }
        self = .unlimited
    }

    /// Writes a number or the word.
    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .number(let number): try value.encode(number)
        case .unlimited: try value.encode(Self.word)
        }
    }
}
