// SPDX-License-Identifier: Apache-2.0
import Testing

extension BoardTests {
    @Test func `an entry's record is flushed before any line moves (L1)`() async throws {
        let process = try await board.process()
        try await board.shell(
            """
            systemd-run --unit=trace --quiet strace -f -y -p \(process) -o /root/trace \
                -e trace=pwrite64,fsync,fdatasync,ioctl
            timeout 30 sh -c 'until ! grep -q "TracerPid:.0$" /proc/\(process)/task/*/status; do :; done'
            """
        )
        try await board.type(Badge.staff + "\\n", at: .monitorIn)
        try await board.wait("monitor-lock", 1)
        try await board.systemctl("stop", "trace")
        try await board.open("monitor")
        try await board.wait("monitor-lock", 0)
        try await board.close("monitor")
        let calls = try await board.shell("cat /root/trace").split(separator: "\n")
        let moved = try #require(
            calls.firstIndex { $0.contains("SET_LINE_VALUES") || $0.contains("SET_VALUES") },
            "no line was set"
        )
        let written = try #require(
            calls[..<moved].lastIndex { $0.contains("pwrite64(") && $0.contains("-wal>") },
            "nothing was written before the line moved"
        )
        let flushed = calls[written..<moved].contains {
            ($0.contains("fdatasync(") || $0.contains("fsync(")) && $0.contains("-wal>")
        }
        #expect(flushed, "\(calls[written...moved].joined(separator: "\n"))")
    }

    /// What may be wrong with the database while the service runs.
    enum Trouble: String, CaseIterable {
        case full, readOnly, deleted

        var begin: String {
            switch self {
            case .full: Trouble.fill
            // As the kernel does it itself when a disk fails.
            case .readOnly:
                "sync; echo u > /proc/sysrq-trigger; until grep -q '/var/lib/tachiai ext4 ro' /proc/mounts; do :; done"
            case .deleted:
                "cd /var/lib/tachiai; for file in tachiai.sqlite*; do ln $file kept.$file; rm $file; done"
            }
        }

        var end: String {
            switch self {
            case .full: "rm /var/lib/tachiai/full.*"
            case .readOnly: "mount -o remount,rw /var/lib/tachiai; mount -o remount,rw /"
            case .deleted:
                "cd /var/lib/tachiai; for file in kept.*; do mv $file ${file#kept.}; done"
            }
        }

        /// Takes the last block, also of what is reserved for root.
        private static let fill = """
            python3 - <<'END'
            import os
            size, number = 1 << 28, 0
            while size >= 4096:
                path = f"/var/lib/tachiai/full.{number}"
                file = os.open(path, os.O_CREAT | os.O_WRONLY)
                try:
                    os.posix_fallocate(file, 0, size)
                    number += 1
                except OSError:
                    os.ftruncate(file, 0)
                    size //= 2
                os.close(file)
            END
            sync
            """
    }

    @Test(arguments: Trouble.allCases)
    func `without a journal nobody enters, everybody leaves, and the service lives (L1, L4)`(
        trouble: Trouble
    ) async throws {
        let mark = try await board.lastRecord()
        let process = try await board.process()
        try await board.shell(trouble.begin, within: 60)
        let outcome = await Result { try await passWithoutJournal() }
        try await board.shell(trouble.end)
        try outcome.get()
        let ended = ["alarm": "journal-unavailable", "state": "ended"] as KeyValuePairs
        #expect(try await board.record(ended, after: mark) != nil)
        // What happened meanwhile is on record after all.
        let denied = try await board.record(["kind": "denied"], after: mark)
        #expect(denied?.reason == "journal-unavailable")
        #expect(try await board.record(["state": "exit-button"], after: mark) != nil)
        #expect(try await board.process() == process)
        try await enter("monitor", with: Badge.colleague, at: .monitorIn)
    }

    private func passWithoutJournal() async throws {
        let before = try await board.history("monitor-lock").count
        try await board.type(Badge.staff + "\\n", at: .monitorIn)
        try await board.wait("monitor-red", 1)
        #expect(try await board.history("monitor-lock").count == before)
        try await board.pressExit("monitor")
        try await board.open("monitor")
        try await board.wait("monitor-lock", 0)
        try await board.close("monitor")
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
