// SPDX-License-Identifier: Apache-2.0

/// A point on the monotonic clock (CLOCK_MONOTONIC, by which the kernel stamps GPIO edges too).
///
/// Durations run on it; it says nothing about the date (L11).
public struct Instant: Sendable, Hashable, Comparable {
    /// Time since the machine started.
    public let sinceBoot: Duration

    /// Makes an instant from the time since the machine started.
    public init(sinceBoot: Duration) {
        self.sinceBoot = sinceBoot
    }

    /// Orders by time.
    public static func < (left: Self, right: Self) -> Bool { left.sinceBoot < right.sinceBoot }
    /// The instant that lies `duration` after this one.
    public static func + (instant: Self, duration: Duration) -> Self {
        Self(sinceBoot: instant.sinceBoot + duration)
    }
    /// The time from the right instant to the left one.
    public static func - (later: Self, earlier: Self) -> Duration {
        later.sinceBoot - earlier.sinceBoot
    }
}

/// A point of wall time: milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    /// Makes a timestamp from milliseconds since 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Orders by time.
    public static func < (left: Self, right: Self) -> Bool {
        left.milliseconds < right.milliseconds
    }
    /// The timestamp that lies `duration` after this one.
    public static func + (timestamp: Self, duration: Duration) -> Self {
        Self(milliseconds: timestamp.milliseconds + duration.milliseconds)
    }
    /// The time from the right timestamp to the left one.
    public static func - (later: Self, earlier: Self) -> Duration {
        .milliseconds(later.milliseconds - earlier.milliseconds)
    }
}

extension Duration {
    /// The whole milliseconds in this duration.
    public var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}

/// Both clocks, read together, and whether the wall clock is to be believed (L11).
public struct Moment: Sendable, Hashable {
    /// The monotonic clock.
    public let instant: Instant
    /// The wall clock.
    public let wall: Timestamp
    /// Whether the wall clock is synchronised, as its source says.
    public let isSynchronised: Bool

    /// Puts the readings of both clocks together.
    public init(instant: Instant, wall: Timestamp, isSynchronised: Bool) {
        self.instant = instant
        self.wall = wall
        self.isSynchronised = isSynchronised
    }
}
