// SPDX-License-Identifier: Apache-2.0
import Access

/// Keyboard-wedge readers and numeric keypads, as HID boot keyboards.
struct HIDKeyboard: Conversation {
    private let interface: UInt8
    private var keyboard = BootKeyboard()
    private var line: BadgeLine?
    private var life = LifeSign()

    /// A freshly claimed keyboard; without a line, every key counts by itself.
    init(on seat: Seat, for role: ReaderSpecification.Role) {
        interface = seat.interface
        switch role {
        case .badges(let form, let end): line = BadgeLine(form, end: end)
        case .keys, .cards: line = nil
        }
    }

    /// The first boot keyboard of a device.
    ///
    /// With it every HID interface is taken from the kernel: on a second one, too, the device could
    /// type into a console.
    static func seat(in device: USBDevice) -> Seat? {
        let keyboard = device.interfaces.first {
            ($0.class, $0.subclass, $0.protocol) == (0x03, 0x01, 0x01) && $0.interruptInput != nil
        }
        guard let keyboard, let input = keyboard.interruptInput else { return nil }
        return Seat(
            interface: keyboard.number,
            claims: device.interfaces.filter { $0.class == 0x03 }.map(\.number),
            interrupt: input,
            longest: BootKeyboard.length
        )
    }

    /// Boot protocol, and reports on change only.
    mutating func begin(at instant: Instant) -> [Move] {
        let index = UInt16(interface)
        let setUp = [
            ControlRequest(type: 0x21, request: 0x0B, value: 0, index: index),
            ControlRequest(type: 0x21, request: 0x0A, value: 0, index: index),
        ]
        life.asked(setUp.count)
        return setUp.map(Move.request)
    }

    mutating func missed(on pipe: Pipe, at instant: Instant) -> [Move] {
        switch pipe {
        case .interrupt:
            line?.spoil("a report was lost", at: instant)
            return []
        case .control: return life.missed()
        case .bulk, .output: return []
        }
    }

    mutating func received(_ bytes: [UInt8], from pipe: Pipe, at instant: Instant) -> [Move] {
        let moves = life.shown(answering: pipe == .control, at: instant)
        return pipe == .interrupt ? moves + report(bytes, at: instant) : moves
    }

    private mutating func report(_ bytes: [UInt8], at instant: Instant) -> [Move] {
        var moves = lineTimePassed(to: instant)
        switch keyboard.take(bytes) {
        case .presses(let presses):
            for press in presses { moves += pressed(press, at: instant) }
        case .malformed:
            line?.spoil("a report came that is shorter than a boot keyboard's", at: instant)
        }
        return moves
    }

    private mutating func pressed(_ press: BootKeyboard.Press, at instant: Instant) -> [Move] {
        guard line != nil else { return KeyMeaning.keys(press).map { .say(.key($0)) } }
        return line?.take(KeyMeaning(press), at: instant).map { [.say($0)] } ?? []
    }

    mutating func timePassed(to now: Instant) -> [Move] {
        lineTimePassed(to: now) + life.timePassed(to: now)
    }

    private mutating func lineTimePassed(to now: Instant) -> [Move] {
        line?.timePassed(to: now).map { [.say($0)] } ?? []
    }

    var deadline: Instant? { [line?.deadline, life.deadline].compactMap { $0 }.min() }
}
