// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

/// A FeliCa Lite-S card of the tests: its blocks, its locks, its MACs, and its absence on demand.
struct SimulatedLiteS {
    let idm: [UInt8]
    var pmm: [UInt8] = [0x00, 0xF1, 0x00, 0x00, 0x00, 0x01, 0x43, 0x00]
    var blocks: [UInt8: [UInt8]]
    /// After so many commands it is out of the field; `nil`: it stays.
    var leavesAfter: Int?
    /// What becomes of an answer on its way.
    var damage: (@Sendable ([UInt8]) -> [UInt8])?
    private(set) var commands: [[UInt8]] = []

    init(idm: [UInt8] = [0x01, 0x2E, 0x3D, 0x4C, 0x5B, 0x6A, 0x79, 0x88]) {
        self.idm = idm
        blocks = Dictionary(uniqueKeysWithValues: (0...0x0E).map { ($0, Self.zeros) })
        for number: UInt8 in [0x80, 0x83, 0x84, 0x86, 0x87, 0x92] { blocks[number] = Self.zeros }
        blocks[0x82] = idm + [0x00, 0x00, 0x12, 0x34, 0x56, 0x78, 0x9A, 0xBC]
        blocks[0x85] = [0x88, 0xB4] + [UInt8](repeating: 0, count: 14)
        blocks[0x88] = [0xFF, 0xFF, 0xFF, 0x01, 0x07] + [UInt8](repeating: 0, count: 11)
        blocks[0x90] = [0x00, 0xFE, 0xFF] + [UInt8](repeating: 0, count: 13)
    }

    private static let zeros = [UInt8](repeating: 0, count: 16)

    var card: FeliCaCard? { FeliCaCard(idm: idm, pmm: pmm, systemCode: 0x88B4) }
    var isLocked: Bool { blocks[0x88]?[2] == 0 }

    /// What the card answers; nothing, where it is away or is asked nothing that it knows.
    mutating func answer(_ command: [UInt8]) -> [UInt8] {
        if let leavesAfter, commands.count >= leavesAfter { return [] }
        commands.append(command)
        guard command.count > 13, Int(command[0]) == command.count,
            command[2..<10].elementsEqual(idm)
        else { return [] }
        let service = command[11]
        let numbers = (0..<Int(command[13])).map { command[15 + 2 * $0] }
        let content = Array(command.dropFirst(14 + 2 * numbers.count))
        let reply: [UInt8]
        switch (command[1], service) {
        case (0x06, 0x0B): reply = read(numbers)
        case (0x08, 0x09): reply = write(numbers, content)
        default: return []
        }
        let framed = [UInt8(reply.count + 10), command[1] + 1] + idm + reply
        return damage?(framed) ?? framed
    }

    private mutating func read(_ numbers: [UInt8]) -> [UInt8] {
        guard (1...4).contains(numbers.count) else { return [0xFF, 0xA2] }
        var given: [UInt8] = []
        for number in numbers {
            switch number {
            case 0x81:
                given += mac(over: given, flipped: false) + [UInt8](repeating: 0, count: 8)
            case 0x80, 0x87: given += Self.zeros
            default:
                guard let block = blocks[number] else { return [0x01, 0xA8] }
                given += block
            }
        }
        return [0x00, 0x00, UInt8(numbers.count)] + given
    }

    private mutating func write(_ numbers: [UInt8], _ content: [UInt8]) -> [UInt8] {
        let block = numbers[0]
        guard content.count == 16 * numbers.count, blocks[block] != nil else {
            return [0x01, 0xA8]
        }
        let configuration = blocks[0x88] ?? Self.zeros
        let isSystem = block >= 0x82 && block <= 0x88
        if numbers.count == 1 {
            if isSystem && configuration[2] == 0 { return [0x01, 0xA8] }
            if block <= 0x0E && configuration[10 + Int(block) / 8] >> (block % 8) & 1 == 1 {
                return [0x02, 0xB2]
            }
        } else {
            guard numbers.count == 2, numbers[1] == 0x91 else { return [0x01, 0xA8] }
            if isSystem && configuration[2] == 0 {
                guard [0x86, 0x87].contains(block), configuration[5] & 1 == 1 else {
                    return [0x01, 0xA8]
                }
            }
            let count = Array((blocks[0x90] ?? Self.zeros).prefix(3))
            let head = count + [0, block, 0, 0x91, 0]
            let expected = mac(over: head + content.prefix(16), flipped: true)
            guard content[16..<24].elementsEqual(expected), content[24..<27].elementsEqual(count)
            else { return [0x02, 0xB2] }
            blocks[0x90]?[0] &+= 1
        }
        blocks[block] = Array(content.prefix(16))
        return [0x00, 0x00]
    }

    /// Computed apart from the program's own way: block by block, with the keys turned by hand.
    private func mac(over bytes: [UInt8], flipped: Bool) -> [UInt8] {
        let zero = [UInt8](repeating: 0, count: 8)
        let stored = blocks[0x87] ?? Self.zeros
        let challenge = blocks[0x80] ?? Self.zeros
        let key = Array(stored[..<8].reversed() + stored[8...].reversed())
        let first = Array(challenge[..<8].reversed())
        let second = Array(challenge[8...].reversed())
        let sessionFirst = Self.des(first, key, from: zero)
        let sessionSecond = Self.des(second, key, from: sessionFirst)
        let session = flipped ? sessionSecond + sessionFirst : sessionFirst + sessionSecond
        var chain = first
        for start in stride(from: 0, to: bytes.count, by: 8) {
            chain = Self.des(bytes[start..<(start + 8)].reversed(), session, from: chain)
        }
        return chain.reversed()
    }

    private static func des(_ block: [UInt8], _ key: [UInt8], from chain: [UInt8]) -> [UInt8] {
        (try? TripleDES.encrypted(block, under: key, from: chain)) ?? []
    }
}

extension SimulatedLiteS {
    /// Carries a dialogue on with the card until its end.
    mutating func play(_ dialogue: inout some CardDialogue) -> [Read.Content] {
        var step = dialogue.next(after: nil)
        for _ in 0..<100 {
            switch step {
            case .exchange(let frame, _): step = dialogue.next(after: answer(frame))
            case .done(let contents): return contents
            case .settled: return []
            }
        }
        Issue.record("the dialogue has no end")
        return []
    }

    /// Carries an issue on with the card until its end.
    mutating func play(_ issuing: inout FeliCaIssuing) -> CardIssue? {
        var step = issuing.next(after: nil)
        for _ in 0..<100 {
            switch step {
            case .exchange(let frame, _): step = issuing.next(after: answer(frame))
            case .end(let issue): return issue
            }
        }
        Issue.record("the issue has no end")
        return nil
    }
}
