// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// One follower's stream: what is new is written, page by page, and whoever may no longer see it sees no more.
struct EventStream: Sendable {
    let parts: AdminParts
    let limits: AdminLimits
    let gate: Gate
    let headers: HTTPFields
    let right: Right
    let showsBoard: Bool

    /// Why a stream looks up.
    private enum Wake: Sendable {
        case grown(RecordNumber)
        case timePassed
    }

    /// What the follower was told.
    private struct Told {
        var query: JournalQuery
        var board: StatusReply?
        var lastWritten: Instant
    }

    /// Writes until the follower goes, the right ends, or the service stops.
    @concurrent func write(
        from start: JournalQuery,
        to bearer: Bearer,
        until body: RequestBody,
        into writer: inout any ResponseBodyWriter
    ) async throws {
        // Following begins before the first look, so that nothing falls between.
        let growth = parts.registry.journalGrowth()
        var told = Told(query: start, lastWritten: parts.time.now().instant)
        try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
        try await look(&told, for: bearer, into: &writer)
        let (wakes, continuation) = AsyncStream.makeStream(
            of: Wake.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        let waker = parts.time.makeWaker { continuation.yield(.timePassed) }
        defer { waker.wake(at: nil) }
        try await body.consumeWithInboundCloseHandler { _ in
            try await withGracefulShutdownHandler {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    defer { group.cancelAll() }
                    group.addTask {
                        for await number in growth { continuation.yield(.grown(number)) }
                        continuation.finish()
                    }
                    waker.wake(at: nextGlance)
                    for await wake in wakes {
                        guard let bearer = try await gate.bearerStill(showing: headers),
                            bearer.has(right)
                        else { return }
                        try await answer(wake, &told, for: bearer, into: &writer)
                        waker.wake(at: nextGlance)
                    }
                }
            } onGracefulShutdown: {
                continuation.finish()
            }
        } onInboundClosed: {
            continuation.finish()
        }
    }

    private var nextGlance: Instant {
        parts.time.now().instant + (showsBoard ? limits.doorGlance : limits.heartbeat)
    }

    @concurrent private func answer(
        _ wake: Wake,
        _ told: inout Told,
        for bearer: Bearer,
        into writer: inout any ResponseBodyWriter
    ) async throws {
        try await look(&told, for: bearer, into: &writer)
        if case .grown(let number) = wake {
            // Records that do not match need not be looked at again.
            told.query.after = max(told.query.after, number)
        }
        let now = parts.time.now().instant
        guard now - told.lastWritten >= limits.heartbeat else { return }
        told.lastWritten = now
        try await writer.write(ByteBuffer(string: ":\n\n"))
    }

    @concurrent private func look(
        _ told: inout Told,
        for bearer: Bearer,
        into writer: inout any ResponseBodyWriter
    ) async throws {
        if bearer.has(.readAll) { try await drain(&told, into: &writer) }
        if showsBoard { try await glance(&told, for: bearer, into: &writer) }
    }

    /// Writes the records that there are, page by page.
    @concurrent private func drain(
        _ told: inout Told,
        into writer: inout any ResponseBodyWriter
    ) async throws {
        while true {
            let lines = try await parts.registry.journal(told.query)
            var text = ""
            for line in lines {
                let json = try Reply.text(parts.reply(line))
                text += "id: \(line.number)\nevent: record\ndata: \(json)\n\n"
                told.query.after = line.number
            }
            if !text.isEmpty {
                told.lastWritten = parts.time.now().instant
                try await writer.write(ByteBuffer(string: text))
            }
            if lines.count < told.query.limit { return }
        }
    }

    /// Writes how the board stands, and the doors that stand otherwise than the follower was told.
    ///
    /// These have no id, for only now counts. A state that nobody recorded, such as a journal that cannot be written,
    /// is seen too.
    @concurrent private func glance(
        _ told: inout Told,
        for bearer: Bearer,
        into writer: inout any ResponseBodyWriter
    ) async throws {
        let now = try await parts.status(for: bearer)
        var text = ""
        for door in now.doors where !(told.board?.doors.contains(door) ?? false) {
            text += "event: door\ndata: \(try Reply.text(door))\n\n"
        }
        var timeless = now
        timeless.at = ""
        if timeless != told.board {
            text += "event: board\ndata: \(try Reply.text(now))\n\n"
        }
        told.board = timeless
        guard !text.isEmpty else { return }
        told.lastWritten = parts.time.now().instant
        try await writer.write(ByteBuffer(string: text))
    }
}
