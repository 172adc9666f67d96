// SPDX-License-Identifier: Apache-2.0
import Access

/// Takes a line's level for true once it has stood for a while.
///
/// Pure. A change carries the instant at which its level began to stand.
struct Debounce: Sendable, Hashable {
    private let period: Duration
    /// The level that counts.
    private(set) var isActive: Bool
    private var raw: Bool
    private var since: Instant

    /// Begins with the level that the line has now.
    init(period: Duration, isActive: Bool, at now: Instant) {
        self.period = period
        self.isActive = isActive
        raw = isActive
        since = now
    }

    /// When the pending level counts, if it still stands then.
    var deadline: Instant? { raw == isActive ? nil : since + period }

    /// Takes an edge.
    ///
    /// - Returns: the change that had come to count before it.
    mutating func take(_ edge: Edge) -> Edge? {
        let settled = timePassed(to: edge.instant)
        raw = edge.isRising
        since = edge.instant
        return settled
    }

    /// Takes the level that the line was just read to have: an edge may have been lost.
    mutating func read(isActive: Bool, at now: Instant) -> Edge? {
        if isActive != raw { return take(Edge(isRising: isActive, instant: now)) }
        return timePassed(to: now)
    }

    /// Time has passed.
    ///
    /// - Returns: the change that counts now.
    mutating func timePassed(to now: Instant) -> Edge? {
        guard let deadline, deadline <= now else { return nil }
        isActive = raw
        return Edge(isRising: raw, instant: since)
    }
}
