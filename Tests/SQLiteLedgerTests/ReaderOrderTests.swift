// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct ReaderOrderTests {
    @Test func `a reader is paired by whoever's office allows it, and for a while`() async throws {
        let town = try await Town()
        let pair = Order.Act.pairReader("server-in", minutes: 5)
        let outcome = try await town.order(pair)
        guard case .accepted(let number, let effect) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(effect == .pairReader("server-in", minutes: 5))
        #expect(number > 0)
        let record = try #require(try await town.records().last)
        #expect(record.verb == "pairReader" && record.reader == "server-in")
        #expect(record.subject == "reader server-in for 5 min")
        for author in [Town.acting, Town.zeimuHead, Town.watchman, Town.auditor, Town.yamamoto] {
            #expect(try await town.order(pair, by: author) == .refused(.notAllowed))
        }
        for minutes in [0, -1, 61] {
            let outcome = try await town.order(.pairReader("server-in", minutes: minutes))
            #expect(outcome.isUnfit)
        }
    }

    @Test func `that a reader's key is replaced is on record`() async throws {
        let town = try await Town()
        let pair = Order.Act.pairReader("server-in", minutes: 5, replacing: true)
        #expect(try await town.order(pair).isAccepted)
        let record = try #require(try await town.records().last)
        #expect(record.subject == "reader server-in for 5 min, replacing its key")
    }
}
