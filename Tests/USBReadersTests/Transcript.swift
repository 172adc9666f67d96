// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import Testing

@testable import USBReaders

/// One device's talk with the protocol code, as `Hardware/transcripts/README.md` describes it.
struct Transcript: CustomTestStringConvertible {
    let name: String
    private let lines: [(number: Int, words: [String])]

    /// Everything in `Hardware/transcripts`.
    static let all: [Transcript] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Hardware/transcripts").standardized
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { name in
            let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return Transcript(name: name, text: text ?? "")
        }
    }()

    private init(name: String, text: String) {
        self.name = name
        let numbered = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        lines = numbered.compactMap { index, line in
            let kept = line.split(separator: "#", omittingEmptySubsequences: false).first ?? ""
            let words = kept.split(separator: " ").map(String.init)
            return words.isEmpty ? nil : (index + 1, words)
        }
    }

    var testDescription: String { name }

    /// Plays the device, and checks what the host sends and what comes out.
    func play() throws {
        let first = try #require(lines.first)
        var conversation = try TranscriptReader.conversation(lines.map(\.words))
        let input: USBReaders.Pipe = first.words[1] == "hid-keyboard" ? .interrupt : .bulk
        var now = Instant(sinceBoot: .seconds(1))
        var moves = conversation.begin(at: now)
        for (number, words) in lines.dropFirst() {
            let rest = Array(words.dropFirst())
            switch words[0] {
            case "<", "<i", "<c":
                let pipe = ["<i": USBReaders.Pipe.interrupt, "<c": .control][words[0]] ?? input
                moves += conversation.received(try Self.bytes(rest), from: pipe, at: now)
            case "key", "challenge": continue
            case "^":
                let indication = try #require(TranscriptReader.indication(rest.first ?? ""))
                moves += conversation.show(indication, at: now)
            case "!":
                let pipe = [
                    "interrupt": USBReaders.Pipe.interrupt, "control": .control, "out": .output,
                ]
                moves += conversation.missed(on: pipe[rest.first ?? ""] ?? input, at: now)
            case ">":
                guard let next = moves.first, Self.sent(next) == (try Self.bytes(rest)) else {
                    return Self.fail("\(name):\(number): the host sends \(moves.map(Self.text))")
                }
                moves.removeFirst()
            case "=":
                guard let next = moves.first, Self.text(next).hasPrefix(rest.joined(separator: " "))
                else {
                    return Self.fail("\(name):\(number): what comes is \(moves.map(Self.text))")
                }
                moves.removeFirst()
            case let pause where pause.hasPrefix("+"):
                now = now + .milliseconds(try #require(Int(pause.dropFirst())))
                moves += conversation.timePassed(to: now)
            default: return Self.fail("\(name):\(number): unknown line")
            }
        }
        #expect(moves.isEmpty, "\(name): more comes at its end: \(moves.map(Self.text))")
    }

    private static func fail(_ text: String) { Issue.record("\(text)") }

    private static func bytes(_ words: [String]) throws -> [UInt8] {
        try words.map { try #require(UInt8($0, radix: 16)) }
    }

    private static func sent(_ move: Move) -> [UInt8]? {
        switch move {
        case .request(let request): request.packet
        case .send(let message): message
        default: nil
        }
    }

    private static func text(_ move: Move) -> String {
        switch move {
        case .request(let request): "request \(hex(request.packet))"
        case .send(let message): "message \(hex(message))"
        case .ready: "ready"
        case .firmware(let text): "firmware \(text)"
        case .fail(let text): "fail \(text)"
        case .say(.badge(let badge)): "badge \(badge.number.exposed)" + about(badge)
        case .say(.key(.digit(let digit))): "key \(digit)"
        case .say(.key(.enter)): "enter"
        case .say(.key(.cancel)): "cancel"
        case .say(.unreadable(let text)): "unreadable \(text)"
        case .say(let other): "\(other)"
        }
    }

    private static func about(_ badge: BadgeReading) -> String {
        let technology =
            switch badge.technology {
            case .number: ""
            case .feliCa(let code): " felica " + hexadecimal(code).uppercased()
            case .typeA: " type-a"
            case .typeB: " type-b"
            }
        return technology + (badge.assurance == .identifier ? "" : " \(badge.assurance)")
            + (badge.permanence == .lasting ? "" : " \(badge.permanence)")
    }
}
