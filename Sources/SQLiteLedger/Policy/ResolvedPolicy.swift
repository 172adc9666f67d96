// SPDX-License-Identifier: Apache-2.0
internal import Access

/// A policy whose badges and PINs are all named by fingerprints, as an export names them.
struct ResolvedPolicy: Sendable {
    /// The policy; each person's badges in the order of their fingerprints.
    private(set) var policy: Policy
    /// What is wrong with its fingerprints, and badges given twice under two names (R32).
    private(set) var faults: [PolicyFault] = []
    /// The digests of its badges.
    private(set) var digests: [Fingerprint: BadgeDigest]
    /// The digits of its PINs that are not on record yet.
    private(set) var digits: [Fingerprint: Secret] = [:]
    /// What is kept of its other PINs.
    private(set) var derived: [Fingerprint: String]

    private let keys: DeviceKeys
    private var holders: [Fingerprint: String] = [:]

    /// Resolves a policy against the badges and PINs that are on record.
    ///
    /// - Parameters:
    ///   - policy: the policy.
    ///   - badges: the digests that are on record, or were read to be given to somebody.
    ///   - pins: the PINs that are on record.
    ///   - keys: the device's keys.
    init(_ policy: Policy, badges: [BadgeDigest], pins: [StoredPIN], keys: DeviceKeys) {
        self.keys = keys
        self.policy = policy
        digests = [:]
        for digest in badges {
            if let fingerprint = digest.fingerprint { digests[fingerprint] = digest }
        }
        derived = Dictionary(pins.map { ($0.fingerprint, $0.derived) }) { first, _ in first }
        let owners = Dictionary(pins.map { ($0.fingerprint, $0.person) }) { first, _ in first }
        for position in policy.people.indices {
            resolve(row: position, owners)
        }
    }

    /// What was reported lost stays so (R26).
    mutating func keepLost(of inForce: Policy) { policy = policy.keepingLost(of: inForce) }

    private mutating func resolve(row: Int, _ owners: [Fingerprint: PersonID]) {
        let path = "people[\(row)]"
        var entry = policy.people[row]
        var badges: [(fingerprint: Fingerprint, badge: Badge)] = []
        for (position, badge) in entry.badges.enumerated() {
            let place = "\(path).badges[\(position)]"
            guard let fingerprint = resolve(badge.token, at: place) else { continue }
            var badge = badge
            badge.token = .fingerprint(fingerprint)
            badges.append((fingerprint, badge))
        }
        entry.badges =
            badges.sorted { $0.fingerprint.hexadecimal < $1.fingerprint.hexadecimal }.map(\.badge)
        entry.pin = resolve(entry.pin, of: entry.person.id, owners, at: path + ".pin")
        entry.duressPIN = resolve(
            entry.duressPIN,
            of: entry.person.id,
            owners,
            at: path + ".duressPin"
        )
        if let pin = entry.pin, pin == entry.duressPIN {
            faults.append(.samePIN(at: path + ".duressPin"))
        }
        policy.people[row] = entry
    }

    private mutating func resolve(_ token: Badge.Token, at path: String) -> Fingerprint? {
        let resolved: Fingerprint
        switch token {
        case .number(let number):
            let digest = keys.digest(of: number)
            guard let fingerprint = digest.fingerprint else { return nil }
            digests[fingerprint] = digest
            resolved = fingerprint
        case .fingerprint(let fingerprint):
            resolved = fingerprint
            if digests[fingerprint] == nil { faults.append(.unknownBadge(at: path)) }
        }
        if let earlier = holders[resolved] {
            faults.append(.badgeGivenTwice(first: earlier, at: path))
        } else {
            holders[resolved] = path
        }
        return resolved
    }

    private mutating func resolve(
        _ pin: PINToken?,
        of person: PersonID,
        _ owners: [Fingerprint: PersonID],
        at path: String
    ) -> PINToken? {
        switch pin {
        case nil: return nil
        case .digits(let secret):
            guard let fingerprint = keys.fingerprint(ofPIN: secret, of: person) else { return nil }
            if derived[fingerprint] == nil { digits[fingerprint] = secret }
            return .fingerprint(fingerprint)
        case .fingerprint(let fingerprint):
            if owners[fingerprint] != person { faults.append(.unknownPIN(of: person, at: path)) }
            return pin
        }
    }
}
