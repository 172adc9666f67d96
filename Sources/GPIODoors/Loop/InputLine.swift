// SPDX-License-Identifier: Apache-2.0
import Access

/// An input's line and what is known of it.
struct InputLine: ~Copyable {
    let role: InputRole
    private let line: GPIOLine
    private let period: Duration
    private var debounce: Debounce
    /// Whether the last call on the line failed; then it is not polled, only tried again.
    private(set) var isFaulty = false

    /// Takes the line and reads its level.
    init(_ role: InputRole, _ input: InputSpecification, at address: LineAddress)
        throws(HardwareFault)
    {
        guard input.debounce >= .zero, input.debounce < InputSpecification.debounceLimit else {
            throw HardwareFault(
                "\(address.title): a debounce of \(input.debounce.milliseconds) ms; "
                    + "give less than \(InputSpecification.debounceLimit.milliseconds) ms"
            )
        }
        let line = try GPIOLine(input: address, as: input)
        let level = try line.isActive()
        self.role = role
        self.line = line
        period = input.debounce
        debounce = Debounce(period: period, isActive: level, at: .monotonic())
    }

    /// What the level at the start means.
    var firstInput: DoorInput? {
        role.firstChange(isActive: debounce.isActive)
            .map { DoorInput($0, instant: .monotonic()) }
    }

    /// Whether a button is pressed already, which is worth a word: it may be stuck or wired the other way.
    var isPressedAtStart: Bool {
        if case .exitButton = role { debounce.isActive } else { false }
    }

    var title: String { line.address.title }
    /// What to poll for edges; -1 while the line is faulty.
    var descriptor: Int32 { isFaulty ? -1 : line.descriptor }
    var deadline: Instant? { debounce.deadline }

    /// Takes the edges that wait, then reads the level: the kernel's queue may have overflowed.
    mutating func takeEdges(now: Instant) -> [DoorInput] {
        do throws(HardwareFault) {
            var inputs: [DoorInput] = []
            for edge in try line.edges(now: now) { inputs += said(debounce.take(edge)) }
            return inputs + (try readLevel())
        } catch {
            return failed(error)
        }
    }

    /// Reads the level, whatever the kernel has told.
    mutating func check() -> [DoorInput] {
        do throws(HardwareFault) {
            return try readLevel()
        } catch {
            return failed(error)
        }
    }

    private mutating func readLevel() throws(HardwareFault) -> [DoorInput] {
        let isActive = try line.isActive()
        guard isFaulty else {
            return said(debounce.read(isActive: isActive, at: .monotonic()))
        }
        isFaulty = false
        debounce = Debounce(period: period, isActive: isActive, at: .monotonic())
        return [firstInput].compactMap { $0 }
    }

    /// Lets a level count that has stood for long enough.
    mutating func timePassed(to now: Instant) -> [DoorInput] {
        said(debounce.timePassed(to: now))
    }

    /// The poll itself failed on this line.
    mutating func failed(_ fault: HardwareFault) -> [DoorInput] {
        guard !isFaulty else { return [] }
        isFaulty = true
        return [DoorInput(.fault(role.door, fault.description), instant: .monotonic())]
    }

    private func said(_ change: Edge?) -> [DoorInput] {
        guard let change, let meaning = role.change(isActive: change.isRising) else { return [] }
        return [DoorInput(meaning, instant: change.instant)]
    }
}
