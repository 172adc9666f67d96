// SPDX-License-Identifier: Apache-2.0

/// A name that the policy, the board file or the journal gives to one thing of a kind.
///
/// Typed by what it names, so that a door cannot be passed for a reader.
public struct Identifier<Named>: Hashable, Sendable {
    /// The name as people write it.
    public let text: String

    /// Names a thing.
    public init(_ text: String) {
        self.text = text
    }
}

extension Identifier: Comparable {
    /// Orders by the name's Unicode scalars, so that lists come out the same everywhere.
    public static func < (left: Self, right: Self) -> Bool {
        left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars)
    }
}

extension Identifier: CustomStringConvertible {
    /// The name itself.
    public var description: String { text }
}

extension Identifier: ExpressibleByStringLiteral {
    /// Names a thing by a literal.
    public init(stringLiteral text: String) {
        self.init(text)
    }
}

/// The name of a room (室).
public typealias RoomID = Identifier<Room>
/// The name of a department (課等).
public typealias DepartmentID = Identifier<Department>
/// The name of a person: a staff number or a visitor's number.
public typealias PersonID = Identifier<Person>
/// The name of a designation (指定).
public typealias DesignationID = Identifier<Designation>
/// The name of a visit approval (立入承認).
public typealias VisitID = Identifier<VisitApproval>
/// The name of a door (扉).
public typealias DoorID = Identifier<Door>
/// The name of a badge reader or of a keypad.
public typealias ReaderID = Identifier<Reader>

/// One lock with its contact, readers and keypad; it leads into one room (扉).
public struct Door: Sendable, Hashable {
    /// The door's name in the board file.
    public let id: DoorID
    /// The room that it leads into.
    public let room: RoomID
    /// The reader outside.
    public let entry: ReaderID
    /// The reader inside, where there is one.
    public let exit: ReaderID?
    /// The keypad outside, needed where the room admits visitors or asks for a PIN.
    public let keypad: ReaderID?
    /// What an exit button or exit reader does.
    public let leaving: Leaving
    /// How long a grant keeps the lock released, if the door does not open.
    public let releaseTime: Duration
    /// Whether a contact tells that the door opens; without one, a grant counts as opened.
    public let hasContact: Bool
    /// How long the door may stand open before the alarm; the warning comes at 80 %.
    public let heldOpen: Duration
    /// How soon each step of an entry must follow the last.
    public let step: Duration

    /// What an exit button or exit reader does at a door.
    public enum Leaving: String, Sendable, CaseIterable {
        /// The lock is released.
        case release
        /// The handle opens from inside: only the alarm rests.
        case shunt
    }

    /// Describes a door.
    public init(
        id: DoorID,
        room: RoomID,
        entry: ReaderID,
        exit: ReaderID? = nil,
        keypad: ReaderID? = nil,
        leaving: Leaving = .release,
        releaseTime: Duration = .seconds(5),
        hasContact: Bool = true,
        heldOpen: Duration = .seconds(30),
        step: Duration = .seconds(30)
    ) {
        self.id = id
        self.room = room
        self.entry = entry
        self.exit = exit
        self.keypad = keypad
        self.leaving = leaving
        self.releaseTime = releaseTime
        self.hasContact = hasContact
        self.heldOpen = heldOpen
        self.step = step
    }
}

/// A badge reader or keypad on the board; known to the core by its name only.
public enum Reader {}
