// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// The journal as it grows: server-sent events, each with its record's number as its id.
///
/// A client that was cut off sends the last id it saw, and misses nothing. The gate is asked again
/// each time, since a right may end while somebody follows (L7).
struct JournalEvents: Sendable {
    private let parts: AdminParts
    private let limits: AdminLimits
    private let gate: Gate
    private let crowd: Crowd

    /// Why a stream looks up.
    private enum Wake: Sendable {
        case grown(RecordNumber)
        case heartbeat
    }

    init(parts: AdminParts, limits: AdminLimits, gate: Gate) {
        self.parts = parts
        self.limits = limits
        self.gate = gate
        crowd = Crowd(most: limits.eventStreams)
    }

    @Sendable func follow(_ request: Request, _ bearer: Bearer) async throws -> Response {
        var query = try JournalQuery(request, limits: limits, in: parts.calendar)
        if let last = try lastSeen(request) {
            query.after = last
        } else if query.after == 0 {
            query.after = try await newest()
        }
        guard crowd.enter() else { throw Problem.crowded }
        let place = CrowdPlace(crowd)
        var headers: HTTPFields = [.contentType: MediaType.events]
        headers[.cacheControl] = "no-store"
        let start = query
        let shown = request.headers
        return Response(
            status: .ok,
            headers: headers,
            body: .init { writer in
                try await write(start, for: shown, into: &writer)
                try await writer.finish(nil)
                withExtendedLifetime(place) {}
            }
        )
    }

    @concurrent private func write(
        _ start: JournalQuery,
        for headers: HTTPFields,
        into writer: inout any ResponseBodyWriter
    ) async throws {
        // Subscribed before the first look, so that nothing falls between the two.
        let growth = parts.registry.journalGrowth()
        var query = start
        query.last = nil
        query.limit = 100
        try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
        try await drain(&query, into: &writer)
        let (wakes, continuation) = AsyncStream.makeStream(
            of: Wake.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        let waker = parts.time.makeWaker { continuation.yield(.heartbeat) }
        defer { waker.wake(at: nil) }
        try await withGracefulShutdownHandler {
            try await withThrowingTaskGroup(of: Void.self) { group in
                defer { group.cancelAll() }
                group.addTask {
                    for await number in growth { continuation.yield(.grown(number)) }
                    continuation.finish()
                }
                waker.wake(at: parts.time.now().instant + limits.heartbeat)
                for await wake in wakes {
                    guard try await isStillAllowed(headers) else { return }
                    try await answer(wake, &query, into: &writer)
                    waker.wake(at: parts.time.now().instant + limits.heartbeat)
                }
            }
        } onGracefulShutdown: {
            continuation.finish()
        }
    }

    @concurrent private func answer(
        _ wake: Wake,
        _ query: inout JournalQuery,
        into writer: inout any ResponseBodyWriter
    ) async throws {
        switch wake {
        case .grown(let number):
            try await drain(&query, into: &writer)
            // Records that do not match need not be looked at again.
            query.after = max(query.after, number)
        case .heartbeat: try await writer.write(ByteBuffer(string: ":\n\n"))
        }
    }

    /// Writes what there is, page by page.
    @concurrent private func drain(
        _ query: inout JournalQuery,
        into writer: inout any ResponseBodyWriter
    ) async throws {
        while true {
            let lines = try await parts.registry.journal(query)
            var text = ""
            for line in lines {
                let json = try Reply.text(parts.reply(line))
                text += "id: \(line.number)\nevent: record\ndata: \(json)\n\n"
                query.after = line.number
            }
            if !text.isEmpty { try await writer.write(ByteBuffer(string: text)) }
            if lines.count < query.limit { return }
        }
    }

    private func isStillAllowed(_ headers: HTTPFields) async throws -> Bool {
        do {
            return try await gate.bearer(showing: headers).has(.readAll)
        } catch is Problem {
            return false
        }
    }

    private func lastSeen(_ request: Request) throws -> RecordNumber? {
        guard let name = HTTPField.Name("Last-Event-ID"), let written = request.headers[name] else {
            return nil
        }
        guard let number = RecordNumber(written), number >= 0 else {
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
