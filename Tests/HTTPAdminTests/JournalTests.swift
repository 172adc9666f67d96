// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import HTTPAdmin

@Suite struct JournalTests {
    private func board(_ count: Int = 6) throws -> TestBoard {
        let board = try TestBoard()
        board.write(
            (1...count).map { number in
                var record = Record(number % 2 == 0 ? .entry : .denied)
                record.door = number % 3 == 0 ? "monitor" : "server"
                record.people = [PersonID("10000\(number)")]
                if record.kind == .denied { record.reason = .notDesignated }
                return record
            }
        )
        return board
    }

    private func numbers(_ visit: TestVisit, _ query: String) async throws -> [Int64] {
        try await visit.get(APIPath.journal + query).json(PageReply<RecordReply>.self).items.map(
            \.number
        )
    }

    @Test func `pages follow each other by the cursor`() async throws {
        try await board().visit { (visit) async throws in
            let first = try await visit.get(APIPath.journal + "?limit=4").json(
                PageReply<RecordReply>.self
            )
            #expect(first.items.map(\.number) == [1, 2, 3, 4])
            #expect(first.next == "4")
            #expect(try await numbers(visit, "?limit=4&after=4") == [5, 6])
            let end = try await visit.get(APIPath.journal + "?after=6").json(
                PageReply<RecordReply>.self
            )
            #expect(end.items.isEmpty)
            #expect(end.next == nil)
        }
    }

    @Test func `records are filtered by door, person, kind and time`() async throws {
        try await board().visit { (visit) async throws in
            #expect(try await numbers(visit, "?door=monitor") == [3, 6])
            #expect(try await numbers(visit, "?person=100002") == [2])
            #expect(try await numbers(visit, "?kind=denied") == [1, 3, 5])
            #expect(try await numbers(visit, "?kind=denied,entry&last=2") == [5, 6])
            #expect(try await numbers(visit, "?from=2026-04-10T12:04:00%2B09:00") == [5, 6])
            #expect(try await numbers(visit, "?until=2026-04-10T12:01:00%2B09:00") == [1])
            #expect(try await numbers(visit, "?until=2026-04-10") == [1, 2, 3, 4, 5, 6])
        }
    }

    @Test func `a record's JSON has the stable names of the journal`() async throws {
        try await board(1).visit { (visit) async throws in
            let text = try await visit.get(APIPath.journal).text
            #expect(
                text == """
                    {"items":[{"at":"2026-04-10T12:00:00.000+09:00",\
                    "digest":"\(String(repeating: "0", count: 64))","door":"server",\
                    "isTrusted":true,"kind":"denied","number":1,"people":["100001"],\
                    "reason":"not-designated"}]}
                    """
            )
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a follower that was cut off misses nothing`() async throws {
        let board = try board()
        board.counter.with { state in
            state.whenFollowed = { growth in
                board.write([Record(.door), Record(.alarm)])
                growth.yield(8)
                growth.finish()
            }
        }
        try await board.visit { (visit) async throws in
            let name = try #require(HTTPField.Name("Last-Event-ID"))
            let response = try await visit.send(.get, APIPath.journalEvents, [name: "4"])
            #expect(response.headers[.contentType] == MediaType.events)
            #expect(Self.ids(response.text) == [5, 6, 7, 8])
            #expect(response.text.hasPrefix("retry: "))
            #expect(response.text.contains("event: record\ndata: {"))
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a new follower begins at the end, and sees what matches`() async throws {
        let board = try board()
        board.counter.with { state in
            state.whenFollowed = { growth in
                board.write([Record(.door), Record(.alarm)])
                growth.finish()
            }
        }
        try await board.visit { (visit) async throws in
            let response = try await visit.get(APIPath.journalEvents + "?kind=alarm")
            #expect(Self.ids(response.text) == [8])
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `L7: a follower whose token is revoked is shown nothing more`() async throws {
        let board = try board()
        board.counter.with { state in
            state.whenFollowed = { growth in
                board.counter.with { $0.tokens = [:] }
                growth.yield(6)
            }
        }
        try await board.visit { (visit) async throws in
            let response = try await visit.get(APIPath.journalEvents)
            #expect(Self.ids(response.text) == [])
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `who follows the board is told how it stands at first, and whenever that changes`()
        async throws
    {
        let board = try board()
        board.counter.with { state in
            state.whenFollowed = { growth in
                growth.yield(8)
                board.counter.with { $0.status.isJournalAvailable = false }
                growth.finish()
            }
        }
        try await board.visit { (visit) async throws in
            let name = try #require(HTTPField.Name("Last-Event-ID"))
            let text = try await visit.send(.get, APIPath.events, [name: "4"]).text
            #expect(Self.ids(text).prefix(2) == [5, 6])
            let boards = text.split(separator: "event: board\ndata: ").dropFirst().map {
                String($0.prefix { $0 != "\n" })
            }
            let first = try JSONDecoder().decode(
                StatusReply.self,
                from: Data(try #require(boards.first).utf8)
            )
            #expect(first.board == board.parts.board)
            #expect(boards.last?.contains("\"isJournalAvailable\":false") == true)
            #expect(boards.count <= 2)
            #expect(text.contains("event: door\ndata: "))
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `L7: who may no longer read the journal follows the board without it`() async throws {
        let board = try board()
        board.counter.with { state in
            state.whenFollowed = { growth in
                board.counter.with { state in
                    state.appointments = state.appointments.map { held in
                        var held = held
                        held.office = .installer
                        return held
                    }
                }
                board.write([Record(.door)])
                growth.yield(9)
                growth.finish()
            }
        }
        try await board.visit { (visit) async throws in
            let name = try #require(HTTPField.Name("Last-Event-ID"))
            let text = try await visit.send(.get, APIPath.events, [name: "4"]).text
            #expect(!text.contains("id: 9"))
        }
    }

    @Test func `L14: more followers than there is room for are turned away`() async throws {
        var board = try board()
        board.limits.eventStreams = 0
        try await board.visit { (visit) async throws in
            #expect(try await visit.get(APIPath.journalEvents).problem == .busy)
        }
    }

    private static func ids(_ text: String) -> [Int] {
        text.split(separator: "\n").filter { $0.hasPrefix("id: ") }.compactMap {
            Int($0.dropFirst(4))
        }
    }
}
