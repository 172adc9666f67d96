// SPDX-License-Identifier: Apache-2.0

/// What came of an order.
public enum OrderOutcome: Sendable, Hashable {
    /// It is on record and in force; what the doors must still do, if anything.
    ///
    /// Of a trial: it would be, under that number.
    case accepted(RecordNumber, OrderEffect?)
    /// It is not in force, and why; the attempt is on record.
    case refused(OrderRefusal)
}

/// What an order asks of the doors or the readers, or gives back to who gave it.
///
/// An order that is repeated under its idempotency key has none: nothing is done twice.
public enum OrderEffect: Sendable, Hashable {
    /// Hold a door open.
    case holdOpen(HoldOpen)
    /// Hold it open no more.
    case endHoldOpen(DoorID)
    /// Let nobody into these rooms but these people: whoever was let in before and is not yet inside, neither.
    case lockDown([RoomID], allowing: Set<PersonID>)
    /// Let a reader be paired for so many minutes.
    case pairReader(ReaderID, minutes: Int, replacing: Bool = false)
    /// Write the next card at a reader.
    case writeCard(ReaderID)
    /// A token that was made, under its number; it is shown this once.
    case token(Int64, Secret)

    /// Which door is held open until when, and who watches it.
    public struct HoldOpen: Sendable, Hashable {
        /// The door.
        public let door: DoorID
        /// When the lock must hold again.
        public let until: Instant
        /// Who watches it, and must be able to escort all the while.
        public let watcher: PersonID

        /// Puts them together.
        public init(door: DoorID, until: Instant, watcher: PersonID) {
            self.door = door
            self.until = until
            self.watcher = watcher
        }
    }
}

/// Why an order was refused.
public enum OrderRefusal: Sendable, Hashable {
    /// The author's offices do not allow it.
    case notAllowed
    /// What it names is not there, or not in a state for it; both texts say what was expected.
    case unfit(english: String, japanese: String)
    /// What the policy document would refuse as well.
    case faults([PolicyFault])
    /// The row is not the one any more that its author looked at.
    case changedMeanwhile
    /// The same author has used its idempotency key for something else.
    case keyReused
}
