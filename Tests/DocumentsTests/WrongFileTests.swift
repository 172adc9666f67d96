// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Testing

struct WrongFileTests {
    @Test(arguments: Wrong.table(wrongPolicies))
    func `a wrong policy gets one line per mistake, at its place`(_ wrong: Wrong) throws {
        wrong.expect(try lines(ofPolicy: wrong.applied(to: section8)))
    }

    @Test(arguments: Wrong.table(wrongBoards))
    func `a wrong board file gets one line per mistake, at its place`(_ wrong: Wrong) throws {
        wrong.expect(try lines(ofBoard: wrong.applied(to: section9)))
    }

    @Test(arguments: Wrong.table(wrongScenarios))
    func `a wrong scenario gets one line per mistake, at its place`(_ wrong: Wrong) throws {
        wrong.expect(try lines(ofScenario: wrong.applied(to: section10)))
    }

    @Test func `every mistake of a file is listed, by line`() throws {
        let text = section8(
            [
                ("colour", "colour"), ("capacity: 8", "capacity: eight"),
                ("kinds: [information-department]", "kinds: [police]"),
                ("until: 2027-03-31, badges", "until: 2027-02-30, badges"),
                ("rooms: [server-4f]\n    by", "rooms: [server-5f]\n    by"),
                ("holidays: [2026-04-29]", "holidays: [today]"),
            ].filter { section8.contains($0.0) }
        )
        let places = try lines(ofPolicy: text).map { $0.prefix { $0 != " " } }
        #expect(places == ["12:15:", "17:37:", "20:93:", "29:12:", "42:13:"])
    }

    @Test func `every mistake is said in Japanese too`() throws {
        for wrong in Wrong.table(wrongPolicies) {
            let mistakes = try mistakes(ofPolicy: wrong.applied(to: section8))
            for mistake in mistakes {
                #expect(mistake.japaneseLine != mistake.englishLine)
                #expect(mistake.japanese.contains { $0 >= "\u{3040}" }, "\(mistake.japanese)")
            }
        }
        let open = try mistakes(ofPolicy: section8([("holidays: [2026", "holidays: [[2026")]))
        #expect(open.map(\.japanese).allSatisfy { !$0.contains("expected") && !$0.contains("did") })
        #expect(open.first?.japanese.hasPrefix("ここがYAMLの書き方になっていません。") == true)
        let zero = try mistakes(ofPolicy: section8([("capacity: 8", "capacity: 0")]))
        #expect(
            zero.map(\.japaneseLine)
                == ["policy.yaml:12:15: rooms[0].capacity: 0 は範囲外です。1から10000までです。"]
        )
    }

    @Test func `an alias cannot stand for more than can be read (L14)`() throws {
        let bomb =
            "a: &a [x,x,x,x,x,x,x,x,x]\n"
            + "bcdefghijk".reduce(into: (text: "", last: "a")) { bomb, name in
                let list = Array(repeating: "*\(bomb.last)", count: 9).joined(separator: ",")
                bomb = (bomb.text + "\(name): &\(name) [\(list)]\n", "\(name)")
            }.text
        #expect(try lines(ofPolicy: bomb + "? *k\n: x\n").count == 1)
        #expect(try lines(ofPolicy: bomb).map { $0.hasPrefix("1:1: the aliases") } == [true])
    }

    @Test func `a file that is nested without end is refused (L14)`() throws {
        let text = "rooms: " + String(repeating: "[", count: 100_000)
        #expect(try lines(ofPolicy: text).count == 1)
    }

    @Test(arguments: ["", "\n\n", "# nothing\n", "---\n", "~\n", "null\n"])
    func `an empty file is refused as such`(_ text: String) throws {
        #expect(
            try lines(ofPolicy: text)
                == ["1:1: the file is empty; expected a mapping of keys and values"]
        )
    }

    @Test func `a file that is no mapping is refused`() throws {
        let line = "1:1: expected a mapping of keys and values, found "
        #expect(try lines(ofPolicy: "- a\n") == [line + "a list"])
        #expect(try lines(ofPolicy: "rooms\n") == [line + "\"rooms\""])
    }

    @Test func `bytes that are no UTF-8 are named with their line`() throws {
        let latin = Array("rooms: []\nholidays: [] # ".utf8) + [0xE9, 0x0A]
        #expect {
            try Source(file: "f", bytes: latin)
        } throws: { error in
            "\(error)" == "f:2:1: the file is not UTF-8; save it as UTF-8"
        }
        let utf16: [UInt8] = [0xFF, 0xFE, 0x72, 0x00]
        #expect(throws: Mistakes.self) { try Source(file: "f", bytes: utf16) }
    }

    @Test func `a byte order mark and carriage returns change nothing`() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array(section8.replacing("\n", with: "\r\n").utf8)
        let source = try Source(file: "f", bytes: bytes)
        let read = try PolicyDocument.read(source, in: tokyo()).document
        #expect(try read == policy(section8))
    }

    @Test func `control characters are named by their place`() throws {
        let text = section8([("西村 良子", "西村\u{7}良子")])
        #expect(try lines(ofPolicy: text) == ["24:28: the control character U+7 is not allowed"])
    }
}
