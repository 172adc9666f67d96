// SPDX-License-Identifier: Apache-2.0

/// Somebody's way to a door as the rule would answer it, on facts that were read for an instant.
///
/// The rule is the one of the doors, ``ruling(on:given:)``; of its answer only ``Answer`` leaves, so that no grant of
/// it can ever open anything. Every PIN that is asked for is taken to be right.
public struct Hearing: Sendable {
    /// The facts, with everybody whom the badges belong to.
    public var facts: Facts
    /// The door.
    public var door: Door
    /// When.
    public var moment: Moment
    /// The badge of who would enter; `nil`: a badge that nobody knows.
    public var badge: BadgeDigest?
    /// The badge of who would escort, where one is asked about.
    public var escort: BadgeDigest?

    /// Puts a hearing together.
    public init(
        facts: Facts,
        door: Door,
        moment: Moment,
        badge: BadgeDigest?,
        escort: BadgeDigest? = nil
    ) {
        self.facts = facts
        self.door = door
        self.moment = moment
        self.badge = badge
        self.escort = escort
    }

    /// A door with everything that a room can ask for.
    public static func door(into room: RoomID) -> Door {
        Door(id: "?", room: room, entry: "?", keypad: "?")
    }

    /// Who would enter.
    public var person: PersonFacts? { person(badge) }

    func person(_ badge: BadgeDigest?) -> PersonFacts? {
        badge.flatMap { facts.badges[$0] }.flatMap { facts.people[$0.person] }
    }

    /// The answers, one to each step.
    public var answers: [Answer] {
        var (answers, session) = present(badge, session: nil)
        if case .party? = session?.stage, answers.last == .escortNeeded, let escort {
            let (more, _) = present(escort, session: session)
            answers += more
        }
        session = nil
        return answers
    }

    /// A badge, and the right PIN where one is asked for.
    private func present(
        _ badge: BadgeDigest?,
        session: Session?
    ) -> (answers: [Answer], session: Session?) {
        var facts = facts
        facts.presented = badge
        let read = ruling(on: request(.badge(reading(of: badge)), session), given: facts)
        guard case .pinNeeded = read.decision else { return ([read.answer], read.session) }
        facts.presented = nil
        facts.pin = .right
        let confirmed = ruling(on: request(.confirm(Secret("")), read.session), given: facts)
        return ([read.answer, confirmed.answer], confirmed.session)
    }

    /// A badge as its row says that it is read; what it proves, nobody knows before.
    private func reading(of badge: BadgeDigest?) -> BadgeReading {
        let row = badge.flatMap { facts.badges[$0] }
        let technology: BadgeTechnology =
            switch row?.technology {
            case .feliCa?: .feliCa(systemCode: row?.systemCode ?? 0xFE00)
            case .typeA?: .typeA
            case .number?, nil: .number
            }
        return BadgeReading(
            Self.noNumber,
            technology: technology,
            assurance: row?.assurance ?? .identifier
        )
    }

    /// The rule looks at digests only.
    private static let noNumber: BadgeNumber = {
        guard let number = BadgeNumber("0") else { preconditionFailure("0 is a number") }
        return number
    }()

    private func request(_ act: AccessRequest.Act, _ session: Session?) -> AccessRequest {
        AccessRequest(
            id: RequestID(0),
            door: door,
            act: act,
            readAt: moment.instant,
            moment: moment,
            session: session
        )
    }

    /// Whether the way ends as a record says that it did: in, or in the same refusal.
    public func leads(to answer: Answer) -> Bool {
        answer == .granted ? leadsIn : answers.contains(answer)
    }

    /// Whether the way leads in; a visitor's as far as to the escort, where none is asked about.
    var leadsIn: Bool {
        switch answers.last {
        case .granted?: true
        case .escortNeeded?: escort == nil
        default: false
        }
    }
}

extension Ruling {
    fileprivate var answer: Answer {
        switch decision {
        case .granted: .granted
        case .escortNeeded: .escortNeeded
        case .pinNeeded: .pinNeeded
        case .denied(let reason): .denied(reason)
        case .ignored: .ignored
        }
    }
}
