// SPDX-License-Identifier: Apache-2.0

/// Where time comes from: the kernel, or a virtual clock (L11, L15).
public protocol TimeSource: Sendable {
    /// Both clocks, read now.
    func now() -> Moment
    /// Makes a waker, which calls `action` once each time its instant has come.
    func makeWaker(_ action: @escaping @Sendable () -> Void) -> any Waker
}

/// One thing's alarm clock; it knows one instant at a time.
public protocol Waker: Sendable {
    /// Sets the instant, or none.
    func wake(at instant: Instant?)
}
