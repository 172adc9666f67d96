// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import Testing

@testable import USBReaders

/// One peripheral's talk on a serial line, as `Hardware/transcripts/README.md` describes it.
struct LineTranscript: CustomTestStringConvertible {
    let name: String
    let lines: [(number: Int, words: [String])]

    /// Everything in `Hardware/transcripts/osdp`.
    static let all: [LineTranscript] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Hardware/transcripts/osdp").standardized
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { name in
            let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return LineTranscript(name: name, text: text ?? "")
        }
    }()

    init(name: String, text: String) {
        self.name = name
        let numbered = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        lines = numbered.compactMap { index, line in
            let kept = line.split(separator: "#", omittingEmptySubsequences: false).first ?? ""
            let words = kept.split(separator: " ").map(String.init)
            return words.isEmpty ? nil : (index + 1, words)
        }
    }

    var testDescription: String { name }

    /// The words of the first line that begins with one.
    private func head(_ word: String) -> [String]? {
        lines.first { $0.words[0] == word }.map { Array($0.words.dropFirst()) }
    }

    /// The board's side, as it is before the first byte.
    func makePlayer() throws -> LinePlayer {
        let words = try #require(head("peripheral"))
        let format = try #require(OSDPBadgeForm.Format(rawValue: words[1]))
        let radix = try #require(NumberForm.Radix(rawValue: words[2]))
        let width = try #require(Int(words[3]))
        let form = OSDPBadgeForm(format, try #require(NumberForm(radix, width: width)))
        let line = try #require(SerialAddress(path: "/dev/null", baud: 9600))
        let peripheral = OSDPPeripheral(
            line: line,
            address: try #require(UInt8(words[0])),
            reader: ("in", form),
            keypad: "keys"
        )
        let key = try head("key").map { try #require(ReaderKey(own: Self.bytes($0))) }
        return LinePlayer(
            BusConversation(
                line,
                [try #require(peripheral)],
                keys: ["in": KnownKeys(own: key)],
                random: KnownWords(try Self.bytes(try #require(head("random"))))
            )
        )
    }

    /// Plays the peripheral, and checks what the board sends and what comes out.
    func play() throws {
        var player = try makePlayer()
        player.open()
        for (number, words) in lines {
            let rest = Array(words.dropFirst())
            switch words[0] {
            case "peripheral", "key", "random": continue
            case "<": player.receive(try Self.bytes(rest))
            case ">":
                let sent = player.nextSent()
                guard try sent == Self.bytes(rest) else {
                    return fail(number, "the board sends \(sent.map(hex) ?? "nothing")", player)
                }
            case "=":
                let said = player.nextSaid()
                guard let said, said.hasPrefix(rest.joined(separator: " ")) else {
                    return fail(number, "what comes is \(said ?? "nothing")", player)
                }
            case "!": player.pair(for: try #require(Int(rest[1])), isAnew: rest.count > 2)
            case let pause where pause.hasPrefix("+"):
                player.wait(try #require(Int(pause.dropFirst())))
            default: return fail(number, "unknown line", player)
            }
        }
        #expect(player.said == [], "\(name): more comes at its end")
    }

    private func fail(_ number: Int, _ text: String, _ player: LinePlayer) {
        Issue.record("\(name):\(number): \(text); sent \(player.sent.map(hex)); \(player.said)")
    }

    static func bytes(_ words: [String]) throws -> [UInt8] {
        let digits = Array(words.joined())
        return try stride(from: 0, to: digits.count, by: 2).map {
            try #require(UInt8(String(digits[$0...($0 + 1)]), radix: 16))
        }
    }
}

/// Random words that are known beforehand, as a test needs them; zeros after the last.
struct KnownWords: RandomNumberGenerator, Sendable {
    private var words: [UInt64]

    init(_ bytes: [UInt8]) {
        words = stride(from: 0, to: bytes.count, by: 8).map { start in
            bytes[start..<min(start + 8, bytes.count)].reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    mutating func next() -> UInt64 { words.isEmpty ? 0 : words.removeFirst() }
}
