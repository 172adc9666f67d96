// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// What happens, as it happens: server-sent events of the journal, the doors and the board.
///
/// A record's number is its event's id: a client that was cut off sends the last one it saw, and misses nothing. The
/// gate is asked again each time, since a right may end while somebody follows (L7).
struct EventAnswers: Sendable {
    private let parts: AdminParts
    private let limits: AdminLimits
    private let gate: Gate
    private let crowd: Crowd

    init(parts: AdminParts, limits: AdminLimits, gate: Gate) {
        self.parts = parts
        self.limits = limits
        self.gate = gate
        crowd = Crowd(most: limits.eventStreams)
    }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                method: .get,
                path: APIPath.journalEvents,
                right: .readAll,
                summary: "The journal as it grows: events `record`, each with its number as id",
                query: JournalAnswers.filters,
                gives: .events,
                answer: .bearer { call in try await follow(call, withBoard: false) }
            ),
            Endpoint(
                method: .get,
                path: APIPath.events,
                right: .seeHardware,
                summary:
                    "The doors as they change (events `door`), how all of the board stands (`board`), "
                    + "and the journal for who may read it (`record`)",
                query: JournalAnswers.filters,
                gives: .events,
                answer: .bearer { call in try await follow(call, withBoard: true) }
            ),
        ]
    }

    private func follow(_ call: Call, withBoard: Bool) async throws -> Response {
        var query = try call.journalQuery(in: parts.calendar)
        if let last = try lastSeen(call.request) {
            query.after = last
        } else if query.after == 0 {
            query.after = try await newest()
        }
        guard crowd.enter() else { throw Problem.crowded }
        let place = CrowdPlace(crowd)
        let stream = EventStream(
            parts: parts,
            limits: limits,
            gate: gate,
            headers: call.request.headers,
            right: call.endpoint.right,
            showsBoard: withBoard
        )
        let start = query
        return Response(
            status: .ok,
            headers: [.contentType: MediaType.events],
            body: .init { writer in
                try await stream.write(
                    from: start,
                    to: call.bearer,
                    until: call.request.body,
                    into: &writer
                )
                try await writer.finish(nil)
                withExtendedLifetime(place) {}
            }
        )
    }

    private func lastSeen(_ request: Request) throws -> RecordNumber? {
        guard let name = HTTPField.Name("Last-Event-ID"), let written = request.headers[name] else {
            return nil
        }
        guard written.utf8.allSatisfy({ (0x30...0x39).contains($0) }), written.utf8.count <= 18,
            let number = RecordNumber(written)
        else {
            throw Problem.malformed(
                "Last-Event-ID must be a record's number.",
                "Last-Event-ID は記録の番号です。"
            )
        }
        return number
    }

    private func newest() async throws -> RecordNumber {
        var query = JournalQuery()
        query.last = 1
        return try await parts.registry.journal(query).last?.number ?? 0
    }
}

/// One place in a crowd; left when nobody holds it any more, be the stream ever begun or not.
final class CrowdPlace: Sendable {
    private let crowd: Crowd

    init(_ crowd: Crowd) {
        self.crowd = crowd
    }

    deinit { crowd.leave() }
}
