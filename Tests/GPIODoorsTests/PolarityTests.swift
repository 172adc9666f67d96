// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import GPIODoors

struct PolarityTests {
    private let line = LineSpecification(chip: "doors", line: "lock")

    @Test(arguments: [(LockSpecification.Release.energised, false), (.deEnergised, true)])
    func `L2 inactive is secure, whichever way the lock works`(
        release: LockSpecification.Release,
        isActiveLow: Bool
    ) {
        #expect(LockSpecification(line: line, releases: release).isActiveLow == isActiveLow)
    }

    @Test(arguments: [(InputSpecification.Level.high, false), (.low, true)])
    func `active is open, pressed or on, whichever level says so`(
        level: InputSpecification.Level,
        isActiveLow: Bool
    ) {
        #expect(InputSpecification(line: line, active: level).isActiveLow == isActiveLow)
    }

    @Test func `what the board file writes for a line is a number or a name`() {
        #expect(LineSpecification(chip: "doors", line: "17").line == .number(17))
        #expect(LineSpecification(chip: "doors", line: "GPIO17").line == .name("GPIO17"))
        #expect(LineSpecification(chip: "doors", line: "-1").line == .name("-1"))
    }

    @Test func `letting go of the exit button means nothing, and a stuck one opens nothing`() {
        let button = InputRole.exitButton("server")
        #expect(button.change(isActive: true) == .exitButton("server"))
        #expect(button.change(isActive: false) == nil)
        #expect(button.firstChange(isActive: true) == nil)
    }

    @Test func `the level at the start is told of everything that has a state`() {
        let contact = InputRole.contact("server")
        #expect(contact.firstChange(isActive: false) == .contact("server", isOpen: false))
        #expect(InputRole.fire.firstChange(isActive: true) == .fire(true))
        #expect(InputRole.tamper.firstChange(isActive: false) == .tamper(false))
    }

    @Test
    func `L11 a stamp that is not of the monotonic clock gives way to the instant of reading`() {
        let now = Instant(sinceBoot: .seconds(1000))
        let good = Edge(isRising: true, nanoseconds: 999_500_000_000, now: now)
        #expect(good.instant == Instant(sinceBoot: .milliseconds(999_500)))
        for stamp in [UInt64(1_790_000_000_000_000_000), 0, .max] {
            #expect(Edge(isRising: true, nanoseconds: stamp, now: now).instant == now)
        }
    }
}
