// SPDX-License-Identifier: Apache-2.0
public import Access
import Synchronization

/// The twin of a board's hardware: locks that remember, lamps that report, readers and lines played by hand.
public final class SimulatedBoard: ReaderPort, InputPort {
    /// What the board does, as somebody standing before it would see it.
    public enum Act: Sendable, Hashable {
        /// A lock let go or took hold.
        case lock(DoorID, isReleased: Bool)
        /// A door shows something.
        case shows(DoorID, Indication)
    }

    private struct State {
        var released: Set<DoorID> = []
        var isLockFaulty = false
        var issues: [ReaderID: CheckedContinuation<CardIssue, Never>] = [:]
    }

    private let state = Mutex(State())
    private let observer: @Sendable (Act) -> Void
    private let readSignal: AsyncStream<Read>.Continuation
    private let inputSignal: AsyncStream<DoorInput>.Continuation
    /// The reads that were played.
    public let reads: AsyncStream<Read>
    /// The inputs that were played.
    public let inputs: AsyncStream<DoorInput>

    /// A board at rest.
    ///
    /// - Parameter observer: told of everything that the board does, on whatever thread does it.
    public init(observer: @escaping @Sendable (Act) -> Void = { _ in }) {
        self.observer = observer
        (reads, readSignal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(64))
        (inputs, inputSignal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(64))
    }

    /// Plays a read into ``reads``.
    public func play(_ read: Read) { readSignal.yield(read) }

    /// Plays an input into ``inputs``.
    public func play(_ input: DoorInput) { inputSignal.yield(input) }

    /// Waits until a card is played at the reader by ``play(_:at:)``.
    public func issueCard(at reader: ReaderID) async -> CardIssue {
        await withCheckedContinuation { continuation in
            let earlier = state.withLock { $0.issues.updateValue(continuation, forKey: reader) }
            earlier?.resume(returning: .failed(CardFailure(.busy)))
        }
    }

    /// Ends the waiting for a card.
    public func endIssue(at reader: ReaderID) { play(.failed(CardFailure(.noCard)), at: reader) }

    /// Whether a card is awaited at a reader, to be written.
    public func awaitsCard(at reader: ReaderID) -> Bool {
        state.withLock { $0.issues[reader] != nil }
    }

    /// Plays what comes of a card at a reader that awaits one.
    public func play(_ issue: CardIssue, at reader: ReaderID) {
        let waiting = state.withLock { $0.issues.removeValue(forKey: reader) }
        waiting?.resume(returning: issue)
    }

    /// Ends both sequences.
    public func finish() {
        readSignal.finish()
        inputSignal.finish()
    }

    /// Whether a door's lock is released.
    public func isReleased(_ door: DoorID) -> Bool {
        state.withLock { $0.released.contains(door) }
    }

    /// Lets the locks refuse what they are told, or obey again.
    public func breakLocks(_ isFaulty: Bool) {
        state.withLock { $0.isLockFaulty = isFaulty }
    }

    /// A door's lock.
    public func lock(of door: DoorID) -> any Lock { SimulatedLock(door: door, board: self) }

    /// A door's lamps and buzzer.
    public func indicator(of door: DoorID) -> any Indicator {
        SimulatedIndicator(door: door, board: self)
    }

    private func set(_ door: DoorID, isReleased: Bool) throws(HardwareFault) {
        let isFaulty = state.withLock { $0.isLockFaulty }
        guard !isFaulty else { throw HardwareFault("simulated lock of door \(door): no answer") }
        let isNew = state.withLock { state in
            isReleased
                ? state.released.insert(door).inserted : state.released.remove(door) != nil
        }
        if isNew { observer(.lock(door, isReleased: isReleased)) }
    }

    private struct SimulatedLock: Lock {
        let door: DoorID
        let board: SimulatedBoard

        func release(under permit: borrowing Permit) throws(HardwareFault) {
            try board.set(door, isReleased: true)
        }

        func release(for egress: borrowing Egress) throws(HardwareFault) {
            try board.set(door, isReleased: true)
        }

        func release(under order: borrowing HoldOpen) throws(HardwareFault) {
            try board.set(door, isReleased: true)
        }

        func secure() throws(HardwareFault) {
            try board.set(door, isReleased: false)
        }
    }

    private struct SimulatedIndicator: Indicator {
        let door: DoorID
        let board: SimulatedBoard

        func show(_ indication: Indication) { board.observer(.shows(door, indication)) }
    }
}
