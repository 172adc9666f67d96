// SPDX-License-Identifier: Apache-2.0
import Testing

extension BoardTests {
    @Test func `a designated person enters, and both grant and entry are on record`() async throws {
        let mark = try await board.lastRecord()
        try await board.type(Badge.colleague + "\\n", at: .monitorIn)
        try await board.wait("monitor-lock", 1)
        try await board.open("monitor")
        try await board.wait("monitor-lock", 0)
        let entry = try #require(
            try await board.record(["kind": "entry", "door": "monitor"], after: mark)
        )
        #expect(entry.people == ["100124"])
        let entered = try await board.record(["kind": "entered"], after: entry.number)
        #expect(entered?.of == entry.number)
        try await board.close("monitor")
        let shown = try await board.shell("tachiai journal --last 10 --kind entry --json")
        #expect(shown.contains(#""100124""#))
    }

    @Test func `an undesignated person does not enter`() async throws {
        let mark = try await board.lastRecord()
        let before = try await board.history("monitor-lock", "server-lock").count
        try await board.type(Badge.undesignated + "\\n", at: .monitorIn)
        let denied = try await board.record(["kind": "denied", "door": "monitor"], after: mark)
        #expect(denied?.reason == "not-designated")
        #expect(denied?.people == ["100125"])
        #expect(try await board.history("monitor-lock", "server-lock").count == before)
    }

    @Test func `a visitor enters with an escort, and both are in one record`() async throws {
        let mark = try await board.lastRecord()
        try await board.type(Badge.visitor + "\\n", at: .serverIn)
        try await board.type(Badge.staff + "\\n", at: .serverIn)
        #expect(try await board.level("server-lock") == 0)
        try await board.type("482137#", at: .serverKeys)
        try await board.wait("server-lock", 1)
        try await board.open("server")
        try await board.wait("server-lock", 0)
        try await board.close("server")
        let entry = try #require(
            try await board.record(["kind": "entry", "door": "server"], after: mark)
        )
        #expect(entry.people == ["V-001"])
        #expect(entry.escort == "100123")
        #expect(entry.approvals == ["A-1"])
    }

    @Test func `the exit button and the exit reader let out`() async throws {
        let mark = try await board.lastRecord()
        try await board.pressExit("server")
        try await board.open("server")
        try await board.wait("server-lock", 0)
        try await board.close("server")
        #expect(try await board.record(["state": "exit-button"], after: mark)?.door == "server")
        try await board.type("0000000001\\n", at: .serverOut)
        try await board.wait("server-lock", 1)
        try await board.open("server")
        try await board.wait("server-lock", 0)
        try await board.close("server")
        let exit = try await board.record(["kind": "exit"], after: mark)
        #expect(exit?.reader == "server-out")
        #expect(exit?.people == ["V-001"])
    }
}
