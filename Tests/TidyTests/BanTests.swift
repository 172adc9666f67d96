// SPDX-License-Identifier: Apache-2.0
import Testing

/// Words that this house does not use.
@Suite struct BanTests {
    @Test(arguments: [
        #"\bDate\(\)"#, #"\bDate\.now\b"#, #"\bUUID\(\)"#, #"\.random\s*\("#, #"\brandom\("#,
        #"\bTask\s*[{(.]"#, #"\bprint\("#, #"\bContinuousClock\b"#, #"\bSuspendingClock\b"#,
        #"\bProcessInfo\b"#, #"\bFileManager\b"#, #"\bTimeZone\.current\b"#, #"\bCodable\b"#,
        #"^(public |internal )?import (GRDB|NIO|Hummingbird|Yams|Logging|Crypto|Glibc|Dispatch)"#,
    ])
    func `L11 L15 the core reads no clock, draws no lot, does no input or output`(
        pattern: String
    ) throws {
        let core = Repository.sources.filter { $0.room == "Access" }
        #expect(core.count > 30)
        #expect(try core.flatMap { try $0.places(of: pattern) } == [])
    }

    @Test(arguments: [#"\bTask\s*\{"#, #"\bTask\.detached\b"#, #"\bTask\(priority"#])
    func `no task is loose: the shell uses child tasks`(pattern: String) throws {
        #expect(try Repository.sources.flatMap { try $0.places(of: pattern) } == [])
    }

    @Test func `a library prints nothing`() throws {
        let programs: Set = ["tachiai", "tachiaid"]
        let libraries = Repository.sources.filter { !programs.contains($0.room) }
        #expect(try libraries.flatMap { try $0.places(of: #"\bprint\("#) } == [])
    }

    @Test(arguments: [
        #"\btry!"#, #"\bas!"#, #"\bfatalError\b"#, #"\b(TODO|FIXME|XXX|HACK)\b"#,
        #"@unchecked Sendable"#,
    ])
    func `nothing is forced, nothing is left for later`(pattern: String) throws {
        let files = Repository.sources + Repository.tests.filter { $0.room != "TidyTests" }
        #expect(try files.flatMap { try $0.places(of: pattern) } == [])
    }

    @Test func `no type is called Manager, Helper or Util`() throws {
        let pattern = #"\b(class|struct|enum|actor|protocol) \w*(Manager|Helper|Util|Utils)\b"#
        let files = Repository.sources + Repository.tests
        #expect(try files.flatMap { try $0.places(of: pattern) } == [])
    }

    @Test func `L10 no secret's digits are read outside the rooms that derive digests`() throws {
        let rooms: Set = ["Access", "SQLiteLedger"]
        let readers = try Repository.sources.filter { !rooms.contains($0.room) }.filter {
            try !$0.places(of: #"\.exposed\b"#).isEmpty
        }
        // The token on its way to the caller, the policy on its way into the document, the desk's own badge.
        let allowed: Set = ["HTTPAdmin", "Documents", "USBReaders", "tachiaid", "tachiai"]
        #expect(readers.filter { !allowed.contains($0.room) }.map(\.path) == [])
    }
}
