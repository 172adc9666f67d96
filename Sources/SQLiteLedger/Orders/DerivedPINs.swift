// SPDX-License-Identifier: Apache-2.0
internal import Access

/// What is to be kept of the digits in an order; derived before its transaction, for that takes a while by design.
struct DerivedPINs: Sendable {
    /// The PIN, if the order sets one.
    var pin: Kept?
    /// The PIN under duress, if the order sets one.
    var duressPIN: Kept?

    /// What is kept of digits.
    struct Kept: Sendable {
        let derived: String
        let fingerprint: Fingerprint
    }

    /// None.
    init() {}

    /// Derives off the cooperative pool.
    init(_ act: Order.Act, keys: DeviceKeys, cost: PINCost) async throws(LedgerFault) {
        let (person, pin, duress): (PersonID, Secret?, Secret?)
        switch act {
        case .setPIN(let id, let digits, let other): (person, pin, duress) = (id, digits, other)
        case .registerPerson(let row):
            (person, pin, duress) = (row.person.id, row.pin?.digits, row.duressPIN?.digits)
        default: return
        }
        guard pin != nil || duress != nil else { return }
        self = try await aside { () throws(LedgerFault) in
            var pins = DerivedPINs()
            pins.pin = try Self.kept(pin, person, keys, cost)
            pins.duressPIN = try Self.kept(duress, person, keys, cost)
            return pins
        }
    }

    private static func kept(
        _ digits: Secret?,
        _ person: PersonID,
        _ keys: DeviceKeys,
        _ cost: PINCost
    ) throws(LedgerFault) -> Kept? {
        guard let digits, digits.exposed.utf8.count <= PolicyLimits.pinDigits.upperBound,
            let fingerprint = keys.fingerprint(ofPIN: digits, of: person)
        else { return nil }
        let derived = try DerivedPIN(digits, keys: keys, cost: cost)
        return Kept(derived: derived.text, fingerprint: fingerprint)
    }
}

extension PINToken {
    /// The digits, where they were written.
    fileprivate var digits: Secret? {
        if case .digits(let digits) = self { digits } else { nil }
    }
}
