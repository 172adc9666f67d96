// SPDX-License-Identifier: Apache-2.0

/// What the board says to a peripheral.
struct OSDPCommand: Equatable {
    let code: UInt8
    var payload: [UInt8] = []

    /// Asks what has happened.
    static let poll = OSDPCommand(code: 0x60)
    /// Asks what it is.
    static let identify = OSDPCommand(code: 0x61, payload: [0])
    /// Asks what it can do.
    static let capabilities = OSDPCommand(code: 0x62, payload: [0])
    /// Asks how its housing and its supply are.
    static let localStatus = OSDPCommand(code: 0x64)

    /// The code of a command that brings a key.
    static let keepCode: UInt8 = 0x75

    /// Gives it a key of its own.
    static func keep(_ key: ReaderKey) -> OSDPCommand {
        OSDPCommand(code: keepCode, payload: [0x01, 0x10] + key.exposed)
    }

    /// Asks for a proof that it knows the key.
    static func challenge(_ random: [UInt8]) -> OSDPCommand {
        OSDPCommand(code: 0x76, payload: random)
    }

    /// Proves that we know it.
    static func prove(_ cryptogram: [UInt8]) -> OSDPCommand {
        OSDPCommand(code: 0x77, payload: cryptogram)
    }
}
