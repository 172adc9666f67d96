// SPDX-License-Identifier: Apache-2.0
import Access

/// What a peripheral's lamp and buzzer are told, so that it shows what its door shows.
///
/// The same as the door's own lamps show; every key sounds the same (IEC 60839-11-1, table 7).
struct OSDPLamps {
    /// Whether it has a lamp, as it says itself.
    var hasLamp = false
    /// Whether it has a buzzer.
    var hasBuzzer = false
    private var standing = Indication.secured
    private var isSounding = false
    private var waiting: [OSDPCommand] = []

    private static let lampCode: UInt8 = 0x69

    /// The most commands that wait for their turn on the line (L14).
    static let most = 8

    /// Whether there is something to say.
    var isWaiting: Bool { !waiting.isEmpty }

    /// Takes an indication.
    mutating func show(_ indication: Indication) {
        switch indication {
        case .key, .denied: break
        default:
            guard indication != standing || indication == .granted else { return }
            standing = indication
        }
        tell(indication)
    }

    /// The peripheral has forgotten what it showed; what sounded once does not sound again.
    mutating func showAnew() {
        waiting = []
        isSounding = false
        tell(standing, isNew: false)
    }

    /// It has refused to be told so; it is not told again in this channel.
    mutating func refused(_ command: OSDPCommand) {
        if command.code == Self.lampCode { hasLamp = false }
        if command.code == Sound.code { hasBuzzer = false }
    }

    /// Takes out what is to be said next.
    mutating func next() -> OSDPCommand? { waiting.isEmpty ? nil : waiting.removeFirst() }

    private mutating func tell(_ indication: Indication, isNew: Bool = true) {
        let (lamp, sound) = Self.appearance(of: indication)
        if hasLamp, let lamp { say(lamp.command) }
        guard hasBuzzer else { return }
        if let sound {
            guard isNew || sound.repetitions == 0 else { return }
            say(sound.command)
            isSounding = sound.repetitions == 0
        } else if isSounding {
            say(Sound.silence.command)
            isSounding = false
        }
    }

    private mutating func say(_ command: OSDPCommand) {
        if waiting.count == Self.most { waiting.removeFirst() }
        waiting.append(command)
    }

    private static func appearance(of indication: Indication) -> (lamp: Lamp?, sound: Sound?) {
        switch indication {
        case .secured: (.steady(.off), nil)
        case .granted: (.steady(.green, ending: true), Sound(on: 2))
        case .waiting: (.blinking(.amber, on: 5, off: 5), nil)
        case .unserved: (.blinking(.red, on: 2, off: 18), nil)
        case .denied: (.passing(.red, for: 15), Sound(on: 8))
        case .key: (nil, Sound(on: 1))
        case .heldOpenWarning:
            (.blinking(.red, on: 5, off: 5, ending: true), Sound(on: 1, off: 9, repetitions: 0))
        case .alarm:
            (.blinking(.red, on: 3, off: 2, ending: true), Sound(on: 3, off: 2, repetitions: 0))
        }
    }

    // In tenths of a second.
    private struct Sound {
        var on: UInt8
        var off: UInt8 = 0
        /// 0: until it is told otherwise.
        var repetitions: UInt8 = 1
        var tone: UInt8 = 2

        static let silence = Sound(on: 0, tone: 1)
        static let code: UInt8 = 0x6A
        var command: OSDPCommand {
            OSDPCommand(code: Self.code, payload: [0, tone, on, off, repetitions])
        }
    }

    private enum Colour: UInt8 {
        case off = 0
        case red
        case green
        case amber
    }

    private struct Lamp {
        var temporary: [UInt8]
        var permanent: [UInt8]

        private static let nothing = [UInt8](repeating: 0, count: 7)
        private static let ended: [UInt8] = [1, 0, 0, 0, 0, 0, 0]

        /// As it is from now on; `ending` what passes over it.
        static func steady(_ colour: Colour, ending: Bool = false) -> Lamp {
            Lamp(
                temporary: ending ? ended : nothing,
                permanent: [1, 1, 0, colour.rawValue, colour.rawValue]
            )
        }

        static func blinking(
            _ colour: Colour,
            on: UInt8,
            off: UInt8,
            ending: Bool = false
        ) -> Lamp {
            Lamp(
                temporary: ending ? ended : nothing,
                permanent: [1, on, off, colour.rawValue, Colour.off.rawValue]
            )
        }

        /// For a time, over what stands.
        static func passing(_ colour: Colour, for tenths: UInt8) -> Lamp {
            Lamp(
                temporary: [2, 1, 0, colour.rawValue, colour.rawValue, tenths, 0],
                permanent: [UInt8](repeating: 0, count: 5)
            )
        }

        var command: OSDPCommand {
            OSDPCommand(code: OSDPLamps.lampCode, payload: [0, 0] + temporary + permanent)
        }
    }
}
