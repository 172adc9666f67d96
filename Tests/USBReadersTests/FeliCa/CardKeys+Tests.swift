// SPDX-License-Identifier: Apache-2.0
import Access
import Synchronization
import Testing

@testable import USBReaders

/// Keys and challenges that are the same in every run.
enum TestKeys {
    static let first = [UInt8](0x10..<0x20)
    static let second = [UInt8](0x40..<0x50)

    static func one() throws -> CardKeys { try #require(CardKeys([1: first])) }
    static func two() throws -> CardKeys { try #require(CardKeys([1: first, 2: second])) }

    /// A source of challenges, each another.
    static func challenges(seed: UInt64 = 1) -> @Sendable () -> [UInt8] {
        let random = Mutex(SeededBytes(seed: seed))
        return { random.withLock { $0.bytes(count: CardSession.challengeLength) } }
    }

    /// What polling says of a card.
    static func reading(_ card: SimulatedLiteS) throws -> BadgeReading {
        let number = try #require(BadgeNumber(hex(card.idm)))
        return BadgeReading(number, technology: .feliCa(systemCode: 0x88B4))
    }
}

extension SimulatedLiteS {
    /// The card as polling finds it.
    func found() throws -> FeliCaCard { try #require(card) }

    /// Issues this card with some keys.
    mutating func issue(_ keys: CardKeys, seed: UInt64 = 1) throws -> CardIssue {
        var issuing = try #require(
            FeliCaIssuing(
                try found(),
                reading: try TestKeys.reading(self),
                keys: keys,
                challenge: TestKeys.challenges(seed: seed)
            )
        )
        return try #require(play(&issuing) as CardIssue?)
    }

    /// Proves this card at the door.
    mutating func prove(_ keys: CardKeys, seed: UInt64 = 1) throws -> [Read.Content] {
        var dialogue = FeliCaAuthentication(
            try found(),
            reading: try TestKeys.reading(self),
            keys: keys,
            challenge: TestKeys.challenges(seed: seed)()
        )
        return play(&dialogue)
    }

    /// A card as it comes out of an issue.
    static func issued(_ keys: CardKeys) throws -> SimulatedLiteS {
        var card = SimulatedLiteS()
        let issue = try card.issue(keys)
        guard case .written = issue else {
            Issue.record("\(issue)")
            return card
        }
        return card
    }

    /// The same card in the field again.
    mutating func comesBack() {
        leavesAfter = nil
        damage = nil
    }
}
