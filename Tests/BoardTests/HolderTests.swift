// SPDX-License-Identifier: Apache-2.0
import Testing

/// Somebody else holds a reader, as the service sees it under the shipped unit.
extension BoardTests {
    @Test
    func `pcscd that holds a reader is named with the remedy, and the reader is back when it ends`()
        async throws
    {
        try await board.systemctl("stop", "tachiaid")
        try await board.shell("pcscd")
        try await board.served(.stackIn)
        let mark = try await board.lastRecord()
        try await board.startService()
        let lost = ["reader": "stack-in", "state": "lost"] as KeyValuePairs
        #expect(try await board.record(lost, after: mark) != nil)
        // The unit hides other users' processes from the service; it says what it can.
        let log = try await board.shell("journalctl -b -u tachiaid | grep 'reader fails'")
        #expect(log.contains("LIBUSB_ERROR_BUSY"), "\(log)")
        #expect(log.contains("pcscd"))
        #expect(log.contains("systemctl mask --now pcscd.socket pcscd.service"))
        // Root sees the process itself.
        let listed = try await board.shell(
            "LANG=C tachiaid hardware /etc/tachiai/tachiai.yaml || true"
        )
        #expect(listed.contains("pcscd (process "), "\(listed)")
        try await board.shell("kill $(cat /run/pcscd/pcscd.pid)")
        let back = ["reader": "stack-in", "state": "back"] as KeyValuePairs
        #expect(try await board.record(back, after: mark) != nil)
    }
}
