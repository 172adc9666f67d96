// SPDX-License-Identifier: Apache-2.0
import Testing

/// `tachiaid hardware` over a serial line, with peripherals that were not written here.
@Suite(.enabled(if: Libosdp.isAvailable), .serialized, .timeLimit(.minutes(2)))
struct HardwareLineTests {
    private let key = Libosdp.key

    /// The entries of the board file: one peripheral that is paired, and one that is not.
    private func line() async throws -> Libosdp {
        let line = try await Libosdp(["0:\(key)", "1:00112233445566778899aabbccddeeff"])
        try line.keep(key, for: "in")
        return line
    }

    @Test func `each peripheral is listed with what it is, its firmware, and how it stands`()
        async throws
    {
        let line = try await line()
        let listed = try await line.tachiaid(["--json"], seesOthers: false).rest()
            .joined(separator: "\n")
        #expect(listed.contains(#""address" : 0"#), "\(listed)")
        #expect(listed.contains(#""keypad" : "keys""#))
        #expect(listed.contains(#""identity" : "vendor "#) && listed.contains(", serial "))
        #expect(listed.contains(#""firmware" : ""#))
        #expect(listed.contains(#""state" : "served""#))
        #expect(listed.contains(#""state" : "it is not paired; order pairReader for it""#))
        await line.end()
    }

    @Test func `the next badge on a line is shown, and its number is not`() async throws {
        let line = try await line()
        let program = try line.tachiaid(["--next", "--json"])
        await line.hears("0 secure")
        line.tell("card 0 26 85097800")
        let shown = await program.line("{")
        #expect(shown?.contains(#""permanence":"lasting","reader":"in""#) == true, "\(shown ?? "")")
        #expect(shown?.contains("0A12F0") == false)
        _ = await program.rest()
        await line.end()
    }

    @Test func `a line that another program serves is left alone, and the program named`()
        async throws
    {
        let line = try await line()
        try line.serve(["0 in keys"])
        await line.says("in back")
        let listed = try await line.tachiaid(["--json"]).rest().joined(separator: "\n")
        #expect(listed.contains(#""ReaderProbe (process "#), "\(listed)")
        #expect(!listed.contains(#""state" :"#))
        let watched = try line.tachiaid(["--next", "--within", "2"], isComplaining: true)
        let complaint = await watched.line("in: ")
        #expect(complaint?.contains(" is taken: ") == true)
        #expect(complaint?.contains("ReaderProbe (process ") == true)
        _ = await watched.rest()
        line.tell("card 0 26 85097800")
        await line.says("in badge 0A12F0")
        await line.end()
        #expect(!line.said.contains { $0.contains("lost") })
    }
}
