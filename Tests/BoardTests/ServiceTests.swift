// SPDX-License-Identifier: Apache-2.0
import Testing

extension BoardTests {
    @Test(arguments: ["off", "on"])
    func `killed while the lock is released, the lock ends secure and the service is back (L2)`(
        outputsPersist: String
    ) async throws {
        let mark = try await board.lastRecord()
        let process = try await board.process()
        try await board.tell(["gpio", "persist", outputsPersist])
        try await board.type(Badge.staff + "\\n", at: .monitorIn)
        try await board.wait("monitor-lock", 1)
        let before = try await board.history("monitor-lock").count
        try await board.systemctl("kill", "--signal=KILL", "tachiaid")
        try await board.wait("monitor-lock", 0)
        #expect(
            try await board.record(["kind": "system", "state": "started"], after: mark) != nil
        )
        let after = try await board.history("monitor-lock").dropFirst(before)
        let commanded = after.compactMap(\.value)
        #expect(!commanded.isEmpty && commanded.allSatisfy { $0 == 0 })
        #expect(try await board.level("monitor-lock") == 0)
        #expect(try await board.process() != process)
        // The grant of which nobody knows any more whether it was used.
        #expect(try await board.record(["kind": "not-entered"], after: mark) != nil)
        for port in Board.Port.keyboards { try await board.served(port) }
        try await board.tell(["gpio", "persist", "off"])
    }

    @Test func `on SIGTERM the service ends in time, its lock secured and its record closed (L2)`()
        async throws
    {
        let mark = try await board.lastRecord()
        try await board.pressExit("monitor")
        try await board.systemctl("stop", "tachiaid")
        #expect(try await board.systemctl("show", "-P", "Result", "tachiaid") == "success")
        #expect(try await board.level("monitor-lock") == 0)
        #expect(try await board.history("monitor-lock").last { $0.value != nil }?.value == 0)
        let last = try #require(try await board.records("number > \(mark)").last)
        #expect(last.kind == "system")
        #expect(last.state == "stopped")
        // The readers are let go, and yet no keyboards of a console.
        #expect(try await inputDevices().isEmpty)
        try await board.startService()
    }

    @Test func `at the start the locks come first, whatever level was left on them (L2)`()
        async throws
    {
        try await board.systemctl("stop", "tachiaid")
        try await board.tell(["gpio", "persist", "on"])
        try await board.shell("gpioset --mode=exit $(gpiofind monitor-lock)=1")
        #expect(try await board.level("monitor-lock") == 1)
        let before = try await board.history().count
        try await board.startService()
        let commanded = try await board.history().dropFirst(before)
        let locks: Set = ["server-lock", "monitor-lock", "archive-lock", "stack-lock"]
        #expect(Set(commanded.prefix(locks.count).map(\.line)) == locks)
        #expect(commanded.prefix(locks.count).allSatisfy { $0.value == 0 })
        #expect(!commanded.contains { $0.line.hasSuffix("-lock") && $0.value == 1 })
        #expect(try await board.level("monitor-lock") == 0)
        try await board.tell(["gpio", "persist", "off"])
    }
}
