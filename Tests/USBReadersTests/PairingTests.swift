// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// What a pairing must not leave behind; how it goes well stands in the transcripts.
struct PairingTests {
    private func player(_ name: String) throws -> LinePlayer {
        let transcript = try #require(LineTranscript.all.first { $0.name == name })
        return try transcript.makePlayer()
    }

    private static let failed = "in pairing-failed the disk is full"

    /// Plays a transcript's replies up to the first command with a code, and returns what was sent.
    private func replay(_ name: String, into player: inout LinePlayer, until code: UInt8) throws {
        let transcript = try #require(LineTranscript.all.first { $0.name == name })
        for (_, words) in transcript.lines {
            switch words[0] {
            case "<": player.receive(try LineTranscript.bytes(Array(words.dropFirst())))
            case ">":
                let sent = player.nextSent().flatMap { OSDPFrame(Array($0.dropFirst())) }
                if sent?.code == code { return }
            default: continue
            }
        }
        Issue.record("no command \(code) in \(name)")
    }

    @Test func `the new key is on disk before the reader gets it`() throws {
        var player = try player("pairing.txt")
        player.open()
        player.keyFault = "the disk is full"
        player.pair(for: 60_000)
        // The peripheral answers as in the transcript, up to where the key would go out.
        let transcript = try #require(LineTranscript.all.first { $0.name == "pairing.txt" })
        for (_, words) in transcript.lines where !player.said.contains(Self.failed) {
            switch words[0] {
            case "<": player.receive(try LineTranscript.bytes(Array(words.dropFirst())))
            case ">": _ = player.nextSent()
            default: continue
            }
        }
        #expect(player.said.last == Self.failed)
        player.wait(10_000)
        #expect(player.sent.isEmpty)
    }

    @Test
    func `pairing that broke off after the key went out is found again at the next handshake`()
        throws
    {
        var player = try player("pairing.txt")
        player.open()
        player.pair(for: 2000)
        try replay("pairing.txt", into: &player, until: OSDPCommand.keepCode)
        // Its answer never comes, and neither does anything else until the time is over.
        player.wait(3000)
        #expect(player.said.last?.hasPrefix("in pairing-failed") ?? false)
        player.forgetSent()
        player.wait(3000)
        // It is asked under the key that it may have got, and never again under everybody's.
        let frames = player.sent.compactMap { OSDPFrame(Array($0.dropFirst())) }
        #expect(frames.contains { $0.code == 0x61 })
        #expect(frames.allSatisfy { $0.security == nil || $0.security?.values == [1] })
    }

    @Test func `one that is being paired is not paired a second time`() throws {
        var player = try player("pairing.txt")
        player.open()
        player.pair(for: 60_000)
        player.pair(for: 60_000, isAnew: true)
        #expect(player.said.last == "refused in is being paired already")
    }

    @Test func `a badge under the key that everybody has counts for nothing`() throws {
        var player = try player("pairing.txt")
        player.open()
        player.pair(for: 60_000)
        try replay("pairing.txt", into: &player, until: OSDPCommand.keepCode)
        let before = player.said.count
        // In the clear, as somebody on the line could send it while the reader is being paired.
        let card = OSDPCommand(code: 0x50, payload: [0, 1, 26, 0, 0x85, 0x09, 0x78, 0x00])
        player.receive(OSDPFrame.closed(OSDPFrame.opened(card, to: 0x80, sequence: 1)))
        #expect(player.said.dropFirst(before).allSatisfy { $0.contains("tampered") })
    }
}
