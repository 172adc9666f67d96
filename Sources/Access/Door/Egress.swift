// SPDX-License-Identifier: Apache-2.0

/// The right to release a lock for somebody who leaves: it needs no record and is never refused (L4).
///
/// ``DoorState`` alone makes it, from an exit button or an exit reader.
public struct Egress: ~Copyable, Sendable {
    /// The door.
    public let door: DoorID

    init(door: DoorID) {
        self.door = door
    }
}
