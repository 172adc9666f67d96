// SPDX-License-Identifier: Apache-2.0
public import Access
public import Logging
import Synchronization

/// A board's doors on real lines.
///
/// Its first act and its last is to secure every lock (L2). One thread of its own watches the inputs,
/// drives the lamps and ends the pulses; ``lastTurn`` tells whether it still goes round.
public final class GPIOBoard: InputPort {
    /// The inputs of the whole board, the levels at the start first.
    public let inputs: AsyncStream<DoorInput>
    private let locks: [DoorID: GPIOLock]
    private let indicators: [DoorID: GPIOIndicator]
    private let loop: BoardLoop
    private let thread: Mutex<OwnThread?>

    /// Secures every lock, then takes all other lines, reads the inputs and begins to watch them.
    ///
    /// - Throws: when a line cannot be had; then every lock that could be had was secured, and all lines are free again.
    public static func open(
        _ lines: BoardLines,
        logger: Logger
    ) throws(HardwareFault) -> GPIOBoard {
        let chips = ChipDescription.all()
        let wakeup = try Wakeup()
        let (locks, faults) = takeLocks(lines.doors, among: chips, wakeup: wakeup)
        guard faults.isEmpty else { throw HardwareFault(joining: faults) }
        guard Set(lines.doors.map(\.door)).count == lines.doors.count else {
            throw HardwareFault("two doors of the board have the same name; rename one")
        }
        return try GPIOBoard(lines, locks: locks, among: chips, wakeup: wakeup, logger: logger)
    }

    /// Secures every lock that can be had, and lets go of it again: for whoever comes after a crash.
    ///
    /// - Returns: what went wrong; the other locks are secured all the same.
    public static func secure(_ lines: BoardLines) -> [HardwareFault] {
        do throws(HardwareFault) {
            return takeLocks(lines.doors, among: ChipDescription.all(), wakeup: try Wakeup()).faults
        } catch {
            return [error]
        }
    }

    private init(
        _ lines: BoardLines,
        locks: [GPIOLock],
        among chips: (chips: [ChipDescription], faults: [HardwareFault]),
        wakeup: Wakeup,
        logger: Logger
    ) throws(HardwareFault) {
        let (stream, continuation) = AsyncStream.makeStream(
            of: DoorInput.self,
            bufferingPolicy: .bufferingOldest(InputFeed.depth)
        )
        var indicators: [DoorID: GPIOIndicator] = [:]
        for door in lines.doors {
            indicators[door.door] = try GPIOIndicator(
                door,
                among: chips,
                wakeup: wakeup,
                logger: logger
            )
        }
        let feed = InputFeed(continuation)
        let loop = BoardLoop(
            locks: locks,
            indicators: Array(indicators.values),
            inputs: try InputLines(lines.inputs, among: chips, feed: feed, logger: logger),
            wakeup: wakeup
        )
        inputs = stream
        self.locks = Dictionary(uniqueKeysWithValues: locks.map { ($0.door, $0) })
        self.indicators = indicators
        self.loop = loop
        thread = Mutex(try OwnThread(for: "the GPIO lines") { loop.run() })
    }

    deinit { _ = try? stop() }

    /// The lock of a door of this board.
    public func lock(of door: DoorID) -> (any Lock)? { locks[door] }

    /// The lamps and the buzzer of a door of this board; a door that has none shows nothing.
    public func indicator(of door: DoorID) -> (any Indicator)? { indicators[door] }

    /// When the board's thread last went round, which it does at least once a second.
    public var lastTurn: Instant { loop.lastTurn }

    /// Ends the thread and the inputs, puts the lamps out, and last of all secures every lock and lets go of it.
    ///
    /// - Throws: when a lock could not be secured; the others are, all the same.
    public func stop() throws(HardwareFault) {
        if let thread = thread.withLock({ $0.take() }) {
            loop.stop()
            thread.join()
        }
        var faults: [HardwareFault] = []
        for lock in locks.values {
            do throws(HardwareFault) { try lock.stop() } catch { faults.append(error) }
        }
        guard faults.isEmpty else { throw HardwareFault(joining: faults) }
    }

    private static func takeLocks(
        _ doors: [DoorLines],
        among chips: (chips: [ChipDescription], faults: [HardwareFault]),
        wakeup: Wakeup
    ) -> (locks: [GPIOLock], faults: [HardwareFault]) {
        var locks: [GPIOLock] = []
        var faults: [HardwareFault] = []
        for door in doors {
            do throws(HardwareFault) {
                let purpose = "lock of door \(door.door)"
                let address = try LineAddress(door.lock.line, for: purpose, among: chips)
                locks.append(try GPIOLock(door, at: address, wakeup: wakeup))
            } catch {
                faults.append(error)
            }
        }
        return (locks, faults)
    }
}
