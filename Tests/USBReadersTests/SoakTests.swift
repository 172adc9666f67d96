// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Ten thousand plug cycles, which take minutes: with TACHIAI_SOAK=CYCLES in the environment.
@Suite(
    .enabled(if: EmulatedUSB.isAvailable && Soak.cycles > 0),
    .serialized,
    .timeLimit(.minutes(60))
)
struct SoakTests {
    @Test(arguments: ["rc-s380 054c 06c1", "keyboard ffff 0035"])
    func `plugging in and out leaves neither memory nor open files behind`(_ kind: String)
        async throws
    {
        let words = kind.split(separator: " ").map(String.init)
        let reader = words[0] == "keyboard" ? "hex 16 enter" : "\(words[0]) FE00"
        let usb = try EmulatedUSB(serving: ["in 1-1.2 \(reader)"])
        await usb.line("in lost")
        let process = String(
            try #require(await usb.line("usb started")?.split(separator: " ").last)
        )
        var early = (files: 0, kilobytes: 0)
        for cycle in 0..<Soak.cycles {
            usb.send("plug 1-1.2 \(5 + cycle % 100) \(words[1]) \(words[2]) - \(words[0])")
            await usb.line("in back")
            usb.send("unplug 1-1.2")
            await usb.line("in lost")
            usb.forget()
            if cycle == Soak.cycles / 10 { early = try Self.use(of: process) }
        }
        let late = try Self.use(of: process)
        await usb.end()
        #expect(late.files <= early.files + 1)
        #expect(late.kilobytes <= early.kilobytes + 1024, "private memory \(early) then \(late)")
    }

    private static func use(of process: String) throws -> (files: Int, kilobytes: Int) {
        let text = try String(contentsOfFile: "/proc/\(process)/smaps_rollup", encoding: .utf8)
        let line = text.split(separator: "\n").first { $0.hasPrefix("Private_Dirty:") }
        let number = line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return (try EmulatedUSB.openFiles(of: process), try #require(number))
    }
}

/// How long the soak is to be.
private enum Soak {
    static let cycles =
        ProcessInfo.processInfo.environment["TACHIAI_SOAK"].flatMap { Int($0) } ?? 0
}
