// SPDX-License-Identifier: Apache-2.0

/// What one guess at a PIN costs: scrypt's parameters.
public struct PINCost: Sendable, Hashable {
    /// The binary logarithm of the number of rounds.
    public let logRounds: Int
    /// The block size, in units of 128 bytes.
    public let blockSize: Int
    /// How many derivations run side by side.
    public let parallelism: Int

    /// Sets scrypt's parameters.
    public init(logRounds: Int, blockSize: Int = 8, parallelism: Int = 1) {
        precondition((1...20).contains(logRounds), "between 2 and 2^20 rounds")
        self.logRounds = logRounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// 1 MiB for some milliseconds: on the slowest board a typed PIN must not outlive its permit (L3).
    ///
    /// Few digits withstand no search, at whatever cost; it is the device key that guards a stolen file.
    public static let standard = PINCost(logRounds: 10)
    /// Almost nothing: for simulations, whose PINs guard nothing.
    public static let light = PINCost(logRounds: 1, blockSize: 1)
}
