// SPDX-License-Identifier: Apache-2.0

/// What becomes of the order to pair a reader, so that it and the board share a key that nobody else has.
///
/// Until it is paired such a reader says nothing that counts (OSDP secure channel).
public enum Pairing: Sendable, Hashable {
    /// It has begun, for a limited time, under the key that every new reader has.
    case begun
    /// The reader has a key of its own.
    case paired
    /// It ended without a key; the text says why, and holds none.
    case failed(String)
}
