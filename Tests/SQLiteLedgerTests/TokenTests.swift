// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import Testing

@testable import SQLiteLedger

@Suite struct TokenTests {
    @Test func `a token is its person's until it ends or is revoked`() async throws {
        let town = try await Town()
        let ledger = town.ledger
        let end = town.wall + .seconds(3600)
        let token = try await ledger.issueToken(
            to: Town.officer,
            label: "desk",
            until: end,
            at: town.now
        )
        let other = try await ledger.issueToken(
            to: Town.auditor,
            label: "audit",
            until: nil,
            at: town.now
        )
        #expect(token.exposed.hasPrefix("tachiai_"))
        #expect(token.exposed.count == "tachiai_".count + 43)
        #expect(token != other)
        #expect(try await ledger.bearer(of: token, at: town.now) == Town.officer)
        #expect(try await ledger.bearer(of: other, at: town.now) == Town.auditor)
        #expect(try await ledger.bearer(of: Secret("tachiai_"), at: town.now) == nil)
        #expect(try await ledger.revokeToken(2, by: Town.officer, at: town.now))
        #expect(try await ledger.bearer(of: other, at: town.now) == nil)
        #expect(try await !ledger.revokeToken(2, by: Town.officer, at: town.now))
        town.pass(.seconds(3599))
        #expect(try await ledger.bearer(of: token, at: town.now) == Town.officer)
        town.pass(.seconds(1))
        #expect(try await ledger.bearer(of: token, at: town.now) == nil)
        let listed = try await ledger.tokens()
        #expect(listed.map(\.person) == [Town.officer, Town.auditor])
        #expect(listed.map(\.used) == [end + .seconds(-1), town.wall + .seconds(-3600)])
        #expect(listed[1].revoked != nil)
        let verbs = try await town.records().suffix(3).map(\.verb)
        #expect(verbs == ["issueToken", "issueToken", "revokeToken"])
    }

    @Test func `L10 a token of another board's key is nobody's`() async throws {
        let town = try await Town()
        let other = try await Town()
        let token = try await town.ledger.issueToken(
            to: Town.officer,
            label: "desk",
            until: nil,
            at: town.now
        )
        #expect(try await other.ledger.bearer(of: token, at: other.now) == nil)
    }

    @Test func `the claim beside the database is taken once, by whom root tells it`()
        async throws
    {
        let town = try await Town(isEmpty: true)
        let file = town.folder.appendingPathComponent("claim").path
        #expect(town.ledger.claimPath == file)
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
        let text = try String(contentsOfFile: file, encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let wrong = Secret(String(text.dropLast()) + "!")
        #expect(try await town.ledger.claim(wrong, for: Town.officer, at: town.now) == nil)
        let claim = Secret(text)
        let taken = try await town.ledger.claim(claim, for: Town.officer, at: town.now)
        let token = try #require(taken)
        #expect(try await town.ledger.bearer(of: token, at: town.now) == Town.officer)
        #expect(!FileManager.default.fileExists(atPath: file))
        #expect(try await town.ledger.claim(claim, for: Town.officer, at: town.now) == nil)
        let haystack = try town.bytesOnDisk()
        #expect(haystack.range(of: Data(text.utf8)) == nil)
        #expect(haystack.range(of: Data(token.exposed.utf8)) == nil)
    }

    @Test(arguments: ["999999", "100123"] as [PersonID])
    func `L8 under a policy only the information officer takes the claim, and it stays`(
        person: PersonID
    ) async throws {
        let town = try await Town()
        let text = try String(contentsOfFile: town.ledger.claimPath, encoding: .utf8)
        let claim = Secret(text.trimmingCharacters(in: .whitespacesAndNewlines))
        #expect(try await town.ledger.claim(claim, for: person, at: town.now) == nil)
        #expect(try await town.ledger.claim(claim, for: Town.officer, at: town.now) != nil)
    }

    @Test func `the claim outlives a restart, and is made anew where its file is gone`() throws {
        let house = try House()
        let file = house.folder.appendingPathComponent("claim").path
        let first = try String(contentsOfFile: file, encoding: .utf8)
        try house.reopen()
        #expect(try String(contentsOfFile: file, encoding: .utf8) == first)
        try FileManager.default.removeItem(atPath: file)
        try house.reopen()
        #expect(try String(contentsOfFile: file, encoding: .utf8) != first)
    }

    @Test func `where nobody who may manage has a token, root finds a new claim after a restart`()
        async throws
    {
        let town = try await Town()
        let file = town.folder.appendingPathComponent("claim").path
        func claim() throws -> Secret {
            Secret(
                try String(contentsOfFile: file, encoding: .utf8)
                    .trimmingCharacters(in: .whitespacesAndNewlines)
            )
        }
        func isLaid() async throws -> Bool {
            try await town.ledger.start(at: town.now)
            return FileManager.default.fileExists(atPath: file)
        }
        let first = try claim()
        #expect(try await town.ledger.claim(first, for: Town.officer, at: town.now) != nil)
        #expect(try await !isLaid())
        let successor = Appointment(
            office: .informationOfficer,
            person: Town.takeuchi,
            validity: Validity(from: try town.bound("2026-04-10"))
        )
        try #require(try await town.order(.appoint(successor)).isAccepted)
        #expect(try await isLaid())
        #expect(try await town.records([.system]).last?.state == "claim-laid")
        let second = try claim()
        #expect(try await town.ledger.claim(first, for: Town.takeuchi, at: town.now) == nil)
        #expect(try await town.ledger.claim(second, for: Town.officer, at: town.now) == nil)
        #expect(try await isLaid(), "one that lies there stays")
        #expect(try claim() == second)
        #expect(try await town.ledger.claim(second, for: Town.takeuchi, at: town.now) != nil)
        #expect(try await !isLaid())
    }

    @Test func `a claim is taken away where somebody may manage again, and stops no door`()
        async throws
    {
        let town = try await Town()
        let file = town.folder.appendingPathComponent("claim").path
        let first = try String(contentsOfFile: file, encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        let taken = try await town.ledger.claim(Secret(first), for: Town.officer, at: town.now)
        #expect(taken != nil)
        #expect(try await town.order(.suspendPerson(Town.officer)).isAccepted)
        // Where the file cannot be written, the door is served all the same.
        try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
        try await town.ledger.start(at: town.now)
        #expect(try await town.records([.system]).last?.state == "started")
        #expect(try await town.badge(Town.yamamoto).decision == .pinNeeded)
        try FileManager.default.removeItem(atPath: file)
        try await town.ledger.start(at: town.now)
        let claim = Secret(
            try String(contentsOfFile: file, encoding: .utf8)
                .trimmingCharacters(in: .whitespacesAndNewlines)
        )
        try town.sql("UPDATE person SET isSuspended = 0 WHERE id = '\(Town.officer)'")
        try await town.ledger.start(at: town.now)
        #expect(try await town.records([.system]).last?.state == "claim-withdrawn")
        #expect(!FileManager.default.fileExists(atPath: file))
        #expect(try await town.ledger.claim(claim, for: Town.officer, at: town.now) == nil)
    }

    @Test func `with the first token the claim is over, a restart later too`() async throws {
        let house = try House()
        let file = house.folder.appendingPathComponent("claim").path
        let claim = try String(contentsOfFile: file, encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        _ = try await house.ledger.issueToken(
            to: House.officer,
            label: "desk",
            until: nil,
            at: house.now
        )
        try house.reopen()
        #expect(!FileManager.default.fileExists(atPath: file))
        let token = try await house.ledger.claim(
            Secret(claim),
            for: House.officer,
            at: house.now
        )
        #expect(token == nil)
    }
}
