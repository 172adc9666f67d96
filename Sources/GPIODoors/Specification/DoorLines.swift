// SPDX-License-Identifier: Apache-2.0
public import Access

/// All lines of one door.
public struct DoorLines: Sendable, Hashable {
    /// The door.
    public var door: DoorID
    /// The lock.
    public var lock: LockSpecification
    /// The contact that tells whether the door stands open.
    public var contact: InputSpecification?
    /// The exit button.
    public var exitButton: InputSpecification?
    /// The green lamp; high lights it.
    public var green: LineSpecification?
    /// The red lamp; high lights it.
    public var red: LineSpecification?
    /// The buzzer; high sounds it.
    public var buzzer: LineSpecification?

    /// Describes a door that has a lock and nothing else; see the properties.
    public init(door: DoorID, lock: LockSpecification) {
        self.door = door
        self.lock = lock
    }
}
