// SPDX-License-Identifier: Apache-2.0
import Access
import Logging

/// All inputs of a board.
struct InputLines: ~Copyable {
    /// How often every level is read, whatever the kernel has told.
    static let checkPeriod = Duration.seconds(1)

    private var lines: [Box]
    private var feed: InputFeed
    private var nextCheck: Instant

    /// An array cannot hold what can't be copied.
    private final class Box {
        var line: InputLine
        init(_ line: consuming InputLine) { self.line = line }
    }

    /// Takes the lines and hands their levels over.
    ///
    /// - Throws: when a line cannot be had or read.
    init(
        _ inputs: [(role: InputRole, specification: InputSpecification)],
        among chips: (chips: [ChipDescription], faults: [HardwareFault]),
        feed: InputFeed,
        logger: Logger
    ) throws(HardwareFault) {
        self.feed = feed
        lines = []
        nextCheck = .monotonic() + Self.checkPeriod
        for (role, specification) in inputs {
            let address = try LineAddress(specification.line, for: role.purpose, among: chips)
            lines.append(Box(try InputLine(role, specification, at: address)))
        }
        for box in lines {
            if let input = box.line.firstInput { self.feed.send(input) }
            if box.line.isPressedAtStart {
                logger.warning(
                    "\(box.line.title) is pressed at the start; is it stuck, or wired the other way?"
                )
            }
        }
    }

    var descriptors: [Int32] { lines.map { $0.line.descriptor } }

    /// When something is to be done, edges apart.
    var deadline: Instant {
        let retry = feed.isBehind ? [Instant.monotonic() + .milliseconds(100)] : []
        return (lines.compactMap { $0.line.deadline } + retry).reduce(nextCheck, min)
    }

    /// Takes the edges of the lines that are ready, by their index.
    mutating func takeEdges(of ready: [Int], now: Instant) {
        for index in ready { send(lines[index].line.takeEdges(now: now)) }
    }

    /// The kernel has given a line up.
    mutating func failed(_ index: Int) {
        let fault = HardwareFault("\(lines[index].line.title): poll says that the chip has gone")
        send(lines[index].line.failed(fault))
    }

    /// Lets levels count that have stood for long enough, and reads all of them once a second.
    mutating func timePassed(to now: Instant) {
        feed.sendAgain()
        for box in lines { send(box.line.timePassed(to: now)) }
        guard nextCheck <= now else { return }
        nextCheck = now + Self.checkPeriod
        for box in lines { send(box.line.check()) }
    }

    /// Hands over what another part of the board has to say.
    mutating func report(_ fault: HardwareFault, door: DoorID, at now: Instant) {
        feed.send(DoorInput(.fault(door, fault.description), instant: now))
    }

    private mutating func send(_ inputs: [DoorInput]) {
        for input in inputs { feed.send(input) }
    }

    deinit { feed.continuation.finish() }
}
