// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import Testing

@testable import SQLiteLedger

@Suite struct SecretTests {
    @Test func `L10 no badge number and no PIN lies in the files`() async throws {
        let house = try House(authentication: .badgeAndPIN)
        let typed = "918273645546"
        var session = try await house.badge(House.sato).session
        session = try await house.keys(typed, session: session).session
        let granted = try await house.keys(House.pins[House.sato] ?? "", session: session)
        try await house.enter(on: granted)
        try await house.leave(House.sato)
        let unknown = try #require(BadgeNumber("C0FFEE0123456789"))
        var record = Record(.exit)
        record.door = House.door.id
        _ = try await house.ledger.append([Event(record, at: house.now, badge: unknown)])
        try house.ledger.close()
        let secrets =
            House.badges.values.filter { $0.contains("E") || $0.contains("A") }
            + [unknown.exposed, typed, House.pins[House.sato] ?? ""]
        for file in try FileManager.default.contentsOfDirectory(atPath: house.folder.path) {
            let bytes = try Data(contentsOf: house.folder.appendingPathComponent(file))
            for secret in secrets {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(file)")
                #expect(bytes.range(of: Data(secret.lowercased().utf8)) == nil, "\(file)")
                if let raw = [UInt8](hexadecimal: secret.lowercased()) {
                    #expect(bytes.range(of: Data(raw)) == nil, "\(file)")
                }
            }
        }
    }

    @Test func `L10 two boards keep the same badge under different digests`() throws {
        let (one, other) = (try House(), try House())
        let number = try #require(BadgeNumber("012E3D4C5B6A7988"))
        #expect(one.ledger.keys.digest(of: number) == one.ledger.keys.digest(of: number))
        #expect(one.ledger.keys.digest(of: number) != other.ledger.keys.digest(of: number))
    }

    @Test func `L10 a kept PIN shows neither its digits nor that two people chose the same`() throws
    {
        let house = try House()
        let keys = house.ledger.keys
        let digits = Secret("482137")
        let kept = try DerivedPIN(digits, keys: keys, cost: .light)
        #expect(try kept != DerivedPIN(digits, keys: keys, cost: .light))
        #expect(try #require(DerivedPIN(kept.text)).matches(digits, keys: keys))
        #expect(try !kept.matches(Secret("482138"), keys: keys))
        #expect(
            keys.fingerprint(ofPIN: digits, of: House.yamamoto)
                != keys.fingerprint(ofPIN: digits, of: House.sato)
        )
    }
}
