// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// What readers of cards make of answers that are damaged in every field, late, doubled or foreign.
struct CardGarbageTests {
    @Test(arguments: [ReaderFamily.rcS380, .rcS300], [UInt64](1...10))
    func `L14 no damaged answer ends the program, or is taken for a badge of another form`(
        family: ReaderFamily,
        seed: UInt64
    ) throws {
        var random = SeededBytes(seed: seed)
        let answers = Transcript.answers(of: family)
        try #require(answers.count > 20)
        var conversation = try start(family)
        var now = Instant(sinceBoot: .seconds(1))
        var moves = conversation.begin(at: now)
        var failures = 0
        for _ in 0..<4000 {
            for move in moves {
                switch move {
                case .say(.badge(let badge)):
                    let form = "\(badge.number.exposed.count)"
                    #expect(["8", "14", "16", "20"].contains(form), "seed \(seed)")
                case .fail:
                    failures += 1
                    conversation = try start(family)
                    _ = conversation.begin(at: now)
                default: continue
                }
            }
            now = now + .milliseconds(Int64(random.number() % 60))
            moves = conversation.timePassed(to: now)
            if moves.isEmpty, random.number() % 10 > 0 {
                let answer = answers[Int(random.number() % UInt64(answers.count))]
                moves = conversation.received(damaged(answer, &random), from: .bulk, at: now)
            }
            #expect(moves.count < 20, "seed \(seed)")
        }
        #expect(failures > 0)
    }

    /// A frame as it came, or cut, stretched, or with one byte changed.
    private func damaged(_ answer: [UInt8], _ random: inout SeededBytes) -> [UInt8] {
        guard !answer.isEmpty else { return answer }
        let place = Int(random.number() % UInt64(answer.count))
        var bytes = answer
        switch random.number() % 6 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.number())
        case 1: bytes = Array(answer.prefix(place))
        case 2: bytes += random.bytes(count: 1 + place)
        case 3: bytes = random.bytes(count: Int(random.number() % 321))
        default: break
        }
        return bytes
    }

    private func start(_ family: ReaderFamily) throws -> any Conversation {
        try TranscriptReader.conversation(["reader", family.rawValue, "FE00", "type-a", "type-b"])
    }

    @Test func `every single byte of a Port-100 frame is looked at`() throws {
        let payload: [UInt8] = [0xD7, 0x05, 0, 0, 0, 0, 8, 0x14, 1, 2, 3]
        let frame = Port100Frame.payload(payload).bytes
        let (whole, rest) = try Port100Frame.first(in: frame)
        #expect(whole == .payload(payload) && rest == [])
        for place in frame.indices {
            for change in UInt8(1)...255 {
                var bytes = frame
                bytes[place] ^= change
                #expect(throws: Port100Frame.Flaw.self) { try Port100Frame.first(in: bytes) }
            }
        }
        for count in frame.indices where count > 0 && count != 5 {
            #expect(throws: Port100Frame.Flaw.self) {
                try Port100Frame.first(in: Array(frame.prefix(count)))
            }
        }
    }
}
