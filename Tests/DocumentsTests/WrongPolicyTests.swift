// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Testing

/// A change that makes the example of DESIGN §8 wrong, and the one line that must be said about it.
struct Wrong: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let line: String
    var testDescription: String { "\(new) → \(line.prefix(60))" }

    init(_ old: String, _ new: String, _ line: String) {
        self.old = old
        self.new = new
        self.line = line
    }
}

struct WrongPolicyTests {
    @Test(arguments: wrongForms + wrongReferences + wrongMeanings)
    func `one mistake brings one line at its place`(_ wrong: Wrong) throws {
        #expect(try lines(ofPolicy: section8([(wrong.old, wrong.new)])) == [wrong.line])
    }

    @Test func `every mistake of a file is listed, by line`() throws {
        let text = section8([
            ("site: main  ", "sight: main  "), ("capacity: 8", "capacity: eight"),
            ("kinds: [information-department]", "kinds: [police]"),
            ("until: 2027-03-31, badges", "until: 2027-02-30, badges"),
            ("rooms: [server-4f]\n    by", "rooms: [server-5f]\n    by"),
        ])
        let places = try lines(ofPolicy: text).map { $0.prefix { $0 != " " } }
        #expect(places == ["2:5:", "4:5:", "11:15:", "16:44:", "19:97:", "42:13:"])
    }

    @Test func `each line says the same in Japanese`() throws {
        let text = section8([("capacity: 8", "capacity: 0")])
        #expect {
            try PolicyDocument.read(Source(file: "p", text: text), in: tokyo())
        } throws: { error in
            (error as? Mistakes)?.japanese
                == "p:11:15: rooms[0].capacity: 0 は範囲外です。1から10000までです。"
        }
    }
}
