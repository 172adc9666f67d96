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
        var conversation = try Self.conversation(first.words)
        var now = Instant(sinceBoot: .seconds(1))
        var moves = conversation.begin(at: now).filter { $0 != .ready }
        for (number, words) in lines.dropFirst() {
            let rest = Array(words.dropFirst())
            switch words[0] {
            case "<":
                moves += conversation.received(try Self.bytes(rest), from: .interrupt, at: now)
            case ">":
                let packet = try Self.bytes(rest)
                guard case .request(let request)? = moves.first, request.packet == packet else {
                    return Self.fail("\(name):\(number): the host sends \(moves.first as Any)")
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

    private static func conversation(_ words: [String]) throws -> any Conversation {
        let family = try #require(ReaderFamily(rawValue: words[1]))
        let specification = ReaderSpecification(
            id: "reader",
            family: family,
            place: .port(Bench.device.path),
            role: try role(words)
        )
        return family.makeConversation(
            on: Bench.seat,
            of: Bench.device,
            for: specification,
            proving: nil
        )
    }

    private static func role(_ words: [String]) throws -> ReaderSpecification.Role {
        guard words[0] == "reader" else { return .keys }
        let form = NumberForm(
            try #require(NumberForm.Radix(rawValue: words[2])),
            width: try #require(Int(words[3])),
            byteOrder: words.last == "reversed" ? .reversed : .asSent
        )
        let end = try #require(LineEnd(rawValue: words[4]))
        return .badges(try #require(form), end: end)
    }

    private static func bytes(_ words: [String]) throws -> [UInt8] {
        try words.map { try #require(UInt8($0, radix: 16)) }
    }

    private static func text(_ move: Move) -> String {
        switch move {
        case .request(let request): "request \(request.packet)"
        case .say(.badge(let badge)): "badge \(badge.number.exposed)"
        case .say(.key(.digit(let digit))): "key \(digit)"
        case .say(.key(.enter)): "enter"
        case .say(.key(.cancel)): "cancel"
        case .say(.unreadable(let text)): "unreadable \(text)"
        case let other: "\(other)"
        }
    }
}
