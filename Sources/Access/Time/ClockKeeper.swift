// SPDX-License-Identifier: Apache-2.0

/// What is known about the wall clock: whether it is to be believed, and which instant has surely passed.
///
/// Pure: readings of both clocks come in, in the order of their instants, changes come out (DESIGN §6).
public struct ClockKeeper: Sendable, Hashable {
    /// A difference between the clocks that is no step, and a reading that is not behind.
    public static let tolerance = Duration.seconds(1)

    /// Whether the wall clock is to be believed.
    public private(set) var isTrusted: Bool
    /// The latest instant that is known to have passed when something was put on record.
    public private(set) var latest: Timestamp?
    /// The last reading while the clock was believed; only in the boot that it was made in.
    public private(set) var anchor: Moment?
    /// Whether the clock fell behind the record, and what its source must do about it.
    public private(set) var lag: Lag
    private var last: Moment?

    /// Whether the wall clock fell behind the last recorded time.
    public enum Lag: String, Sendable, CaseIterable {
        /// It did not.
        case none
        /// It did: its source must first say that it is not synchronised.
        case awaitsLoss = "awaits-loss"
        /// It did, and its source must say that it is synchronised again.
        case awaitsReturn = "awaits-return"
    }

    /// What a reading of the clocks showed.
    public enum Change: Sendable, Hashable {
        /// The wall clock went so much further than the monotonic one.
        case stepped(Duration)
        /// The wall clock is to be believed from now on, or no more.
        case believed(Bool)
    }

    /// What is known after the service has started, from what it had put on record.
    public init(
        isTrusted: Bool = true,
        latest: Timestamp? = nil,
        anchor: Moment? = nil,
        lag: Lag = .none,
        last: Moment? = nil
    ) {
        self.isTrusted = isTrusted
        self.latest = latest
        self.anchor = anchor
        self.lag = lag
        self.last = last
    }

    /// Takes a reading of both clocks; one that is older than the last shows nothing new.
    public mutating func observe(_ moment: Moment) -> [Change] {
        var changes: [Change] = []
        if let last {
            guard last.instant <= moment.instant else { return [] }
            let step = (moment.wall - last.wall) - (moment.instant - last.instant)
            if abs(step.milliseconds) > Self.tolerance.milliseconds { changes = [.stepped(step)] }
        }
        last = moment
        judgeLag(moment)
        let before = isTrusted
        isTrusted = moment.isSynchronised && lag == .none
        if isTrusted { anchor = moment }
        return before == isTrusted ? changes : changes + [.believed(isTrusted)]
    }

    private mutating func judgeLag(_ moment: Moment) {
        if let latest, moment.wall + Self.tolerance < latest {
            if lag == .none { lag = .awaitsLoss }
        } else {
            lag = .none
        }
        switch lag {
        case .awaitsLoss where !moment.isSynchronised:
            lag = .awaitsReturn
        case .awaitsReturn where moment.isSynchronised:
            lag = .none
            latest = moment.wall
        default: break
        }
    }

    /// The wall time by which rights are judged: the clock's own, or the latest known to have passed.
    public func judged(_ moment: Moment) -> Timestamp {
        if isTrusted { return moment.wall }
        let elapsed = anchor.map { $0.wall + max(.zero, moment.instant - $0.instant) }
        return [latest, elapsed].compactMap { $0 }.max() ?? moment.wall
    }

    /// Something was put on record at a moment.
    public mutating func recorded(_ moment: Moment) {
        let now = judged(moment)
        latest = max(latest ?? now, now)
    }
}
