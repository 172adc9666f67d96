// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Foundation
import Testing

@testable import tachiai

/// The personnel office's list, as programs write it and as it arrives damaged (issue 3.6).
@Suite struct TransferListTests {
    private static let japanese =
        "職員番号,氏名,異動先,職名\r\n100123,山本 一郎,総務課,主査\r\n200101,\"竹内, 翔\",退職,\r\n"

    private func list(_ bytes: [UInt8]) throws -> TransferList {
        try TransferList(try CSVTable(try CSVText(bytes).text))
    }

    private func mistakes(_ text: String) -> [String] {
        do {
            return try list(Array(text.utf8)).mistakes.map {
                Words(language: .english).line($0, of: "f")
            }
        } catch let mistake as CSVMistake {
            return [Words(language: .english).line(mistake, of: "f")]
        } catch let mistakes as CSVMistakes {
            return mistakes.all.map { Words(language: .english).line($0, of: "f") }
        } catch {
            return ["\(error)"]
        }
    }

    /// Code page 932, of which these characters are no part of the JIS standard.
    private static let windows: [UInt8] =
        Array("person,name,department\r\n1,".utf8)
        + [0xFB, 0xFC, 0x8B, 0xB4, 0x81, 0x60, 0xED, 0x95, 0x87, 0x40] + Array(",".utf8)
        + [0x91, 0x8D, 0x96, 0xB1, 0x89, 0xDB] + Array("\r\n".utf8)

    @Test func `UTF-8 with or without its mark, with CRLF or LF, reads alike`() throws {
        let plain = Array(Self.japanese.utf8)
        let unix = Array(Self.japanese.replacing("\r\n", with: "\n").utf8)
        for bytes in [plain, [0xEF, 0xBB, 0xBF] + plain, unix, Array(unix.dropLast())] {
            let list = try list(bytes)
            #expect(list.moves.map(\.person.text) == ["100123", "200101"])
            #expect(list.moves.map { $0.department?.text } == ["総務課", nil])
            #expect(list.moves[1].name?.text == "竹内, 翔")
            #expect(list.ignored == ["職名"])
        }
    }

    @Test func `Shift_JIS reads as Windows writes it`() throws {
        let list = try list(Self.windows)
        #expect(list.moves[0].name?.text == "髙橋～﨑①")
        #expect(list.moves[0].department?.text == "総務課")
    }

    @Test func `a list in Shift_JIS written here reads as its UTF-8 does`() throws {
        let bytes = try #require(Self.japanese.data(using: .shiftJIS))
        #expect(try list(Array(bytes)).moves == list(Array(Self.japanese.utf8)).moves)
    }

    @Test func `columns may stand in any order, be called in either language, and part by tabs`()
        throws
    {
        let text = "Effective\tDepartment\tID\n2026-04-01\tsomu\t１００１２３\n"
        let list = try list(Array(text.utf8))
        #expect(list.moves[0].person.text == "100123")
        #expect(try list.days { $0 } == ["2026-04-01"])
    }

    @Test(
        arguments: [
            ("", ["f:1:1: nobody is in it."]),
            ("person,department\n", ["f:1:1: nobody is in it."]),
            (
                "a,b\n1,x\n",
                [
                    "f:1:1: there is no column 'person' (or 職員番号).",
                    "f:1:1: there is no column 'department' (or 異動先).",
                ]
            ),
            ("person,person,to\n1,1,x\n", ["f:1:8: there are two columns 'person'."]),
            (
                "person,to\n1,x,y\n2\n",
                [
                    "f:2:5: 3 fields, where the head has 2.",
                    "f:3:1: 1 fields, where the head has 2.",
                ]
            ),
            ("person,to\n\"1,x\n2,y\n", ["f:2:1: the quotation mark is never closed."]),
            ("person,to\n1\"2,x\n", ["f:2:2: a quotation mark inside an unquoted field."]),
            ("person,to\n\"1\"2,x\n", ["f:2:4: something follows a closed quotation mark."]),
            ("person,to\n1,a\u{0}b\n", ["f:2:4: there is a control character."]),
            (
                "person,to\n,x\n1,\n2,x\n2,y\n",
                [
                    "f:2:1: the person's number is missing.", "f:3:3: the destination is missing.",
                    "f:5:1: 2 is also in line 4.",
                ]
            ),
            ("person,to,leaves\n1,somu,○\n", ["f:2:3: somebody who leaves has a destination."]),
        ]
    )
    func `every mistake is named with its line and column`(_ text: String, _ expected: [String]) {
        #expect(mistakes(text) == expected)
    }

    @Test func `a byte of no encoding is named by its place, UTF-16 by its mark`() throws {
        let head = Array("person,to\n1,".utf8)
        let broken = head + [0x82, 0xA0, 0xFF, 0x41]
        let mistake = try #require(throws: CSVMistake.self) { try CSVText(broken) }
        #expect(mistake == CSVMistake(2, 4, .undecodable))
        let cut = head + [0x82]
        #expect(
            try #require(throws: CSVMistake.self) { try CSVText(cut) }
                == CSVMistake(2, 3, .undecodable)
        )
        let wide: [UInt8] = [0xFF, 0xFE, 0x70, 0x00]
        #expect(try #require(throws: CSVMistake.self) { try CSVText(wide) }.kind == .utf16)
        let long = [UInt8](repeating: 0x31, count: CSVText.longest + 1)
        #expect(try #require(throws: CSVMistake.self) { try CSVText(long) }.kind == .tooLong)
    }

    @Test(arguments: 0..<200)
    func `whatever is broken in it, a list is read or refused`(_ seed: UInt64) {
        var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var bytes = seed % 2 == 0 ? Array(Self.japanese.utf8) : Self.windows
        for _ in 0...next(8) {
            let place = next(bytes.count)
            switch next(3) {
            case 0: bytes[place] = UInt8(next(256))
            case 1: bytes.remove(at: place)
            default: bytes.insert([0x22, 0x2C, 0x0A, 0x0D, 0x00, 0x82][next(6)], at: place)
            }
        }
        do {
            let list = try list(bytes)
            #expect(!list.moves.isEmpty || !list.mistakes.isEmpty, "seed \(seed)")
        } catch let mistakes as CSVMistakes {
            #expect(!mistakes.all.isEmpty, "seed \(seed)")
        } catch {
            #expect(error is CSVMistake, "seed \(seed)")
        }
    }

    private static let people = [
        PersonRow(id: "100123", name: "山本 一郎", department: "joho"),
        PersonRow(id: "100130", name: "高崎 花", department: "joho"),
    ]
    private static let departments = [
        DepartmentRow(id: "somu", name: "総務課"), DepartmentRow(id: "joho", name: "企画広報課"),
    ]

    private func matched(_ text: String, ignoring: Bool = false) throws -> TransferList.Matched {
        try list(Array(text.utf8)).matched(
            people: Self.people,
            departments: Self.departments,
            ignoringUnknown: ignoring
        )
    }

    @Test func `people and departments are found by number and name, old forms of characters too`()
        throws
    {
        let found = try matched("番号,氏名,新所属\n100123,山本　一郎,総務課\n100130,髙﨑花,退職\n")
        #expect(
            found.moves == [
                MoveRow(person: "100123", department: "somu"),
                MoveRow(person: "100130", leaves: true),
            ]
        )
    }

    @Test func `who is not in the register is a mistake, unless that is said to be meant`() throws {
        let text = "番号,氏名,新所属\n999999,別人,総務課\n100123,山本一郎,somu\n"
        let mistakes = try #require(throws: CSVMistakes.self) { try matched(text) }
        #expect(mistakes.all == [CSVMistake(2, 1, .unknownPerson("999999"))])
        let found = try matched(text, ignoring: true)
        #expect(found.moves.map(\.person) == ["100123"] && found.unknown.count == 1)
    }

    @Test
    func `a slip of the number does not pass for a stranger, a wrong name not for the person`()
        throws
    {
        let slip = "番号,氏名,新所属\n100132,山本一郎,総務課\n"
        #expect(throws: CSVMistakes.self) { try matched(slip, ignoring: true) }
        let other = "番号,氏名,新所属\n100123,山本次郎,無い課\n"
        let mistakes = try #require(throws: CSVMistakes.self) { try matched(other) }
        #expect(
            mistakes.all == [
                CSVMistake(2, 8, .otherName("山本次郎", registered: "山本 一郎")),
                CSVMistake(2, 13, .unknownDepartment("無い課")),
            ]
        )
    }

    @Test func `mistakes of the lines and of what they name come in one go, in their order`() throws
    {
        let text = "番号,氏名,新所属\n999999,別人,総務課\n100123,山本一郎,somu\n,名無し,somu\n100130,高崎 花,無い課\n1,2\n"
        let mistakes = try #require(throws: CSVMistakes.self) { try matched(text) }
        #expect(mistakes.all.map(\.line) == [2, 4, 5, 6])
    }

    @Test func `the day stands in the list where it is the same for all`() throws {
        let same = try list(Array("番号,発令日,新所属\n1,2026/4/1,x\n2,2026/4/1,x\n".utf8))
        #expect(try same.days { $0 } == ["2026/4/1"])
        let two = try list(Array("番号,発令日,新所属\n1,2026/4/1,x\n2,2026/5/1,x\n".utf8))
        #expect(try two.days { $0 } == ["2026/4/1", "2026/5/1"])
        let mistakes = try #require(throws: CSVMistakes.self) {
            try same.days { throw Complaint(.usage, $0) }
        }
        #expect(mistakes.all.first == CSVMistake(2, 3, .badDay("2026/4/1")))
    }
}
