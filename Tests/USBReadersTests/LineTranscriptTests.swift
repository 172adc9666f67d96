// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import USBReaders

struct LineTranscriptTests {
    @Test(arguments: LineTranscript.all)
    func `what goes over the line, and what comes of it, is what the transcript says`(
        _ transcript: LineTranscript
    ) throws {
        try transcript.play()
    }

    @Test(arguments: [
        "attack-capability", "attack-preset", "attack-preset-renamed", "attack-other-key",
        "attack-clear-badge", "attack-clear-keys", "attack-unencrypted", "attack-replay",
        "attack-replay-session", "attack-mac", "attack-initial-mac", "attack-keyset",
        "attack-sequence", "attack-nak", "attack-clear-status",
    ])
    func `each attack that is known has its transcript`(name: String) {
        #expect(LineTranscript.all.contains { $0.name == name + ".txt" })
    }

    @Test(arguments: LineTranscript.all)
    func `the key that everybody has opens no channel and no key is given, but in pairing`(
        _ transcript: LineTranscript
    ) throws {
        // Whatever the line plays, the board's own frames are searched.
        var player = try transcript.makePlayer()
        player.open()
        var isPairing = false
        for (_, words) in transcript.lines {
            switch words[0] {
            case "<": player.receive(try LineTranscript.bytes(Array(words.dropFirst())))
            case "!":
                isPairing = true
                player.pair(for: 60_000, isAnew: words.count > 3)
            case let pause where pause.hasPrefix("+"): player.wait(Int(pause.dropFirst()) ?? 0)
            default: player.wait(60)
            }
            guard !isPairing else { return }
            for bytes in player.sent {
                let frame = try #require(OSDPFrame(Array(bytes.dropFirst())))
                #expect(frame.code != OSDPCommand.keepCode)
                if let security = frame.security, !security.hasMAC {
                    #expect(security.values == [1])
                }
                // In the clear there are questions, and nothing that does anything.
                if frame.security == nil { #expect([0x61, 0x62].contains(frame.code)) }
            }
            player.forgetSent()
        }
    }
}
