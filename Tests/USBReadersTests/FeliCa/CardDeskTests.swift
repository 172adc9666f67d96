// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import Testing

@testable import USBReaders

/// Who waits for a card to be written, and what comes of it.
struct CardDeskTests {
    private func desk() throws -> CardDesk {
        let keys = try TestKeys.one()
        return CardDesk(
            keys,
            firstKeys: { () throws(CardKeyFault) in keys },
            challenge: TestKeys.challenges()
        )
    }

    /// Presents a card, as a reader does that found it.
    private func present(_ card: inout SimulatedLiteS, to desk: CardDesk) throws -> [Read.Content] {
        let found = desk.dialogue(
            with: try card.found(),
            reading: try TestKeys.reading(card),
            at: "in"
        )
        var dialogue = try #require(found)
        var step = dialogue.next(after: nil)
        while case .exchange(let frame, _) = step {
            let answer = card.answer(frame)
            // A family breaks the dialogue off when the card has gone.
            if answer.isEmpty { return [] }
            step = dialogue.next(after: answer)
        }
        guard case .done(let contents) = step else { return [] }
        return contents
    }

    /// Waits until the desk waits for a card.
    private func begun(_ desk: CardDesk) async {
        while !desk.isWaiting(at: "in") { await Task.yield() }
    }

    @Test func `the next card is written, and opens nothing`() async throws {
        let desk = try desk()
        async let issue = desk.issueCard(at: "in")
        await begun(desk)
        var card = SimulatedLiteS()
        #expect(try present(&card, to: desk) == [])
        #expect(
            await issue == .written(try TestKeys.reading(card).authenticated, keyVersion: 1)
        )
        #expect(
            try present(&card, to: desk) == [.badge(try TestKeys.reading(card).authenticated)]
        )
    }

    @Test func `a card that leaves half-written is awaited again, and no other is taken`()
        async throws
    {
        let desk = try desk()
        async let issue = desk.issueCard(at: "in")
        await begun(desk)
        var card = SimulatedLiteS()
        card.leavesAfter = 2
        #expect(try present(&card, to: desk) == [])
        var other = SimulatedLiteS(idm: [1, 2, 3, 4, 5, 6, 7, 8])
        guard case .unreadable? = try present(&other, to: desk).first else {
            Issue.record("another card was taken")
            return
        }
        #expect(other.commands.isEmpty)
        card.comesBack()
        #expect(try present(&card, to: desk) == [])
        guard case .written = await issue else {
            Issue.record("it was not written")
            return
        }
    }

    @Test func `whoever waits too long is told how the card was left`() async throws {
        let desk = try desk()
        async let none = desk.issueCard(at: "in")
        await begun(desk)
        desk.endIssue(at: "in")
        #expect(await none == .failed(CardFailure(.noCard)))
        async let left = desk.issueCard(at: "in")
        await begun(desk)
        var card = SimulatedLiteS()
        card.leavesAfter = 2
        _ = try present(&card, to: desk)
        desk.endIssue(at: "in")
        #expect(await left == .failed(CardFailure(.left, isHalfWritten: true)))
    }

    @Test func `one waits at a reader at a time`() async throws {
        let desk = try desk()
        async let first = desk.issueCard(at: "in")
        await begun(desk)
        #expect(await desk.issueCard(at: "in") == .failed(CardFailure(.busy)))
        desk.endIssue(at: "in")
        _ = await first
    }

    @Test func `without a key that can be had, nothing is written`() async throws {
        let desk = CardDesk(
            .none,
            firstKeys: { () throws(CardKeyFault) in throw CardKeyFault("card.key is damaged") },
            challenge: TestKeys.challenges()
        )
        #expect(
            await desk.issueCard(at: "in") == .failed(CardFailure(.noKey("card.key is damaged")))
        )
    }

    @Test func `every failure is told in both languages, with what to do`() {
        let failure = CardFailure(.left, isHalfWritten: true)
        #expect(
            failure.sentence(in: .english)
                == "The card left the reader. The card is half-written: present the same card again."
        )
        #expect(failure.sentence(in: .japanese).hasSuffix("もう一度かざしてください。"))
    }
}

/// The file in which the master keys lie.
struct CardKeyFileTests {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "card-keys-\(UUID().uuidString)")
    private var file: CardKeyFile { CardKeyFile(beside: folder.path() + "/tachiai.sqlite") }

    private func withFolder(_ body: () throws -> Void) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body()
    }

    @Test func `a file is made for the owner alone, and further versions keep the older`() throws {
        try withFolder {
            #expect(try file.keys() == .none)
            let first = try file.keysOrFirst()
            #expect(first.versions == [1])
            #expect(try file.keysOrFirst() == first)
            let second = try file.addKey()
            #expect(second.versions == [1, 2])
            #expect(second.newest == 2)
            #expect(try file.keys() == second)
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[
                .posixPermissions
            ]
            #expect((mode as? NSNumber)?.intValue == 0o600)
            #expect(file.path.hasSuffix("/card.key"))
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path())
            #expect(left == ["card.key"])
        }
    }

    @Test func `L10 a file that others may read is not used`() throws {
        try withFolder {
            _ = try file.addKey()
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o640],
                ofItemAtPath: file.path
            )
            #expect(throws: CardKeyFault("\(file.path) may be read by others: run chmod 600 on it"))
            {
                try file.keys()
            }
        }
    }

    @Test(arguments: [
        "", "# nothing\n", "1\n", "0 101112131415161718191a1b1c1d1e1f\n", "1 1011\n",
        "1 101112131415161718191a1b1c1d1e1g\n", "70000 101112131415161718191a1b1c1d1e1f\n",
        "1 101112131415161718191a1b1c1d1e1f\n1 101112131415161718191a1b1c1d1e1f\n",
        "1 101112131415161718191a1b1c1d1e1f 2\n",
    ])
    func `what is no key file is refused, and named`(text: String) throws {
        #expect(CardKeyFile.keys(in: Data(text.utf8)) == nil)
    }

    @Test func `the lines of a file are versions and keys`() throws {
        let text = "# ours\n\n1 101112131415161718191a1b1c1d1e1f # old\n"
        #expect(CardKeyFile.keys(in: Data(text.utf8)) == (try TestKeys.one()))
    }

    @Test func `L14 versions come to an end`() throws {
        var keys = CardKeys.none
        for _ in 0..<CardKeys.most { keys = try #require(keys.adding(TestKeys.first)) }
        #expect(keys.adding(TestKeys.first) == nil)
        let last = try #require(CardKeys([UInt16.max: TestKeys.first]))
        #expect(last.adding(TestKeys.first) == nil)
    }
}
